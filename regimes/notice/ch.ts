import type { NoticeLaw } from "#core/law/notice-items";
import { during, type Items, successive } from "./dated.ts";

/** Federal Act on Data Protection of 2020, in force since 1 September 2023. */
function fadp(): Items {
  const { error, warning, note } = during({ from: "2023-09-01", until: null, confirmed: true });
  const unconfirmed = during({ from: "2023-09-01", until: null, confirmed: false });
  return {
    "controller-address": warning("FADP 19(2)(a)"),
    // Art. 14 asks for one only of large, regular and risky processing: a lawyer would ask.
    representative: unconfirmed.note("FADP 14"),
    "purpose-specified": warning("FADP 6(3), 19(2)(b)"),
    "advertising-named": warning("FADP 6(2), 19(2)(b)"),
    "special-ground": error("FADP 6(7)(a), 31"),
    "consent-apart": warning("FADP 6(6)"),
    minimisation: warning("FADP 6(2)"),
    source: warning("FADP 19(3)"),
    "source-told": warning("FADP 19(3), (5)"),
    recipients: error("FADP 19(2)(c)"),
    "recipients-named": warning("FADP 19(2)(c)"),
    "recipient-country": error("FADP 19(4)"),
    "processor-purposes": warning("FADP 9"),
    onward: warning("FADP 9(3), 16"),
    "transfer-mechanism": error("FADP 16, 19(4)"),
    "transfer-derogation": warning("FADP 17"),
    // Art. 19 lists what has to be said: no periods and no rights. A lawyer would say them.
    retention: note("FADP 6(4)"),
    "right-access": note("FADP 25"),
    "right-rectification": note("FADP 32(1)"),
    "right-erasure": note("FADP 32(2)(c)"),
    "right-portability": note("FADP 28"),
    "right-objection": note("FADP 30(2)(b)"),
    "right-automated-decisions": error("FADP 21(2)"),
    // Up to 300 francs where the effort is out of proportion (DPO 19).
    "free-of-charge": warning("FADP 25(6); DPO 19"),
    "automated-logic": error("FADP 21, 25(2)(f)"),
    authority: unconfirmed.note("FADP 49"),
    "security-not-disclaimed": note("FADP 8"),
    truthful: error("FADP 6(2)"),
  };
}

/** The act of 1992: principles and cross-border disclosure, no duty to inform in general. */
function fadp1992(): Items {
  const { error, warning, note } = during({
    from: "1993-07-01",
    until: "2023-09-01",
    confirmed: false,
  });
  return {
    "purpose-specified": warning("FADP 1992, art. 4(3)"),
    "recipient-country": note("FADP 1992, art. 6"),
    "transfer-mechanism": error("FADP 1992, art. 6"),
    "transfer-derogation": warning("FADP 1992, art. 6(2)"),
    "right-access": note("FADP 1992, art. 8"),
    truthful: error("FADP 1992, art. 4(2)"),
  };
}

/** Telecommunications Act 45c: inform, and say that and how one can refuse. Mass mail: UCA 3(1)(o). */
function others(): Items {
  const { error, warning, note } = during({ from: "2007-04-01", until: null, confirmed: true });
  return {
    "cookie-refusal": error("TCA 45c(b)"),
    "cookie-information": note("TCA 45c(b)"),
    "cookie-third-parties": warning("TCA 45c(b); FADP 19(2)(c)"),
    "cookie-lifetime": note("TCA 45c(b); FADP 6(4)"),
    "cookie-necessary": error("TCA 45c"),
    "marketing-refusal-at-collection": error("UCA 3(1)(o)"),
    "marketing-sender": error("UCA 3(1)(o)"),
    "marketing-screening": note("UCA 3(1)(u)"),
    "marketing-third-party-consent": warning("UCA 3(1)(o)"),
  };
}

export const chNotice: NoticeLaw = {
  regime: "ch",
  transfers: "ch",
  territory: ["CH"],
  items: successive(fadp1992(), fadp(), others()),
};
