import { mainController } from "../main-controller.ts";
import type { ComplaintStep, Notice, NoticeRights } from "../notice.ts";
import { compareById, type Difference, Differences } from "./difference.ts";

/** Who speaks, where, in which languages and under which laws; rights, complaints and practice. */
export function compareWhole(before: Notice, after: Notice): readonly Difference[] {
  const whole = new Differences("notice", "", []);
  whole.words("its title", before.title, after.title);
  const { earlier: oldTerms = [], ...termsBefore } = before.terms ?? {};
  const { earlier: newTerms = [], ...termsAfter } = after.terms ?? {};
  whole.value("the terms of use", termsBefore, termsAfter, "material");
  whole.value("earlier terms of use", oldTerms, newTerms, "editorial");
  whole.set("sites", before.sites, after.sites);
  // Every attached regime must allow, so one more can only narrow.
  whole.without("regimes", before.regimes, after.regimes);
  whole.without("languages", before.languages, after.languages);
  const [old, now] = [mainController(before), mainController(after)];
  whole.value("who is responsible", old?.id, now?.id, "material");
  // What the organisation accepts of its lint changes nothing for anybody.
  whole.value("accepted findings", before.accepted, after.accepted, "editorial");
  compareRights(whole, before.rights, after.rights);
  return [
    ...whole.found,
    ...compareControllers(before, after),
    ...compareContacts(before, after),
    ...compareNames(before, after),
  ];
}

function compareRights(differences: Differences, old: NoticeRights, now: NoticeRights): void {
  differences.without("rights", old.offered, now.offered);
  const authorities = ({ authorities: all }: NoticeRights) => all.map(({ name }) => name);
  const steps = ({ complaints }: NoticeRights) => complaints.map(({ step }) => step);
  differences.without("supervisory authorities", authorities(old), authorities(now));
  differences.without("steps of complaint", steps(old), steps(now));
  compareSteps(differences, old.complaints, now.complaints);
  const reach = ({ authorities: all }: NoticeRights) => all.filter(isInBoth(old, now));
  differences.value("how authorities are reached", reach(old), reach(now), "editorial");
  differences.without("ways to make a request", old.methods, now.methods);
  differences.words("how a consent is withdrawn", old.withdrawal, now.withdrawal);
  differences.words("how somebody may ask for a person", old.agents, now.agents);
  const appeals = [old.appeal?.about ?? null, now.appeal?.about ?? null] as const;
  differences.words("how to appeal", ...appeals, now.appeal === null ? "material" : "editorial");
  const goes = (rights: NoticeRights) => rights.appeal?.contact ?? null;
  differences.value("where appeals go", goes(old), goes(now), "editorial");
  differences.value(
    "how long ahead changes are told",
    old.noticeAhead,
    now.noticeAhead,
    "material",
  );
  differences.without("signals that are honoured", old.signals ?? [], now.signals ?? []);
  differences.words("how identity is proven", old.identity, now.identity);
  differences.value("where requests go", old.contact, now.contact, "editorial");
  const charged = (rights: NoticeRights) => rights.fee?.charged ?? false;
  differences.flag("a fee may be asked", charged(old), charged(now), true);
  differences.words("what is said of the fee", old.fee?.note ?? null, now.fee?.note ?? null);
  differences.flag(
    "using the site counts as accepting the notice",
    old.acceptance === "bundled",
    now.acceptance === "bundled",
    true,
  );
  const asks = (rights: NoticeRights) => rights.cookieChoice === "banner";
  differences.flag(
    "people are asked about what is kept on their device",
    asks(old),
    asks(now),
    false,
  );
  const mails = (rights: NoticeRights) => rights.changeNotice !== "page";
  differences.flag("people are told of changes by e-mail", mails(old), mails(now), false);
  const shows = (rights: NoticeRights) => rights.changeNotice !== "email";
  differences.flag("people are told of changes on the page", shows(old), shows(now), false);
  const decides = (rights: NoticeRights) => rights.automatedDecisions === "declared";
  differences.flag("decisions are made by machine alone", decides(old), decides(now), true);
  const logic = [old.automatedDecisionsAbout, now.automatedDecisionsAbout] as const;
  if (decides(old) && decides(now)) {
    differences.words("the logic of decisions by machine", ...logic, "material");
  }
}

