import type { NoticeLaw } from "#core/law/notice-items";
import { during, successive } from "./dated.ts";

const pipeda = during({ from: "2004-01-01", until: null, confirmed: false });
const casl = during({ from: "2014-07-01", until: null, confirmed: false });

/** Canada, federal: openness and consent under PIPEDA, electronic messages under CASL. */
export const caNotice: NoticeLaw = {
  regime: "ca",
  transfers: null,
  territory: ["CA"],
  items: successive({
    "controller-address": pipeda.warning("PIPEDA Sch 1 cl. 4.8.2(a)"),
    "purpose-specified": pipeda.warning("PIPEDA Sch 1 cl. 4.2, 4.3.2"),
    "advertising-named": pipeda.warning("PIPEDA Sch 1 cl. 4.2"),
    "special-ground": pipeda.warning("PIPEDA Sch 1 cl. 4.3.6"),
    basis: pipeda.error("PIPEDA Sch 1 cl. 4.3"),
    "consent-apart": pipeda.warning("PIPEDA Sch 1 cl. 4.3.3"),
    minimisation: pipeda.warning("PIPEDA Sch 1 cl. 4.4"),
    recipients: pipeda.error("PIPEDA Sch 1 cl. 4.8.2(e)"),
    "recipients-named": pipeda.note("PIPEDA Sch 1 cl. 4.8.2(e)"),
    "processor-purposes": pipeda.warning("PIPEDA Sch 1 cl. 4.1.3"),
    onward: pipeda.warning("PIPEDA Sch 1 cl. 4.1.3"),
    retention: pipeda.warning("PIPEDA Sch 1 cl. 4.5"),
    "right-access": pipeda.error("PIPEDA Sch 1 cl. 4.8.2(b), 4.9"),
    "right-rectification": pipeda.error("PIPEDA Sch 1 cl. 4.9.5"),
    "right-withdrawal": pipeda.error("PIPEDA Sch 1 cl. 4.3.8"),
    "right-complaint": pipeda.error("PIPEDA Sch 1 cl. 4.10"),
    "cookie-refusal": pipeda.error("PIPEDA Sch 1 cl. 4.3.6, 4.3.8"),
    truthful: pipeda.error("PIPEDA Sch 1 cl. 4.3.5"),
    "marketing-refusal-at-collection": casl.error("CASL 6, 10"),
    "marketing-sender": casl.error("CASL 6(2)"),
    "marketing-third-party-consent": casl.warning("CASL 10(2)"),
  }),
};
