import type { Field, Notice, Recipient, StoredItem, Transfer, Tuple } from "../notice.ts";
import { compareAudience } from "./compare-arrangements.ts";
import { compareById, type Difference, Differences } from "./difference.ts";

/** Purposes that use one of the categories. */
function usersOf({ purposes }: Notice, categories: Iterable<string>): readonly string[] {
  const wanted = new Set(categories);
  return [...purposes.values()]
    .filter(({ builtIn, categories: used }) => !builtIn && !used.isDisjointFrom(wanted))
    .map(({ id }) => id);
}

function tupleWords(tuples: readonly Tuple[]): readonly string[] {
  return tuples.flatMap(({ purpose, categories }) =>
    [...categories].map((category) => `${category} for ${purpose}`),
  );
}

function purposesOf(tuples: readonly Tuple[]): readonly string[] {
  return [...new Set(tuples.map(({ purpose }) => purpose))];
}

export function compareSources(before: Notice, after: Notice): readonly Difference[] {
  return compareById(
    before.sources,
    after.sources,
    (id, source) => new Differences("source", id, usersOf(after, source.categories)),
    {
      added: ["material", "data comes from a new source"],
      removed: ["narrowing", "nothing comes from there any more"],
    },
    (differences, old, now) => {
      differences.words("its name", old.name, now.name);
      differences.words("what is said of having to give it", old.needed, now.needed);
      differences.set("categories", old.categories, now.categories);
      differences.value("how data is got", old.origin, now.origin, "material");
      differences.flag("it is addressed to children", old.children, now.children, true);
      compareAudience(differences, old.audience, now.audience);
      const open = [old.publiclyAccessible, now.publiclyAccessible] as const;
      differences.value("whether everybody can read there", ...open, "editorial");
      differences.words("how people are told of it", old.told, now.told);
      differences.value("whether it must be given", old.requirement, now.requirement, "editorial");
    },
  );
}

export function compareCategories(before: Notice, after: Notice): readonly Difference[] {
  return compareById(
    before.categories,
    after.categories,
    (id) => new Differences("category", id, usersOf(after, [id])),
    {
      added: ["editorial", "a new kind of data; what uses it is said where it is used"],
      removed: ["narrowing", "the kind of data has gone"],
    },
    (differences, old, now) => {
      differences.words("its name", old.name, now.name);
      differences.words("its description", old.about, now.about);
      differences.flag("it is a special category", old.special, now.special, true);
      differences.flag("it is about offences", old.offences, now.offences, true);
      const act = [old.california, now.california] as const;
      differences.value("what it is in California's words", ...act, "editorial");
      differences.value("its kind", old.kind, now.kind, "material");
      differences.value("its term of the DPV", old.dpv, now.dpv, "editorial");
    },
  );
}

export function compareRecipients(before: Notice, after: Notice): readonly Difference[] {
  return compareById<Recipient>(
    before.recipients,
    after.recipients,
    (id, { discloses }) => new Differences("recipient", id, purposesOf(discloses)),
    {
      added: ["material", "a new recipient"],
      removed: ["narrowing", "it gets nothing any more"],
    },
    (differences, old, now) => {
      differences.words("its name", old.name, now.name);
      differences.words("its description", old.about, now.about);
      differences.value("its role", old.role, now.role, "material");
      differences.flag("it is named", old.named, now.named, false);
      differences.value("what it is in California", old.california, now.california, "material");
      const reach = ({ url, address, email, notice, subprocessors }: Recipient) => {
        return { url, address, email, notice, subprocessors };
      };
      differences.value("how to reach it", reach(old), reach(now), "editorial");
      differences.set("data", tupleWords(old.discloses), tupleWords(now.discloses));
      differences.set("countries", old.countries, now.countries);
      differences.set("recipients that it passes data on to", old.onward, now.onward);
    },
  );
}

export function compareTransfers(before: Notice, after: Notice): readonly Difference[] {
  const byKey = ({ transfers }: Notice) =>
    new Map(transfers.map((each) => [`${each.recipient}/${each.mechanism}`, each]));
  const start = (id: string, { recipient }: Transfer) => {
    const tuples = (after.recipients.get(recipient) ?? before.recipients.get(recipient))?.discloses;
    return new Differences("transfer", id, purposesOf(tuples ?? []));
  };
  return compareById(
    byKey(before),
    byKey(after),
    start,
    {
      added: ["material", "data may leave on a new ground"],
      removed: ["narrowing", "the ground has gone"],
    },
    (differences, old, now) => {
      differences.value("the kind of ground", old.kind, now.kind, "material");
      differences.value("its condition", old.condition, now.condition, "material");
      differences.words("what the safeguard is", old.about, now.about);
      differences.words("how to get a copy", old.copy, now.copy);
    },
  );
}

