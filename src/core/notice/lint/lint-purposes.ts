import type { Notice, Purpose } from "../notice.ts";
import { gdpr, isGdpr, isModern, type Law, type LintFinding } from "./finding.ts";

/**
 * Purposes: a basis for each, its interest named, a time for what is kept, and marketing that can
 * be refused.
 */
export function lintPurposes(notice: Notice, law: Law): readonly LintFinding[] {
  return [...notice.purposes.values()]
    .filter((purpose) => !purpose.builtIn)
    .flatMap((purpose) => [
      ...bases(purpose, law),
      ...retention(notice, purpose, law),
      ...assumedMarketing(notice, purpose, law),
    ]);
}

function bases(purpose: Purpose, law: Law): readonly LintFinding[] {
  if (!isGdpr(law)) return [];
  const path = `purposes.${purpose.id}.bases`;
  const base = { regime: law.regime, path, clause: purpose.clause };
  const listed = purpose.bases.get(law.regime.split("-")[0] ?? law.regime) ?? [];
  if (listed.length === 0) {
    return [
      {
        ...base,
        id: "purpose.basis-missing",
        level: "error",
        provision: gdpr(law, "6(1), 13(1)(c)"),
        why: `no legal basis is given for \`${purpose.id}\``,
        write: `list the bases under \`bases.${law.regime}\`, the first that holds first`,
      },
    ];
  }
  return listed
    .filter(({ kind, because }) => kind === "legitimate-interests" && because === null)
    .map(() => ({
      ...base,
      id: "purpose.interest-missing",
      level: "warning" as const,
      provision: gdpr(law, "13(1)(d)"),
      why: `the legitimate interest behind \`${purpose.id}\` is not said`,
      write: "say it, and how it was weighed, under `because`",
    }));
}

function retention(notice: Notice, purpose: Purpose, law: Law): readonly LintFinding[] {
  if (!isModern(law)) return [];
  const declared = notice.retention.get(purpose.id);
  const open = [...purpose.categories].filter((category) => {
    const found = declared?.get(category);
    return found === undefined || (found.period === "open" && found.because === null);
  });
  if (open.length === 0) return [];
  return [
    {
      id: "purpose.retention-missing",
      level: "error",
      regime: law.regime,
      path: `purposes.${purpose.id}.retention`,
      clause: purpose.clause,
      provision: retentionProvision(law),
      why: `how long ${open.map((each) => `\`${each}\``).join(", ")} is kept for \`${purpose.id}\` is not said`,
      write: "give a period and the event that it runs from, or say why it cannot be given",
    },
  ];
}

function retentionProvision(law: Law): string {
  if (law.regime === "ch") return "FADP 6(4)";
  return law.regime.startsWith("us-") ? "CCPA 1798.100(a)(3)" : gdpr(law, "5(1)(e), 13(2)(a)");
}

/**
 * Customers who are presumed to agree: lawful by e-mail only where they could refuse when they gave
 * the address.
 */
function assumedMarketing(notice: Notice, purpose: Purpose, law: Law): readonly LintFinding[] {
  if (!purpose.directMarketing || !purpose.channels.has("email") || law.regime.startsWith("us-"))
    return [];
  const listed = [...purpose.bases.values()].flat();
  const assumes = listed.length === 0 || listed.some(({ kind }) => kind === "soft-opt-in");
  const offered = [...notice.forms.values()].some((form) =>
    form.offers.some((offer) => offer.purpose === purpose.id),
  );
  if (!assumes || offered) return [];
  const customers = [...notice.clauses.keys()].find((id) => id.includes("customers"));
  return [
    {
      id: "marketing.assumed-agreement",
      level: "error",
      regime: law.regime,
      path: `purposes.${purpose.id}`,
      clause: customers ?? purpose.clause,
      provision: assumedProvision(law),
      why: `agreement to \`${purpose.id}\` is assumed, and no form offers to refuse it when the address is given`,
      write: "offer the choice on each form that takes the address (`offers`)",
    },
  ];
}

function assumedProvision({ regime }: Law): string {
  if (regime === "ch") return "UCA 3(1)(o)";
  return regime.startsWith("uk") ? "PECR reg. 22(3)(c)" : "Directive 2002/58 art. 13(2)";
}
