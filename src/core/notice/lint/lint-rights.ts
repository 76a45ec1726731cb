import type { NoticeItemId } from "#core/law/notice-items";
import type { Notice } from "../notice.ts";
import type { LintCase } from "./case.ts";
import type { LintFinding } from "./finding.ts";

/** Rights in the order in which notices list them, with the item that asks for each. */
const RIGHTS: readonly (readonly [right: string, item: NoticeItemId])[] = [
  ["access", "right-access"],
  ["rectification", "right-rectification"],
  ["erasure", "right-erasure"],
  ["restriction", "right-restriction"],
  ["portability", "right-portability"],
  ["objection", "right-objection"],
  ["withdrawal", "right-withdrawal"],
  ["automated-decisions", "right-automated-decisions"],
  ["opt-out", "right-opt-out"],
  ["limit", "right-limit"],
  ["complaint", "right-complaint"],
];

/** Fewer words than this are no account of a logic. */
const LOGIC_WORDS_MIN = 12;

/** Rights, what they cost, where one goes when the answer does not satisfy, and changes. */
export function lintRights(matter: LintCase): readonly LintFinding[] {
  return [
    ...missing(matter),
    ...fee(matter),
    ...identity(matter),
    ...authority(matter),
    ...complaints(matter),
    ...automated(matter),
    ...changes(matter),
  ];
}

function missing(matter: LintCase): readonly LintFinding[] {
  const { offered } = matter.notice.rights;
  const clause = matter.clauses.of(
    RIGHTS.map(([right]) => `right:${right}`),
    "rights",
  );
  return RIGHTS.filter(([right]) => !offered.includes(right) && isWanted(matter, right)).flatMap(
    ([right, item]) =>
      matter.find("rights.missing", item, {
        path: "rights.offered",
        clause,
        why: `the right \`${right}\` is not offered`,
        write: `add \`${right}\` under \`rights.offered\` and say how it is used`,
      }),
  );
}

/** Some rights are there only for what the notice does. */
function isWanted(matter: LintCase, right: string): boolean {
  const { notice, purposes } = matter;
  switch (right) {
    case "withdrawal":
      return (
        notice.storedItems.size > 0 ||
        purposes.some((each) => matter.anyBasesOf(each).some(({ kind }) => kind === "consent"))
      );
    case "automated-decisions":
      return notice.rights.automatedDecisions === "declared";
    case "opt-out":
      return purposes.some((each) => each.sale || each.sharing || each.targetedAdvertising);
    case "limit":
      return purposes.some(({ categories }) =>
        [...categories].some((id) => isSensitive(notice, id)),
      );
    default:
      return true;
  }
}

/** In California the notice may say that sensitive data serves only what needs no limit. */
function isSensitive({ categories, california }: Notice, id: string): boolean {
  if (california?.sensitiveUse === "permitted-purposes") return false;
  const category = categories.get(id);
  return category?.special === true || (category?.california?.sensitive ?? null) !== null;
}

function fee(matter: LintCase): readonly LintFinding[] {
  if (!matter.notice.rights.fee?.charged) return [];
  return matter.find("rights.fee", "free-of-charge", {
    path: "rights.fee",
    clause: matter.clauses.of(["practice:fee", "right:access"], "rights"),
    why: "a fee is announced for what has to be free of charge",
  });
}

function identity(matter: LintCase): readonly LintFinding[] {
  if (matter.notice.rights.identity !== null) return [];
  return matter.find("rights.identity-missing", "identity-proof", {
    path: "rights",
    clause: matter.clauses.of(["practice:identity", "right:access"], "rights"),
    why: "how somebody proves who they are is not said",
  });
}

function authority(matter: LintCase): readonly LintFinding[] {
  const { authorities } = matter.notice.rights;
  if (authorities.some(({ country }) => matter.law.territory.includes(country))) return [];
  return matter.find("authority.missing", "authority", {
    path: "authorities",
    clause: matter.clauses.of(["practice:authorities"], "authorities"),
    why: "no supervisory authority of this law is named",
  });
}

function complaints(matter: LintCase): readonly LintFinding[] {
  const isOpen = matter.notice.rights.complaints.some(
    ({ step, regimes }) =>
      step === "controller" &&
      (regimes.length === 0 ||
        regimes.includes(matter.regime) ||
        regimes.includes(matter.law.regime)),
  );
  if (isOpen) return [];
  return matter.find("complaints.controller-missing", "complaint-to-controller", {
    path: "complaints",
    clause: matter.clauses.of(["practice:complaints"], "complaints"),
    why: "the right to complain to the controller is not said",
  });
}

function automated(matter: LintCase): readonly LintFinding[] {
  const { automatedDecisions, automatedDecisionsAbout } = matter.notice.rights;
  // A decision that is declared by itself has to say its logic to compile.
  if (automatedDecisions !== "declared" || matter.notice.decisions.size > 0) return [];
  const words = matter.read(automatedDecisionsAbout).split(/\s+/).filter(Boolean);
  if (words.length >= LOGIC_WORDS_MIN) return [];
  return matter.find("automated.logic-missing", "automated-logic", {
    path: "practice.automatedDecisions",
    clause: matter.clauses.of(["practice:automated-decisions", "right:automated-decisions"]),
    why: "decisions by machine are declared, and their logic and consequences are hardly said",
  });
}

function changes(matter: LintCase): readonly LintFinding[] {
  if (matter.notice.rights.changeNotice !== "page") return [];
  return matter.find("changes.page-only", "changes-told", {
    path: "practice.changeNotice",
    clause: matter.clauses.of(["practice:change-notice"]),
    why: "people are told of changes only if they look at the page again",
  });
}
