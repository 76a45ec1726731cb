import type { BasisKind } from "#core/law/regime";

/** Letters and numbers of the same three bases in the laws that have them. */
type Places = { readonly contract: string; readonly duty: string; readonly interests: string };

const GDPR: Places = { contract: "6(1)(b)", duty: "6(1)(c)", interests: "6(1)(f)" };
const DIRECTIVE: Places = { contract: "7(b)", duty: "7(c)", interests: "7(f)" };
const ACT_1998: Places = { contract: "sch 2(2)", duty: "sch 2(3)", interests: "sch 2(6)" };
const FADP: Places = { contract: "31(2)(a)", duty: "31(1)", interests: "31(1)" };

/** Ids of the Union and the states of the EEA. */
const UNION: ReadonlySet<string> = new Set([
  ...["eu", "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu"],
  ...[
    "ie",
    "it",
    "lt",
    "lu",
    "lv",
    "mt",
    "nl",
    "pl",
    "pt",
    "ro",
    "se",
    "si",
    "sk",
    "is",
    "li",
    "no",
  ],
]);

const GDPR_FROM = "2018-05-25";
const UK_GDPR_FROM = "2021-01-01";
const FADP_FROM = "2023-09-01";

/**
 * The provision that a built-in purpose rests on in a regime on the day of the notice; empty where
 * that law asks for no basis. Member states are regimes too (`fr`), and theirs is the law of the
 * Union.
 */
export function lawOf(kind: BasisKind, regime: string, date: string): string {
  const [name, places] = lawIn(regime, date);
  if (places === null) return "";
  const place =
    kind === "contract"
      ? places.contract
      : kind === "legal-obligation"
        ? places.duty
        : places.interests;
  return `${name} ${place}`;
}

function lawIn(regime: string, date: string): readonly [name: string, places: Places | null] {
  const [country = ""] = regime.split("-");
  if (country === "ch") return date >= FADP_FROM ? ["FADP", FADP] : ["", null];
  if (country === "uk" && date < GDPR_FROM) return ["Data Protection Act 1998", ACT_1998];
  // Of any other law it is not known here what its place is; to name the GDPR would be wrong.
  if (country !== "uk" && !UNION.has(country)) return ["", null];
  if (date < GDPR_FROM) return ["Directive 95/46/EC", DIRECTIVE];
  return [country === "uk" && date >= UK_GDPR_FROM ? "UK GDPR" : "GDPR", GDPR];
}
