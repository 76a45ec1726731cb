import type { Denied } from "#core/gate/decision";
import type { HeldValue, Subject } from "#core/gate/subject";
import type { Use } from "#core/gate/use";
import type { FactInput } from "#core/ledger/fact";
import type { Notice } from "#core/notice/notice";
import { assert } from "#kit/assert";
import { subjectId as brandSubject } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { LOOK_UP_KEY_VERSION, type NewValue } from "#vault";
import type { PeoplePorts } from "./ports.ts";

export type CollectRequest = {
  /** Null: a person of whom nothing is proven yet, and so a subject of its own. */
  readonly subjectId: string | null;
  readonly source: string;
  readonly form: string | null;
  /** Version that was shown to the person; null where the data did not come from them. */
  readonly noticeVersion: number | null;
  readonly purposes: readonly string[];
  readonly values: readonly {
    readonly category: string;
    readonly text: string;
    readonly address: "email" | "phone" | "post" | null;
  }[];
  readonly residence: { readonly declared: string | null; readonly predicted: string | null };
  readonly language: string;
  readonly relationship: "prospect" | "visitor" | "customer" | "applicant" | null;
  readonly interest: string | null;
  readonly demo: boolean;
  /** Of a corrected value: what the old one serves, was shown with, and when it was collected. */
  readonly inherits?: Pick<HeldValue, "shown"> & {
    readonly purposes: readonly string[];
    readonly collectedAt: number | null;
  };
};

export type Collected =
  | {
      readonly collected: true;
      readonly subjectId: string;
      readonly emailAddressId: string | null;
      /** Id of the value of each category; of the last, where there are several. */
      readonly valueIds: ReadonlyMap<string, string>;
    }
  | { readonly collected: false; readonly denied: Denied };

type Held = CollectRequest["values"][number] & { readonly valueId: string };

/**
 * Takes values about a person: the gate is asked for each purpose that they are to serve, with the
 * categories that the purpose declares. A value that no purpose takes is refused, and nothing of
 * the request is kept.
 */
export async function collect(
  ports: PeoplePorts,
  tx: Tx,
  request: CollectRequest,
): Promise<Collected> {
  const notice = await ports.inForce(tx);
  await ports.vault.hold(tx, addressesIn(ports, request));
  const subjectId = request.subjectId ?? ports.newId();
  const held = request.values.map((value) => ({ ...value, valueId: ports.newId() }));
  const isNew = request.subjectId === null;
  if (!isNew) await ports.lock(tx, [subjectId], "update");
  const subject = isNew ? newSubject(subjectId, request) : await knownSubject(ports, tx, subjectId);
  const stored = new Set<string>();
  for (const purpose of request.purposes) {
    const categories = categoriesFor(notice, purpose, request, stored);
    if (categories.length === 0) continue;
    const use = collectUse(request, purpose, categories);
    const { decision, permit } = await ports.askFor(tx, subjectId, subject, use);
    if (!decision.allowed) return { collected: false, denied: decision };
    assert(permit !== null, "an allowed collection has a permit");
    await ports.vault.store(tx, permit, valuesOf(held, subjectId, categories));
    for (const category of categories) stored.add(category);
  }
  const left = request.values.find(({ category }) => !stored.has(category));
  if (left !== undefined) return { collected: false, denied: undeclared(left.category) };
  await ports.append(tx, factsOf(ports, notice, subjectId, isNew, request, held));
  await enlistAddresses(ports, tx, subjectId, held);
  const email = held.find(({ address }) => address === "email");
  const valueIds = new Map(held.map(({ category, valueId }) => [category, valueId]));
  return { collected: true, subjectId, emailAddressId: email?.valueId ?? null, valueIds };
}

/**
 * Held before anything is written under them: whoever erases or proves an address at this moment
 * sees all of this, or none.
 */
function addressesIn(ports: PeoplePorts, { values }: CollectRequest): readonly Buffer[] {
  return values.flatMap(({ address, text }) =>
    address === null ? [] : [ports.vault.hashOf(address, text)],
  );
}

function collectUse(request: CollectRequest, purpose: string, categories: readonly string[]): Use {
  const { source, noticeVersion } = request;
  const shown = noticeVersion === null ? {} : { versionShown: noticeVersion };
  return { kind: "collect", purpose, categories, source, ...shown };
}

/** Categories of the request that the purpose declares and that no earlier purpose has stored. */
function categoriesFor(
  notice: Notice | null,
  purposeId: string,
  request: CollectRequest,
  stored: ReadonlySet<string>,
): readonly string[] {
  const purpose = notice?.purposes.get(purposeId);
  const asked = [...new Set(request.values.map(({ category }) => category))];
  // An undeclared purpose is asked for as it is, so that the gate refuses it with its own reason.
  if (purpose === undefined) return asked;
  return asked.filter((category) => purpose.categories.has(category) && !stored.has(category));
}

