import type {
  Audience,
  California,
  Decision,
  Framework,
  JointControl,
  Notice,
  Security,
  Site,
} from "../notice.ts";
import { compareById, type Difference, Differences } from "./difference.ts";

/** Sites, joint control, decisions, frameworks, California, security. */
export function compareArrangements(before: Notice, after: Notice): readonly Difference[] {
  return [
    ...compareSites(before, after),
    ...compareJointControl(before, after),
    ...compareDecisions(before, after),
    ...compareFrameworks(before, after),
    ...compareCalifornia(before.california, after.california),
    ...compareIncentives(before, after),
    ...compareSecurity(before.security, after.security),
  ];
}

/** Hosts that come or go are compared as a set; here is what is said of those that stay. */
function compareSites(before: Notice, after: Notice): readonly Difference[] {
  const found: Difference[] = [];
  for (const [host, now] of after.siteDetails) {
    const old = before.siteDetails.get(host);
    if (old !== undefined) found.push(...compareSite(host, old, now));
  }
  return found;
}

function compareSite(host: string, old: Site, now: Site): readonly Difference[] {
  const differences = new Differences("site", host, []);
  differences.words("its name", old.name, now.name);
  differences.value("who runs it", old.controller, now.controller, "material");
  differences.without("languages", old.languages, now.languages);
  // Every attached regime must allow, so one more can only narrow.
  differences.without("regimes", old.regimes, now.regimes);
  compareAudience(differences, old.audience, now.audience);
  return differences.found;
}

/** Younger people are reached: material. How guardians agree is a safeguard. */
export function compareAudience(
  differences: Differences,
  old: Audience | null,
  now: Audience | null,
): void {
  const ages = (audience: Audience | null) => [audience?.from ?? null, audience?.under ?? null];
  differences.value("the ages that it is meant for", ages(old), ages(now), "material");
  const [was, is] = [old?.guardianConsent ?? null, now?.guardianConsent ?? null];
  differences.words("how guardians agree", was, is, is === null ? "material" : "editorial");
  const [known, knows] = [old?.ageCheck ?? null, now?.ageCheck ?? null];
  differences.words(
    "how the age is known",
    known,
    knows,
    knows === null ? "material" : "editorial",
  );
}

function compareJointControl(before: Notice, after: Notice): readonly Difference[] {
  return compareById<JointControl>(
    before.jointControl,
    after.jointControl,
    (id, { purposes }) => new Differences("joint-control", id, purposes),
    {
      added: ["material", "others decide as well"],
      removed: ["material", "nobody else decides any more, and what was agreed no longer holds"],
    },
    (differences, old, now) => {
      differences.words("its name", old.name, now.name);
      differences.set("controllers that decide together", old.controllers, now.controllers);
      differences.set("recipients that decide with them", old.recipients, now.recipients);
      differences.set("purposes decided about together", old.purposes, now.purposes);
      differences.words("the essence of the arrangement", old.essence, now.essence, "material");
      differences.value("who answers for what", old.answers, now.answers, "material");
      differences.value("its contact", old.contact, now.contact, "editorial");
    },
  );
}

function compareDecisions(before: Notice, after: Notice): readonly Difference[] {
  return compareById<Decision>(
    before.decisions,
    after.decisions,
    (id, { purposes }) => new Differences("decision", id, purposes),
    {
      added: ["material", "something more is decided by machine alone"],
      removed: ["narrowing", "it is not decided by machine alone any more"],
    },
    (differences, old, now) => {
      differences.words("its name", old.name, now.name);
      differences.set("purposes", old.purposes, now.purposes);
      differences.set("data that it is made from", old.categories, now.categories);
      differences.value("why it may be made", old.basis, now.basis, "material");
      differences.value("the provision", old.law, now.law, "editorial");
      differences.words("its logic", old.logic, now.logic, "material");
      differences.words("what follows from it", old.significance, now.significance, "material");
      differences.words("how a human looks at it", old.human, now.human, "material");
      differences.value("its contact", old.contact, now.contact, "editorial");
    },
  );
}

function compareFrameworks(before: Notice, after: Notice): readonly Difference[] {
  return compareById<Framework>(
    before.frameworks,
    after.frameworks,
    (id) => new Differences("framework", id, []),
    {
      added: ["material", "takes part in a framework for transfers"],
      removed: ["material", "takes no part in it any more, and what it promises has gone"],
    },
    compareFramework,
  );
}

