import type { Notice } from "../notice.ts";
import { gdpr, isGdpr, type Law, type LintFinding } from "./finding.ts";

const PATH = "practice.cookieChoice";

/** Cookies: a way to refuse, consent that is asked for, lifetimes that are said. */
export function lintCookies(notice: Notice, law: Law): readonly LintFinding[] {
  const items = [...notice.storedItems.values()].filter((item) => !item.necessary);
  if (items.length === 0) return [];
  const findings: LintFinding[] = [];
  const base = { regime: law.regime, path: PATH, clause: clauseOf(notice, ["agree", "choice"]) };
  const isUs = law.regime.startsWith("us-");
  if (notice.rights.cookieChoice !== "banner" && !isUs) {
    findings.push({
      ...base,
      id: "cookies.no-refusal",
      level: isGdpr(law) ? "error" : "warning",
      provision: law.regime === "ch" ? "TCA 45c" : refusalProvision(law),
      why: `${items.length} cookies are set that the site can do without, and nobody is offered a way to refuse them`,
      write:
        "ask before setting them, or at least say where they are refused; set `cookieChoice: banner`",
    });
  }
  if (notice.rights.cookieChoice === "implied" && isGdpr(law)) {
    findings.push({
      ...base,
      id: "cookies.implied-consent",
      level: "error",
      provision: gdpr(law, "4(11), 7; Directive 2002/58 art. 5(3)"),
      why: "using the site is taken for consent; consent needs a clear affirmative act",
      write: "ask for each purpose, with nothing ticked, and set `cookieChoice: banner`",
    });
  }
  if (isUs && !notice.rights.offered.includes("opt-out")) {
    findings.push({
      ...base,
      id: "cookies.no-opt-out",
      level: "error",
      provision: "CCPA 1798.120, 1798.135",
      why: "advertising cookies share personal information, and no way to opt out is offered",
      write: "offer the right `opt-out` and honour Global Privacy Control",
    });
  }
  return [...findings, ...lifetimes(notice, law)];
}

function refusalProvision({ regime, day }: Law): string {
  if (regime.startsWith("uk"))
    return day >= "2026-02-05" ? "PECR reg. 6 and Sch A1" : "PECR reg. 6(2)";
  return "Directive 2002/58 art. 5(3)";
}

/** Since the judgment of 1 October 2019 the duration belongs to the information. */
function lifetimes(notice: Notice, law: Law): readonly LintFinding[] {
  if (law.regime.startsWith("us-") || law.day < "2019-10-01") return [];
  return [...notice.storedItems.values()]
    .filter((item) => item.lifetimeSeconds === null)
    .map((item) => ({
      id: "cookies.lifetime-missing",
      level: "error" as const,
      regime: law.regime,
      path: `storedItems.${item.id}.lifetime`,
      clause: clauseOf(notice, ["list", "persistent"]),
      provision: law.regime === "ch" ? "FADP 19" : "CJEU C-673/17; Directive 2002/58 art. 5(3)",
      why: `how long \`${item.item}\` stays is not said`,
      write: "give the period, such as `lifetime: 13 months`",
    }));
}

/** The clause on cookies whose id says one of the words. */
function clauseOf(notice: Notice, words: readonly string[]): string | null {
  const ids = [...notice.clauses.keys()].filter((id) => id.startsWith("cookies"));
  return ids.find((id) => words.some((word) => id.includes(word))) ?? ids[0] ?? null;
}