/** Somebody of whom we know nothing but this request: every set is known to be empty. */
function newSubject(id: string, request: CollectRequest): Subject {
  const { declared, predicted } = request.residence;
  return {
    ids: [{ id, linkedAt: 0 }],
    kind: "person",
    relationships:
      request.relationship === null ? [] : [{ kind: request.relationship, family: null }],
    residence: {
      ...(declared === null ? {} : { declared }),
      ...(predicted === null ? {} : { predicted }),
    },
    choices: [],
    objections: [],
    restrictions: [],
    limits: [],
    signals: [],
    erased: null,
    addresses: [],
    values: [],
  };
}

async function knownSubject(ports: PeoplePorts, tx: Tx, id: string): Promise<Subject> {
  return (await ports.subjects(tx, [id])).get(id) ?? {};
}

function valuesOf(
  held: readonly Held[],
  subjectId: string,
  categories: readonly string[],
): NewValue[] {
  return held
    .filter(({ category }) => categories.includes(category))
    .map(({ valueId, category, text }) => ({ subjectId, valueId, category, text }));
}

function undeclared(category: string): Denied {
  const reason = { rule: 1, code: "category-undeclared", regime: null, what: category } as const;
  return { allowed: false, reasons: [{ ...reason, provision: null, since: null }] };
}

function factsOf(
  ports: PeoplePorts,
  notice: Notice | null,
  id: string,
  isNew: boolean,
  request: CollectRequest,
  held: readonly Held[],
): readonly FactInput[] {
  const subjectId = brandSubject(id);
  const about = { subjectId, noticeVersion: request.noticeVersion };
  const facts: FactInput[] = [];
  if (isNew) {
    facts.push({ ...about, kind: "subject.created", body: { kind: "person", demo: request.demo } });
    facts.push({
      ...about,
      kind: "attribute.set",
      body: { name: "language", code: request.language },
    });
  }
  const { declared, predicted } = request.residence;
  if (declared !== null) {
    facts.push({ ...about, kind: "residence.declared", body: { jurisdiction: declared } });
  }
  if (predicted !== null) {
    facts.push({ ...about, kind: "residence.predicted", body: { jurisdiction: predicted } });
  }
  if (request.relationship !== null) {
    const body = { kind: request.relationship, family: null };
    facts.push({ ...about, kind: "relationship.began", body });
  }
  if (request.interest !== null) {
    const body = { product: request.interest, kind: "enquired" as const };
    facts.push({ ...about, kind: "interest.recorded", body });
  }
  const shown = request.purposes.flatMap((purpose) => {
    const revision = notice?.purposes.get(purpose)?.revision;
    return revision === undefined ? [] : [{ purpose, revision }];
  });
  for (const value of held) {
    facts.push({
      ...about,
      kind: "value.collected",
      body: {
        valueId: value.valueId,
        category: value.category,
        source: request.source,
        ...(request.form === null ? {} : { form: request.form }),
        purposes: [...(request.inherits?.purposes ?? request.purposes)],
        shown: inheritedShown(request) ?? shownFor(notice, shown, value.category),
        collectedAt: request.inherits === undefined ? ports.clock() : request.inherits.collectedAt,
        compartment: "main",
      },
    });
    if (value.address !== null) facts.push({ ...about, ...addressFact(ports, value) });
  }
  return facts;
}

/** A correction shows nobody anything new, so it widens nothing. */
function inheritedShown({ inherits }: CollectRequest) {
  if (inherits === undefined) return null;
  return Object.entries(inherits.shown)
    .flatMap(([purpose, revisions]) => revisions.map((revision) => ({ purpose, revision })))
    .slice(0, 256);
}

/**
 * A value was shown all purposes of the notice that declare its category, for the whole notice was
 * shown with it.
 */
function shownFor(
  notice: Notice | null,
  named: readonly { readonly purpose: string; readonly revision: number }[],
  category: string,
) {
  const all = [...(notice?.purposes.values() ?? [])]
    .filter((purpose) => purpose.categories.has(category))
    .map(({ id, revision }) => ({ purpose: id, revision }));
  const known = new Set(all.map(({ purpose }) => purpose));
  return [...all, ...named.filter(({ purpose }) => !known.has(purpose))].slice(0, 256);
}

function addressFact(ports: PeoplePorts, value: Held) {
  const kind = value.address ?? "email";
  const channels = { email: ["email"], phone: ["call", "sms"], post: ["post"] } as const;
  return {
    kind: "address.added" as const,
    body: {
      addressId: value.valueId,
      kind,
      channels: [...channels[kind]],
      hash: ports.vault.hashOf(kind, value.text).toString("hex"),
      keyVersion: LOOK_UP_KEY_VERSION,
      context: { kind: "other" as const, family: null },
      refusalOffered: null,
    },
  };
}

async function enlistAddresses(
  ports: PeoplePorts,
  tx: Tx,
  subjectId: string,
  held: readonly Held[],
): Promise<void> {
  for (const { address, text, valueId } of held) {
    if (address === null) continue;
    await ports.vault.enlist(tx, ports.vault.hashOf(address, text), subjectId, valueId);
  }
}