function compareFramework(differences: Differences, old: Framework, now: Framework): void {
  differences.value("which framework it is", old.framework, now.framework, "material");
  differences.set("companies that are certified", old.controllers, now.controllers);
  differences.value("since when", old.since, now.since, "editorial");
  differences.value("until when", old.until, now.until, "material");
  // An empty list covers everything, so that lists cannot be compared as sets.
  differences.value("what it covers", old.categories, now.categories, "material");
  differences.flag("it covers data of own staff", old.humanResources, now.humanResources, false);
  differences.value("where the list is", old.url, now.url, "editorial");
  differences.value("who enforces it", old.enforcer, now.enforcer, "material");
  const [was, is] = [old.recourse, now.recourse];
  differences.words("independent recourse", was?.name ?? null, is?.name ?? null, "material");
  differences.value("its address", was?.url ?? null, is?.url ?? null, "editorial");
  differences.flag("binding arbitration is offered", old.arbitration, now.arbitration, false);
  differences.flag("it is liable onward", old.onwardLiability, now.onwardLiability, false);
  const told = [old.authorityDisclosure, now.authorityDisclosure] as const;
  differences.flag("disclosure to public authorities is said", ...told, false);
  differences.value("its contact", old.contact, now.contact, "editorial");
  differences.words("what else is said", old.about, now.about);
}

function compareCalifornia(old: California | null, now: California | null): readonly Difference[] {
  const differences = new Differences("california", "", []);
  const links = (each: California | null) => each?.links ?? [];
  const kinds = (each: California | null) => links(each).map(({ kind }) => kind);
  differences.without("links to opt out", kinds(old), kinds(now));
  const kept = (of: California | null) => links(of).filter(isIn(kinds(old), kinds(now)));
  differences.value("addresses of the links", kept(old), kept(now), "editorial");
  const ways = [old?.optOut ?? null, now?.optOut ?? null] as const;
  differences.words("how to opt out", ...ways, ways[1] === null ? "material" : "editorial");
  const uses = [old?.sensitiveUse ?? null, now?.sensitiveUse ?? null] as const;
  const level = uses[1] === "permitted-purposes" ? "narrowing" : "material";
  differences.value("what sensitive information is used for", ...uses, level);
  const minors = [old?.minors ?? null, now?.minors ?? null] as const;
  differences.words("what is said of people under 16", ...minors, "material");
  const figures = [old?.metrics ?? null, now?.metrics ?? null] as const;
  differences.value("figures of requests", ...figures, "editorial");
  return differences.found;
}

function isIn(before: readonly string[], after: readonly string[]) {
  return ({ kind }: { readonly kind: string }) => before.includes(kind) && after.includes(kind);
}

function compareIncentives(before: Notice, after: Notice): readonly Difference[] {
  const of = ({ california }: Notice) => california?.incentives ?? new Map();
  return compareById<NonNullable<ReturnType<California["incentives"]["get"]>>>(
    of(before),
    of(after),
    (id) => new Differences("incentive", id, []),
    {
      added: ["material", "data is rewarded"],
      removed: ["material", "the programme has gone"],
    },
    (differences, old, now) => {
      differences.words("its name", old.name, now.name);
      differences.words("its terms", old.about, now.about, "material");
      differences.set("data", old.categories, now.categories);
      differences.words("the value of the data", old.value, now.value, "material");
      differences.words("how to join", old.join, now.join);
      differences.words("how to leave", old.leave, now.leave);
    },
  );
}

function compareSecurity(old: Security | null, now: Security | null): readonly Difference[] {
  const differences = new Differences("security", "", []);
  const level = now === null ? "material" : "editorial";
  differences.words("what is said of security", old?.about ?? null, now?.about ?? null, level);
  const [was, is] = [old?.measures ?? [], now?.measures ?? []];
  const fewer = is.length < was.length ? "material" : "editorial";
  differences.value("the number of measures", was.length, is.length, fewer);
  for (const [index, measure] of is.entries()) {
    const same = was[index];
    if (same !== undefined) differences.words(`measure ${index + 1}`, same, measure);
  }
  const standards = [old?.standards ?? [], now?.standards ?? []] as const;
  const lost = standards[0].some((each) => !standards[1].includes(each));
  differences.value("standards", ...standards, lost ? "material" : "editorial");
  const contacts = [old?.contact ?? null, now?.contact ?? null] as const;
  differences.value("contact for weaknesses", ...contacts, "editorial");
  return differences.found;
}
