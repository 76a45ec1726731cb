import type { Notice, Transfer } from "../notice.ts";
import { gdpr, isGdpr, isModern, type Law, type LintFinding } from "./finding.ts";

/** Recipients that are named, in countries that are said, by safeguards that are alive. */
export function lintRecipients(notice: Notice, law: Law): readonly LintFinding[] {
  return [
    ...notice.transfers.flatMap((transfer) => lapsed(notice, transfer, law)),
    ...[...notice.recipients.values()].flatMap((recipient) => {
      const base = {
        regime: law.regime,
        path: `recipients.${recipient.id}`,
        clause: clauseOf(notice, "share", recipient.id),
      };
      const findings: LintFinding[] = [];
      if (recipient.countries.length === 0 && bindsTransfers(law)) {
        findings.push({
          ...base,
          id: "recipient.country-missing",
          level: isModern(law) ? "error" : "note",
          provision: countryProvision(law),
          why: `to which countries \`${recipient.id}\` may take the data is not said`,
          write: "list them under `countries`",
        });
      }
      if (
        !recipient.named &&
        recipient.countries.length === 0 &&
        isModern(law) &&
        recipient.role !== "authority"
      ) {
        findings.push({
          ...base,
          id: "recipient.unnamed",
          level: "warning",
          provision: recipientProvision(law),
          why: `\`${recipient.id}\` is a kind of recipients so wide that nobody can tell who gets the data`,
          write: "name them, or narrow the kind by what they do and where",
        });
      }
      return findings;
    }),
  ];
}

function countryProvision(law: Law): string {
  if (law.regime === "ch") return isModern(law) ? "FADP 19(4)" : "FADP 1992, art. 6";
  if (isGdpr(law)) return gdpr(law, "13(1)(f)");
  return law.regime.startsWith("uk") ? "DPA 1998 Sch 1, principle 8" : "Directive 95/46 art. 10(c)";
}

function transferProvision(law: Law): string {
  if (law.regime === "ch") return isModern(law) ? "FADP 16" : "FADP 1992, art. 6";
  if (isGdpr(law)) return gdpr(law, "44-46");
  const directive = "Directive 95/46 art. 25-26";
  return law.regime.startsWith("uk") ? `${directive}; DPA 1998 principle 8` : directive;
}

/** The law of California says nothing of countries: only who gets the data, and what for. */
function bindsTransfers({ regime }: Law): boolean {
  return !regime.startsWith("us-");
}

function recipientProvision(law: Law): string {
  if (law.regime === "ch") return "FADP 19(2)(c)";
  return law.regime.startsWith("us-") ? "CCPA 1798.110(c)(4)" : gdpr(law, "13(1)(e)");
}

/**
 * A mechanism counts as lapsed when it had lived, for whatever law, and lives for none on that day.
 */
function lapsed(notice: Notice, transfer: Transfer, law: Law): readonly LintFinding[] {
  if (!bindsTransfers(law)) return [];
  const lives = law.mechanisms.filter(({ id }) => id === transfer.mechanism);
  const isAlive = lives.some(
    ({ from, until }) => from <= law.at && (until === null || law.at < until),
  );
  if (isAlive || lives.length === 0) return [];
  const ends = lives.map(({ until }) => until ?? 0);
  const day = new Date(Math.max(...ends)).toISOString().slice(0, 10);
  return [
    {
      id: "transfer.mechanism-lapsed",
      level: "error",
      regime: law.regime,
      path: `recipients.${transfer.recipient}.transfers`,
      clause: clauseOf(notice, "transfer", "us"),
      provision: transferProvision(law),
      why: `\`${transfer.mechanism}\`, on which the transfer to \`${transfer.recipient}\` rests, ended on ${day}`,
      write: "rest it on a mechanism that is alive (`dpf`, `scc-2021`, `idta`), or stop it",
    },
  ];
}

/** The clause that says it: whose last word is that of the thing, else the section's first. */
function clauseOf(notice: Notice, prefix: string, thing: string): string | null {
  const ids = [...notice.clauses.keys()].filter((id) => id.startsWith(`${prefix}.`));
  const last = (id: string) => id.slice(id.lastIndexOf(".") + 1);
  return ids.find((id) => thing.startsWith(last(id))) ?? ids[0] ?? null;
}