/** Authorities that both versions name: that others came or went is said by itself. */
function isInBoth(old: NoticeRights, now: NoticeRights) {
  const has = ({ authorities }: NoticeRights, name: string) =>
    authorities.some((each) => each.name === name);
  return ({ name }: { readonly name: string }) => has(old, name) && has(now, name);
}

/** Steps that both versions have at the same place of the ladder. */
function compareSteps(
  differences: Differences,
  before: readonly ComplaintStep[],
  after: readonly ComplaintStep[],
): void {
  for (const [index, now] of after.entries()) {
    const old = before[index];
    if (old?.step !== now.step) continue;
    const what = `of the step \`${now.step}\``;
    differences.words(`the words ${what}`, old.name, now.name);
    const reach = ({ url, free, contact, address, email, phone }: ComplaintStep) => {
      return { url, free, contact, address, email, phone };
    };
    differences.value(`the address ${what}`, reach(old), reach(now), "editorial");
    const terms = ({ acknowledged, answered, regimes }: ComplaintStep) => {
      return { acknowledged, answered, regimes };
    };
    differences.value(`the terms ${what}`, terms(old), terms(now), "material");
  }
}

function compareControllers(before: Notice, after: Notice): readonly Difference[] {
  return compareById(
    before.controllers,
    after.controllers,
    (id) => new Differences("controller", id, []),
    {
      added: ["material", "another company is part of it"],
      removed: ["material", "the company is no part of it any more"],
    },
    (differences, old, now) => {
      differences.value("its name", old.name, now.name, "material");
      differences.value("its role", old.role, now.role, "material");
      differences.value("its country", old.country, now.country, "material");
      differences.flag("it is a charity", old.charity, now.charity, true);
      differences.words("what is said of it", old.about, now.about);
      const reach = ({ email, phone, url }: typeof now) => ({ email, phone, url });
      differences.value("how to reach it", reach(old), reach(now), "editorial");
      differences.value("its address", old.address, now.address, "editorial");
      differences.value("its registration", old.registration, now.registration, "editorial");
      differences.value(
        "its representatives",
        old.representatives,
        now.representatives,
        "editorial",
      );
    },
  );
}

function compareContacts(before: Notice, after: Notice): readonly Difference[] {
  const byId = ({ contacts }: Notice) => new Map(contacts.map((each) => [each.id, each]));
  return compareById(
    byId(before),
    byId(after),
    (id) => new Differences("contact", id, []),
    {
      added: ["editorial", "another address to write to"],
      removed: ["editorial", "the address has gone"],
    },
    (differences, old, now) => differences.value("it", old, now, "editorial"),
  );
}

/** Names of topics, families and start events; what they permit is compared where they are used. */
function compareNames(before: Notice, after: Notice): readonly Difference[] {
  return (["topics", "families", "events"] as const).flatMap((section) =>
    compareById(
      before[section],
      after[section],
      (id) => new Differences(SINGULAR[section], id, []),
      {
        added: ["editorial", "a new name"],
        removed: ["editorial", "the name has gone"],
      },
      (differences, old, now) => {
        differences.words("its name", old.name, now.name);
        differences.words("its description", old.about, now.about);
      },
    ),
  );
}

const SINGULAR = { topics: "topic", families: "family", events: "event" } as const;

export function compareClauses(before: Notice, after: Notice): readonly Difference[] {
  return compareById(
    before.clauses,
    after.clauses,
    (id) => new Differences("clause", id, []),
    {
      added: ["editorial", "new prose"],
      removed: ["material", "what it said is said no more"],
    },
    (differences, old, now) => {
      differences.words("its title", old.title, now.title);
      differences.words("its short answer", old.short, now.short);
      differences.words("its prose", old.body, now.body);
      differences.value("what it is about", old.about, now.about, "editorial");
      differences.value("its number", old.number, now.number, "editorial");
      differences.value("where it stands", old.parent, now.parent, "editorial");
    },
  );
}
