import type { NoticeLaw } from "#core/law/notice-items";
import { during, type Items, successive } from "./dated.ts";
import { federalItems } from "./us-federal.ts";

/**
 * CCPA as amended by the CPRA (2023-01-01), whose end of the exemption for business contacts brought
 * business notices under it, with the regulations of the Agency (11 CCR 7000 and following).
 */
function cpra(): Items {
  const { error, warning } = during({ from: "2023-01-01", until: null, confirmed: false });
  return {
    "controller-address": warning("CCPA 1798.130(a)(1)"),
    "purpose-specified": warning("CCPA 1798.100(a)(1), (c); 11 CCR 7002"),
    "advertising-named": warning("CCPA 1798.100(a)(1)"),
    minimisation: warning("CCPA 1798.100(c)"),
    recipients: error("CCPA 1798.110(c)(4)"),
    "recipients-named": warning("CCPA 1798.110(c)(4)"),
    "processor-purposes": warning("CCPA 1798.100(d)"),
    onward: warning("11 CCR 7051(a), 7053(a)"),
    retention: error("CCPA 1798.100(a)(3)"),
    "right-access": error("CCPA 1798.110"),
    "right-rectification": error("CCPA 1798.106"),
    "right-erasure": error("CCPA 1798.105"),
    "right-opt-out": error("CCPA 1798.120"),
    "right-limit": error("CCPA 1798.121"),
    "free-of-charge": error("CCPA 1798.130(a)(2)"),
    "identity-proof": error("11 CCR 7011(e)(3)"),
    "request-methods": error("CCPA 1798.130(a)(1)"),
    "authorised-agent": error("11 CCR 7011(e)(3)"),
    "no-retaliation": error("CCPA 1798.125; 11 CCR 7011(e)(2)"),
    "yearly-update": error("CCPA 1798.130(a)(5)"),
    "opt-out-link": error("CCPA 1798.135(a)(1)"),
    "sale-said": error("CCPA 1798.100(a)(1), 1798.130(a)(5)(C)"),
    children: warning("CCPA 1798.120(c)"),
    truthful: error("CCPA 1798.100(c); 11 CCR 7003"),
  };
}

/** Regulations of 2026: the page shows whether a signal of the browser was honoured. */
function regulations2026(): Items {
  const before = during({ from: "2023-03-29", until: "2026-01-01", confirmed: false });
  const since = during({ from: "2026-01-01", until: null, confirmed: true });
  return {
    "signal-status": [
      ...before.error("11 CCR 7011(e)(3)(F), 7025"),
      ...since.error("11 CCR 7025(c)(6), 7011(e)(3)(F)"),
    ],
  };
}

export const usCaNotice: NoticeLaw = {
  regime: "us-ca",
  transfers: null,
  territory: ["US"],
  items: successive(cpra(), regulations2026(), federalItems()),
};
