import { during, type Items, type Life } from "./dated.ts";

/**
 * What Regulation 2016/679 asks of a notice, under the name that it has in a place (`GDPR`, `UK
 * GDPR`). Cookies and marketing are the matter of other laws; they stand in the packs.
 */
export function gdprItems(name: string, life: Life): Items {
  const { error, warning, note } = during(life);
  const at = (articles: string) => `${name} ${articles}`;
  return {
    "controller-address": warning(at("13(1)(a)")),
    representative: error(at("27, 13(1)(a)")),
    dpo: warning(at("37(1)(c), 13(1)(b)")),
    "purpose-specified": warning(at("5(1)(b), 13(1)(c)")),
    "advertising-named": warning(at("5(1)(a), 13(1)(c)")),
    basis: error(at("6(1), 13(1)(c)")),
    interests: warning(at("13(1)(d)")),
    "authority-interests": warning(at("6(1), last sentence")),
    "special-ground": error(at("9(2)")),
    "offences-ground": error(at("10")),
    "joint-essence": warning(at("26(2)")),
    "marketing-processing": error(at("6(1)")),
    "consent-apart": error(at("7(2), 7(4)")),
    "consent-or-duty": warning(at("7(3), 6(1)(c)")),
    "consent-term": note(at("7(3)")),
    minimisation: warning(at("5(1)(c)")),
    source: warning(at("14(2)(f)")),
    "source-told": warning(at("14(1)-(3)")),
    needed: warning(at("13(2)(e)")),
    children: warning(at("8, 12(1)")),
    recipients: error(at("13(1)(e)")),
    "recipients-named": warning(at("13(1)(e)")),
    "recipient-country": error(at("13(1)(f)")),
    "processor-purposes": warning(at("28(3)")),
    onward: error(at("28(4), 44")),
    "transfer-mechanism": error(at("44-46")),
    "transfer-derogation": warning(at("49(1)")),
    "transfer-copy": error(at("13(1)(f)")),
    retention: error(at("5(1)(e), 13(2)(a)")),
    "right-access": error(at("15, 13(2)(b)")),
    "right-rectification": error(at("16, 13(2)(b)")),
    "right-erasure": error(at("17, 13(2)(b)")),
    "right-restriction": error(at("18, 13(2)(b)")),
    "right-portability": error(at("20, 13(2)(b)")),
    "right-objection": error(at("21, 13(2)(b)")),
    "right-withdrawal": error(at("7(3), 13(2)(c)")),
    "right-automated-decisions": error(at("22, 13(2)(f)")),
    "right-complaint": error(at("77, 13(2)(d)")),
    "objection-apart": error(at("21(4)")),
    "free-of-charge": error(at("12(5)")),
    "identity-proof": note(at("12(6)")),
    authority: error(at("13(2)(d)")),
    "automated-logic": error(at("13(2)(f)")),
    "changes-told": warning(at("12(1), 13(3)")),
    "security-not-disclaimed": note(at("5(1)(f), 32")),
    truthful: error(at("5(1)(a)")),
  };
}