export function compareStoredItems(before: Notice, after: Notice): readonly Difference[] {
  return compareById<StoredItem>(
    before.storedItems,
    after.storedItems,
    (id, { stores }) => new Differences("stored-item", id, purposesOf(stores)),
    {
      added: ["material", "something new is kept on the device"],
      removed: ["narrowing", "it is not kept on the device any more"],
    },
    (differences, old, now) => {
      differences.words("what it does", old.name, now.name);
      differences.value("its name", old.item, now.item, "material");
      differences.value("where it is kept", old.kind, now.kind, "material");
      differences.value("who sets it", old.provider, now.provider, "material");
      differences.value("its domain", old.domain, now.domain, "material");
      differences.value("who gets it", old.recipient, now.recipient, "material");
      differences.set("recipients that can read it", old.readers, now.readers);
      // An empty list is every site, so that lists cannot be compared as sets.
      differences.value("sites that set it", old.sites, now.sites, "material");
      differences.flag("it begins anew with each visit", old.renewed, now.renewed, true);
      differences.set("data", tupleWords(old.stores), tupleWords(now.stores));
      differences.flag("it is strictly necessary", old.necessary, now.necessary, true);
      differences.flag("it counts as statistics", old.statistics, now.statistics, true);
      differences.length("how long it stays", old.lifetimeSeconds, now.lifetimeSeconds);
    },
  );
}

export function compareMessageClasses(before: Notice, after: Notice): readonly Difference[] {
  return compareById(
    before.messageClasses,
    after.messageClasses,
    (id) => new Differences("message-class", id, []),
    {
      added: ["material", "messages of a new class may be sent"],
      removed: ["narrowing", "no such messages are sent any more"],
    },
    (differences, old, now) => {
      differences.words("its name", old.name, now.name);
      differences.flag("it is marketing", old.marketing, now.marketing, false);
      differences.value("its sender", old.sender, now.sender, "editorial");
    },
  );
}

export function compareForms(before: Notice, after: Notice): readonly Difference[] {
  return compareById(
    before.forms,
    after.forms,
    (id, { purposes }) => new Differences("form", id, purposes),
    {
      added: ["material", "a new place where data is collected"],
      removed: ["narrowing", "nothing is collected there any more"],
    },
    (differences, old, now) => {
      const names = (form: typeof now) => form.fields.map(({ name }) => name);
      const required = (form: typeof now) =>
        form.fields.filter((field) => field.required).map(({ name }) => name);
      const scopes = (form: typeof now) =>
        form.offers.map(({ purpose, channel, topic }) => [purpose, channel, topic].join(":"));
      differences.words("its heading", old.name, now.name);
      differences.value("its source", old.source, now.source, "material");
      differences.set("purposes", old.purposes, now.purposes);
      differences.set("fields", names(old), names(now));
      differences.set("required fields", required(old), required(now));
      differences.set("consents that it offers", scopes(old), scopes(now));
      compareFields(differences, old.fields, now.fields);
    },
  );
}

/** What a field that stays asks for. */
function compareFields(
  differences: Differences,
  before: readonly Field[],
  after: readonly Field[],
): void {
  for (const now of after) {
    const old = before.find(({ name }) => name === now.name);
    if (old === undefined) continue;
    const what = `of field \`${now.name}\``;
    differences.value(`the category ${what}`, old.category, now.category, "material");
    differences.value(`the kind ${what}`, old.kind, now.kind, "material");
    differences.words(`the label ${what}`, old.label, now.label);
    differences.value(`the length ${what}`, old.maxLength, now.maxLength, "editorial");
    const answers = ({ options }: Field) => options.map(({ value }) => value);
    differences.value(`the answers ${what}`, answers(old), answers(now), "editorial");
    for (const { value, label } of now.options) {
      const same = old.options.find((each) => each.value === value);
      if (same !== undefined) differences.words(`answer \`${value}\` ${what}`, same.label, label);
    }
    differences.value(
      `whether one must give ${what}`,
      old.requirement,
      now.requirement,
      "editorial",
    );
    differences.words(`what happens without ${what}`, old.needed, now.needed);
  }
}
