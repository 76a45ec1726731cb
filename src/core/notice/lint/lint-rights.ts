import { mainController } from "../main-controller.ts";
import type { Notice } from "../notice.ts";
import { gdpr, isGdpr, isModern, type Law, type LintFinding } from "./finding.ts";

const EEA = new Set([
  ...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"],
  ...["IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO"],
]);

const WANTED: { readonly [right: string]: string } = {
  access: "15",
  rectification: "16",
  erasure: "17",
  restriction: "18",
  portability: "20",
  objection: "21",
  withdrawal: "7(3)",
  complaint: "77",
};

/**
 * Rights, who answers for them, what they cost, and where one goes when the answer does not
 * satisfy.
 */
export function lintRights(notice: Notice, law: Law): readonly LintFinding[] {
  return [
    ...missingRights(notice, law),
    ...acceptance(notice, law),
    ...fee(notice, law),
    ...authority(notice, law),
    ...representative(notice, law),
    ...identity(notice, law),
    ...complaints(notice, law),
  ];
}

function finding(
  law: Law,
  path: string,
  clause: string | null,
  rest: Omit<LintFinding, "regime" | "path" | "clause">,
) {
  return [{ regime: law.regime, path, clause, ...rest }];
}

/** A clause of the section: the one whose id says the word, else the first. */
function clauseOf(notice: Notice, prefix: string, word = ""): string | null {
  const ids = [...notice.clauses.keys()].filter((id) => id.startsWith(`${prefix}.`));
  return ids.find((id) => id.slice(prefix.length).includes(word)) ?? ids[0] ?? null;
}

function missingRights(notice: Notice, law: Law): readonly LintFinding[] {
  if (!isModern(law)) return [];
  const isUs = law.regime.startsWith("us-");
  const wanted = isUs
    ? { access: "110", erasure: "105", rectification: "106", "opt-out": "120" }
    : WANTED;
  return Object.entries(wanted)
    .filter(([right]) => !notice.rights.offered.includes(right))
    .flatMap(([right, article]) =>
      finding(law, "rights.offered", clauseOf(notice, "rights"), {
        id: "rights.missing",
        level: "error",
        provision: isUs ? `CCPA 1798.${article}` : rightProvision(law, article),
        why: `the right \`${right}\` is not offered`,
        write: `add \`${right}\` under \`rights.offered\` and say how it is used`,
      }),
    );
}

function rightProvision(law: Law, article: string): string {
  return law.regime === "ch" ? "FADP 25-32" : `${gdpr(law, article)}, 13(2)(b)`;
}

function acceptance(notice: Notice, law: Law): readonly LintFinding[] {
  if (notice.rights.acceptance !== "bundled" || !isGdpr(law)) return [];
  return finding(law, "practice.acceptance", clauseOf(notice, "head", "terms"), {
    id: "consent.bundled",
    level: "error",
    provision: gdpr(law, "7(2), 7(4)"),
    why: "using the site is said to accept notice and terms together; a notice informs and is not accepted",
    write: "set `acceptance: none`, and ask for each consent on its own",
  });
}

function fee(notice: Notice, law: Law): readonly LintFinding[] {
  if (!notice.rights.fee?.charged || !isModern(law)) return [];
  return finding(law, "rights.fee", clauseOf(notice, "rights", "fee"), {
    id: "rights.fee",
    level: "error",
    provision:
      law.regime === "ch" ? "FADP 25(6)" : isGdpr(law) ? gdpr(law, "12(5)") : "CCPA 1798.100(d)",
    why: "a fee is announced for what has to be free of charge",
    write:
      "set `charged: false`; a fee is open only for requests that are manifestly unfounded or excessive",
  });
}

function authority(notice: Notice, law: Law): readonly LintFinding[] {
  if (!isGdpr(law)) return [];
  const fits = (country: string) =>
    law.regime.startsWith("uk") ? country === "GB" : EEA.has(country);
  if (notice.rights.authorities.some(({ country }) => fits(country))) return [];
  return finding(law, "authorities", clauseOf(notice, "contact"), {
    id: "authority.missing",
    level: "error",
    provision: gdpr(law, "13(2)(d)"),
    why: "no supervisory authority of this law is named",
    write: "name the one of the controller's or the person's country under `authorities`",
  });
}

function representative(notice: Notice, law: Law): readonly LintFinding[] {
  const controller = mainController(notice);
  if (!isGdpr(law) || controller === undefined) return [];
  const isWithin = (country: string) =>
    law.regime.startsWith("uk")
      ? country === "GB"
      : law.day < "2021-01-01"
        ? EEA.has(country) || country === "GB"
        : EEA.has(country);
  if (isWithin(controller.country)) return [];
  if (controller.representatives.some(({ country }) => isWithin(country))) return [];
  return finding(law, `controllers.${controller.id}`, clauseOf(notice, "head"), {
    id: "controller.representative-missing",
    level: "error",
    provision: gdpr(law, "27, 13(1)(a)"),
    why: `\`${controller.id}\` is not established there and names no representative`,
    write: "appoint one in writing and name it under `representatives`",
  });
}

function identity(notice: Notice, law: Law): readonly LintFinding[] {
  const controller = mainController(notice);
  if (controller === undefined || controller.address !== null || !isModern(law)) return [];
  return finding(law, `controllers.${controller.id}.address`, clauseOf(notice, "contact"), {
    id: "controller.address-missing",
    level: "warning",
    provision:
      law.regime === "ch" ? "FADP 19(2)(a)" : isGdpr(law) ? gdpr(law, "13(1)(a)") : "CCPA 1798.130",
    why: "the controller gives no postal address",
    write: "give it under `address`",
  });
}

/**
 * Since 19 June 2026 the notice in the United Kingdom says that one may complain to the controller
 * itself.
 */
function complaints(notice: Notice, law: Law): readonly LintFinding[] {
  if (!law.regime.startsWith("uk") || law.day < "2026-06-19") return [];
  if (notice.rights.complaints.some(({ step }) => step === "controller")) return [];
  return finding(law, "complaints", clauseOf(notice, "complaints"), {
    id: "complaints.controller-missing",
    level: "error",
    provision: "UK GDPR 13(2)(ca); DPA 2018 s. 164A",
    why: "the right to complain to the controller is not said",
    write: "add a step `controller` to `complaints`, and acknowledge within 30 days",
  });
}
