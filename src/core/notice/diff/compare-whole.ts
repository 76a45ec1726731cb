import { mainController } from "../main-controller.ts";
import type { Notice, NoticeRights } from "../notice.ts";
import { compareById, type Difference, Differences, quoted } from "./difference.ts";

/** Who speaks, where, in which languages and under which laws; rights, complaints and practice. */
export function compareWhole(before: Notice, after: Notice): readonly Difference[] {
  const whole = new Differences("notice", "", []);
  whole.words("its title", before.title, after.title);
  whole.value("the terms of use", before.terms, after.terms, "material");
  whole.set("sites", before.sites, after.sites);
  // Every attached regime must allow, so one more can only narrow.
  compareWithout(whole, "regimes", before.regimes, after.regimes);
  compareWithout(whole, "languages", before.languages, after.languages);
  const [old, now] = [mainController(before), mainController(after)];
  whole.value("who is responsible", old?.id, now?.id, "material");
  compareRights(whole, before.rights, after.rights);
  return [
    ...whole.found,
    ...compareControllers(before, after),
    ...compareContacts(before, after),
    ...compareNames(before, after),
  ];
}

/** A list whose shrinking takes something from people. */
function compareWithout(
  differences: Differences,
  what: string,
  before: readonly string[],
  after: readonly string[],
): void {
  const less = before.filter((each) => !after.includes(each));
  const more = after.filter((each) => !before.includes(each));
  if (less.length > 0) differences.add("changed", "material", `fewer ${what}: ${quoted(less)}`);
  if (more.length > 0) differences.add("changed", "narrowing", `more ${what}: ${quoted(more)}`);
}

function compareRights(differences: Differences, old: NoticeRights, now: NoticeRights): void {
  compareWithout(differences, "rights", old.offered, now.offered);
  const authorities = ({ authorities: all }: NoticeRights) => all.map(({ name }) => name);
  const steps = ({ complaints }: NoticeRights) => complaints.map(({ step }) => step);
  compareWithout(differences, "supervisory authorities", authorities(old), authorities(now));
  compareWithout(differences, "steps of complaint", steps(old), steps(now));
  const ways = ({ complaints }: NoticeRights) => complaints.map(({ url, free }) => ({ url, free }));
  differences.value("where complaints go", ways(old), ways(now), "editorial");
  for (const [index, { step, name }] of now.complaints.entries()) {
    const same = old.complaints[index];
    if (same?.step === step) differences.words(`the step \`${step}\``, same.name, name);
  }
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
  const decides = (rights: NoticeRights) => rights.automatedDecisions === "declared";
  differences.flag("decisions are made by machine alone", decides(old), decides(now), true);
  const logic = [old.automatedDecisionsAbout, now.automatedDecisionsAbout] as const;
  if (decides(old) && decides(now)) {
    differences.words("the logic of decisions by machine", ...logic, "material");
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
    },
  );
}
