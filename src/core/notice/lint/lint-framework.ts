import type { FrameworkItemId, FrameworkLaw } from "#core/law/notice-items";
import type { Framework, Recipient } from "../notice.ts";
import { type LintCase, listed } from "./case.ts";
import type { LintFinding } from "./finding.ts";

const MEANT: { readonly [I in FrameworkItemId]: string } = {
  participation: "the framework that it takes part in",
  "data-types": "the kinds of data that it receives",
  commitment: "that it applies the principles to all data received under the framework",
  purposes: "what it uses the data for",
  contact: "whom to ask",
  "third-parties": "to what kinds of third parties it passes data on",
  access: "the right of access",
  choice: "how people limit use and disclosure",
  recourse: "the independent dispute body, free of charge",
  enforcement: "the authority that may investigate it (the Federal Trade Commission)",
  arbitration: "that binding arbitration may be open",
  authorities: "that it may have to answer lawful requests of public authorities",
  "onward-liability": "that it is liable for those to whom it passes data on",
};

/** Steps that a framework promises and nothing else keeps up. */
const FRAMEWORK_STEPS: ReadonlySet<string> = new Set(["dispute-provider", "arbitration"]);

/** A ladder of complaints under a framework that has ended leads nowhere. */
export function lintLadder(matter: LintCase): readonly LintFinding[] {
  const { transfers, rights } = matter.notice;
  const steps = rights.complaints.filter(({ step }) => FRAMEWORK_STEPS.has(step));
  const frameworks = transfers.filter(({ kind }) => kind === "framework");
  const isAlive = frameworks.some(({ mechanism }) =>
    matter.world.mechanisms.some(
      ({ id, from, until }) =>
        id === mechanism && from <= matter.at && (until === null || matter.at < until),
    ),
  );
  if (steps.length === 0 || frameworks.length === 0 || isAlive) return [];
  return matter.find("complaints.ladder-lapsed", "truthful", {
    path: "complaints",
    clause: matter.clauses.of(["practice:complaints"], "complaints"),
    level: "warning",
    why: `${listed(steps.map(({ step }) => step))} are offered under a framework that has ended`,
  });
}

/** A certification with an end that has passed. */
export function lintCertifications(matter: LintCase): readonly LintFinding[] {
  if (matter.law.transfers === null) return [];
  return [...matter.notice.frameworks.values()]
    .filter(({ until }) => until !== null && until <= matter.day)
    .flatMap(({ id, framework, until }) =>
      matter.find("framework.certification-ended", "transfer-mechanism", {
        path: `frameworks.${id}.until`,
        clause: matter.clauses.of([`framework:${id}`], "transfers"),
        why: `the certification under \`${framework}\` ended on ${until}`,
      }),
    );
}

/**
 * The thirteen items of the Notice principle, where a company of ours certified itself. What other
 * recipients certified is for their own notices.
 */
export function lintFramework(matter: LintCase): readonly LintFinding[] {
  if (matter.law.transfers === null) return [];
  return matter.world.frameworks
    .filter(({ from, until }) => from <= matter.day && (until === null || matter.day < until))
    .flatMap((framework) => {
      const certified = certifiedBy(matter, framework);
      return certified === undefined ? [] : missingItems(matter, framework, certified);
    });
}

function certifiedBy(matter: LintCase, { mechanisms }: FrameworkLaw): Recipient | undefined {
  const alive = matter.world.mechanisms.filter(
    ({ id, from, until }) =>
      mechanisms.includes(id) && from <= matter.at && (until === null || matter.at < until),
  );
  const named = new Set(
    matter.notice.transfers
      .filter(({ mechanism }) => alive.some(({ id }) => id === mechanism))
      .map(({ recipient }) => recipient),
  );
  return [...matter.notice.recipients.values()].find(
    ({ id, role }) => role === "group" && named.has(id),
  );
}

function missingItems(
  matter: LintCase,
  framework: FrameworkLaw,
  recipient: Recipient,
): readonly LintFinding[] {
  const rule = (item: FrameworkItemId) => ({
    provision: framework.items[item],
    confirmed: framework.confirmed,
    from: framework.from,
    rule: { level: "error" as const },
  });
  const place = {
    path: `recipients.${recipient.id}.transfers`,
    clause: matter.clauses.of([`recipient:${recipient.id}`], "transfers"),
  };
  const declared = [...matter.notice.frameworks.values()].filter((each) =>
    framework.mechanisms.includes(each.framework),
  );
  return (Object.keys(MEANT) as FrameworkItemId[])
    .filter((item) => isMissing(matter, item, recipient, declared))
    .map((item) =>
      item === "recourse"
        ? matter.findUnder(rule(item), "complaints.recourse-missing", {
            path: "complaints",
            clause: matter.clauses.of(["practice:complaints"], "complaints"),
            why: `under the ${framework.name} an independent dispute body that costs nothing has to be named`,
          })
        : matter.findUnder(rule(item), "framework.item-missing", {
            ...place,
            why: `the ${framework.name} wants the notice to say ${MEANT[item]}`,
          }),
    );
}

/** @param declared participations in the framework as facts, whose table says what they declare. */
function isMissing(
  matter: LintCase,
  item: FrameworkItemId,
  recipient: Recipient,
  declared: readonly Framework[],
): boolean {
  const { rights, contacts, recipients } = matter.notice;
  const offers = (...wanted: readonly string[]) =>
    wanted.some((right) => rights.offered.includes(right));
  switch (item) {
    case "participation":
      return declared.length === 0 && matter.isSilentOn("framework");
    case "commitment":
      return matter.isSilentOn("commitment") && declared.length === 0;
    case "enforcement":
      return matter.isSilentOn("ftc") && !declared.some(({ enforcer }) => enforcer !== null);
    case "authorities":
      return (
        matter.isSilentOn("public-authorities") &&
        !declared.some(({ authorityDisclosure }) => authorityDisclosure)
      );
    case "onward-liability":
      return (
        matter.isSilentOn("liability") && !declared.some(({ onwardLiability }) => onwardLiability)
      );
    case "data-types":
    case "purposes":
      return recipient.discloses.length === 0;
    case "contact":
      return contacts.length === 0;
    case "third-parties":
      return recipients.size === 0;
    case "access":
      return !offers("access");
    case "choice":
      return !offers("limit", "objection", "opt-out", "restriction");
    case "recourse":
      return (
        !rights.complaints.some((each) => each.step === "dispute-provider" && each.free) &&
        !declared.some(({ recourse }) => recourse !== null)
      );
    case "arbitration":
      return (
        !rights.complaints.some(({ step }) => step === "arbitration") &&
        !declared.some(({ arbitration }) => arbitration)
      );
  }
}
