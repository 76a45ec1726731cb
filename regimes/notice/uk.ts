import type { NoticeLaw } from "#core/law/notice-items";
import { during, type Items, successive } from "./dated.ts";
import { gdprItems } from "./gdpr.ts";

/**
 * Data Protection Act 1998. Fair processing (Sch 1 Pt II para 2(3)) wants the controller, its
 * representative, the purposes, and whatever else is needed to be fair; no bases, no periods.
 */
function act1998(): Items {
  const { error, warning, note } = during({
    from: "2000-03-01",
    until: "2018-05-25",
    confirmed: true,
  });
  const directive = "Directive 95/46 art. 25-26; DPA 1998 principle 8";
  return {
    "purpose-specified": warning("DPA 1998 Sch 1, principle 2"),
    "advertising-named": warning("DPA 1998 Sch 1 Pt II para 2(3)"),
    "special-ground": error("DPA 1998 Sch 3"),
    minimisation: warning("DPA 1998 Sch 1, principle 3"),
    recipients: error("DPA 1998 Sch 1 Pt II para 2(3)(d)"),
    "recipient-country": note("DPA 1998 Sch 1, principle 8"),
    "processor-purposes": warning("DPA 1998 Sch 1 Pt II para 12"),
    onward: warning("DPA 1998 Sch 1, principle 8"),
    "transfer-mechanism": error(directive),
    "transfer-derogation": warning("DPA 1998 Sch 4"),
    "right-access": error("DPA 1998 s. 7"),
    "right-rectification": error("DPA 1998 s. 14"),
    "marketing-objection": error("DPA 1998 s. 11"),
    "security-not-disclaimed": note("DPA 1998 Sch 1, principle 7"),
    truthful: error("DPA 1998 Sch 1, principle 1"),
  };
}

/**
 * PECR. Until the standard of the GDPR came in (2019-03-29) informed implied consent was tolerated
 * for cookies, yet a way to refuse had to be offered: a warning.
 */
function pecr(): Items {
  const always = during({ from: "2011-05-26", until: null, confirmed: true });
  const tolerated = during({ from: "2011-05-26", until: "2019-03-29", confirmed: true });
  const strict = during({ from: "2019-03-29", until: "2026-02-05", confirmed: false });
  const reformed = during({ from: "2026-02-05", until: null, confirmed: true });
  const gdprConsent = during({ from: "2019-03-29", until: null, confirmed: false });
  const planet49 = during({ from: "2019-10-01", until: null, confirmed: false });
  const judgment = "CJEU C-673/17; PECR reg. 6(2)";
  return {
    "cookie-refusal": [
      ...tolerated.warning("PECR reg. 6(2)"),
      ...strict.error("PECR reg. 6(2)"),
      ...reformed.error("PECR reg. 6 and Sch A1"),
    ],
    "cookie-implied": gdprConsent.error("UK GDPR 4(11), 7; PECR reg. 6(2)(b)"),
    "cookie-consent": [
      ...strict.error("PECR reg. 6(2)"),
      ...reformed.error("PECR reg. 6 and Sch A1"),
    ],
    "cookie-information": always.note("PECR reg. 6(2)(a)"),
    "cookie-lifetime": planet49.error(judgment),
    "cookie-lifetime-long": planet49.note("PECR reg. 6(2)(a)"),
    "cookie-third-parties": planet49.error(judgment),
    "cookie-necessary": always.error("PECR reg. 6(4)"),
    "cookie-statistics": always.error("PECR reg. 6(4)"),
    "marketing-refusal-at-collection": always.error("PECR reg. 22(3)(c)"),
    "marketing-sender": always.error("PECR reg. 23"),
    "marketing-screening": always.note("PECR reg. 21, 26"),
    "marketing-third-party-consent": always.warning("PECR reg. 22(2)"),
  };
}

/** UK GDPR 13(2)(ca) and 14(2)(da), by s. 103 of the Data (Use and Access) Act 2025. */
function complaintsOf2026(): Items {
  const { error } = during({ from: "2026-06-19", until: null, confirmed: true });
  return { "complaint-to-controller": error("UK GDPR 13(2)(ca), 14(2)(da); DPA 2018 s. 164A") };
}

/**
 * The right to complain to the authority left article 77 on 2026-06-19 for DPA 2018 s. 165; to
 * inform of it stayed (13(2)(d)).
 */
function complaintToAuthority(): Items {
  const before = during({ from: "2021-01-01", until: "2026-06-19", confirmed: false });
  const since = during({ from: "2026-06-19", until: null, confirmed: true });
  const machines = during({ from: "2026-02-05", until: null, confirmed: true });
  const earlier = during({ from: "2021-01-01", until: "2026-02-05", confirmed: false });
  return {
    "right-complaint": [
      ...before.error("UK GDPR 77, 13(2)(d)"),
      ...since.error("UK GDPR 13(2)(d); DPA 2018 s. 165"),
    ],
    "right-automated-decisions": [
      ...earlier.error("UK GDPR 22, 13(2)(f)"),
      ...machines.error("UK GDPR 22A-22D, 13(2)(f)"),
    ],
  };
}

/** The rest of the UK GDPR; two items have dates of their own above. */
function since2021(): Items {
  const life = { from: "2021-01-01", until: null, confirmed: false };
  const {
    "right-complaint": _complaint,
    "right-automated-decisions": _machines,
    ...rest
  } = gdprItems("UK GDPR", life);
  return rest;
}

export const ukNotice: NoticeLaw = {
  regime: "uk",
  transfers: "uk",
  territory: ["GB"],
  items: successive(
    act1998(),
    gdprItems("GDPR", { from: "2018-05-25", until: "2021-01-01", confirmed: false }),
    since2021(),
    complaintToAuthority(),
    complaintsOf2026(),
    pecr(),
  ),
};
