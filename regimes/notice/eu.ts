import type { NoticeLaw } from "#core/law/notice-items";
import { EEA } from "../places.ts";
import { during, type Items, successive } from "./dated.ts";
import { gdprItems } from "./gdpr.ts";

/** Directive 95/46/EC: it informs (10, 11), and wants fairness and a purpose that is specified. */
function directiveItems(): Items {
  const { error, warning, note } = during({
    from: "1998-10-24",
    until: "2018-05-25",
    confirmed: false,
  });
  const at = (articles: string) => `Directive 95/46 art. ${articles}`;
  return {
    "purpose-specified": warning(at("6(1)(b)")),
    "advertising-named": warning(at("10(b), 6(1)(a)")),
    "special-ground": error(at("8")),
    minimisation: warning(at("6(1)(c)")),
    recipients: error(at("10(c)")),
    "recipient-country": note(at("10(c)")),
    "processor-purposes": warning(at("17(3)")),
    onward: warning(at("25-26")),
    "transfer-mechanism": error(at("25-26")),
    "transfer-derogation": warning(at("26(1)")),
    "right-access": error(at("12, 10(c)")),
    "right-rectification": error(at("12(b), 10(c)")),
    "marketing-objection": error(at("14(b)")),
    "security-not-disclaimed": note(at("17(1)")),
    truthful: error(at("6(1)(a)")),
  };
}

/**
 * Directive 2002/58 as amended by 2009/136. The consent is that of Directive 95/46, since 2018 of
 * the GDPR; a lifetime and the access of others belong to the information (judgment of 1 October
 * 2019).
 */
function privacyOnline(): Items {
  const at = (articles: string) => `Directive 2002/58 art. ${articles}`;
  const before = during({ from: "2011-05-25", until: "2018-05-25", confirmed: false });
  const since = during({ from: "2018-05-25", until: null, confirmed: false });
  const always = during({ from: "2011-05-25", until: null, confirmed: false });
  const planet49 = during({ from: "2019-10-01", until: null, confirmed: false });
  const judgment = `CJEU C-673/17; ${at("5(3)")}`;
  return {
    "cookie-refusal": [...before.warning(at("5(3)")), ...since.error(at("5(3)"))],
    "cookie-implied": since.error(`GDPR 4(11), 7; ${at("5(3)")}`),
    "cookie-consent": since.error(at("5(3)")),
    "cookie-information": always.note(at("5(3)")),
    "cookie-lifetime": planet49.error(judgment),
    "cookie-lifetime-long": planet49.note(at("5(3)")),
    "cookie-third-parties": planet49.error(judgment),
    "cookie-necessary": always.error(at("5(3)")),
    "cookie-statistics": always.error(at("5(3)")),
    "marketing-refusal-at-collection": always.error(at("13(2)")),
    "marketing-sender": always.error(at("13(4)")),
    "marketing-third-party-consent": always.warning(at("13(1)")),
  };
}

export const euNotice: NoticeLaw = {
  regime: "eu",
  transfers: "eu",
  territory: EEA,
  items: successive(
    directiveItems(),
    gdprItems("GDPR", { from: "2018-05-25", until: null, confirmed: false }),
    privacyOnline(),
  ),
};
