import type { LintCase } from "./case.ts";
import type { LintFinding } from "./finding.ts";

/** What laws of the United States ask of the page: links, signals, sale, agents, a fresh date. */
export function lintUnitedStates(matter: LintCase): readonly LintFinding[] {
  return [...sale(matter), ...requests(matter), ...outdated(matter)];
}

function sale(matter: LintCase): readonly LintFinding[] {
  const purpose = matter.purposes.find((each) => each.sale || each.sharing);
  if (purpose === undefined) return [];
  const place = {
    path: `purposes.${purpose.id}`,
    clause: matter.clauses.ofPurpose(purpose),
  };
  return [
    ...(matter.isSilentOn("sale")
      ? matter.find("opt-out.sale-unsaid", "sale-said", {
          ...place,
          why: `\`${purpose.id}\` sells or shares personal information, and no clause says so`,
        })
      : []),
    ...(matter.isSilentOn("opt-out-link") && !hasLink(matter)
      ? matter.find("opt-out.link-missing", "opt-out-link", {
          ...place,
          why: `\`${purpose.id}\` sells or shares personal information, and no clause names the link to opt out`,
        })
      : []),
    ...(matter.isSilentOn("signal") && !matter.notice.rights.signals?.includes("gpc")
      ? matter.find("opt-out.signal-unsaid", "signal-status", {
          ...place,
          why: "what happens to an opt-out preference signal of the browser is not said",
        })
      : []),
  ];
}

function hasLink({ notice }: LintCase): boolean {
  return notice.california?.links.some(({ kind }) => kind !== "limit-sensitive") ?? false;
}

function requests(matter: LintCase): readonly LintFinding[] {
  const place = {
    path: "rights",
    clause: matter.clauses.of(["right:access", "right:erasure"], "rights"),
  };
  return [
    ...(matter.notice.rights.methods.length < 2
      ? matter.find("rights.methods-missing", "request-methods", {
          ...place,
          path: "rights.methods",
          why: `${matter.notice.rights.methods.length} ways to make a request are named, and two are wanted`,
        })
      : []),
    ...(matter.notice.rights.appeal === null
      ? matter.find("rights.appeal-missing", "appeal", {
          ...place,
          why: "how one appeals against an answer is not said",
        })
      : []),
    ...(matter.isSilentOn("agent") && matter.notice.rights.agents === null
      ? matter.find("rights.agent-missing", "authorised-agent", {
          ...place,
          why: "how an authorised agent makes a request is not said",
        })
      : []),
    ...(matter.isSilentOn("retaliation")
      ? matter.find("rights.retaliation-missing", "no-retaliation", {
          ...place,
          why: "that using rights has no drawback is not said",
        })
      : []),
  ];
}

function outdated(matter: LintCase): readonly LintFinding[] {
  const { date } = matter.notice;
  const [year = "0", ...rest] = date.split("-");
  const due = [String(Number(year) + 1), ...rest].join("-");
  // Plain dates compare as text; a 29 February falls due on the day that would follow it.
  if (matter.day <= due) return [];
  return matter.find("notice.outdated", "yearly-update", {
    path: "date",
    clause: matter.clauses.of(["practice:change-notice"]),
    why: `the version is of ${date}, more than twelve months ago`,
  });
}
