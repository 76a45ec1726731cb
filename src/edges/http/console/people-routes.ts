import { Type } from "typebox";
import { explain } from "#core/explain/explain";
import type { FactKind } from "#core/ledger/fact-catalogue";
import type { Notice } from "#core/notice/notice";
import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import { mayLines } from "#edges/web/may-lines";
import type { PersonRow as Person, Record } from "#people";
import type { Tx } from "#platform/database/database";
import type { Colleague } from "#staff";
import { guardOf } from "./console-routes.ts";
import { describeFact, nameOf } from "./fact-words.ts";
import { PeoplePage, PersonRecord, type PersonRow } from "./schemas.ts";

const PAGE = 25;
const TIMELINE_MAX = 200;

/**
 * For which purpose a colleague looks. Officers answer for people's rights; agents help those who
 * asked. What the purpose does not allow stays closed, and every look is recorded.
 */
function purposeOf(notice: Notice, { role }: Colleague): string {
  if (role === "owner" || role === "officer") return "rights";
  const helping = [...notice.purposes.values()].find(
    (each) => !each.builtIn && !each.directMarketing && each.channels.has("email"),
  );
  return helping?.id ?? "rights";
}

export function peopleRoutes(house: House): (server: Server) => void {
  const guard = guardOf(house);
  return (server) => {
    const body = Type.Object(
      {
        email: Type.Union([Type.String({ maxLength: 254 }), Type.Null()]),
        cursor: Type.Union([Type.String({ format: "uuid" }), Type.Null()]),
      },
      { additionalProperties: false },
    );
    const find = { schema: { body, response: { 200: PeoplePage } } };
    server.post("/console/api/people/find", find, async (request) => {
      const colleague = await guard(request, "people.list");
      return house.inTransaction(async (tx) => {
        const { email, cursor } = request.body;
        const rows =
          email === null
            ? await house.people.page(tx, cursor, PAGE)
            : await byEmail(house, tx, email);
        const people = [];
        for (const row of rows) people.push(await personRow(house, tx, row, colleague));
        const next =
          email === null && rows.length === PAGE ? (rows.at(-1)?.subjectId ?? null) : null;
        return { people, next, total: await house.gate.countPeople(tx) };
      });
    });
    const params = Type.Object({ id: Type.String({ format: "uuid" }) });
    const read = { schema: { params, response: { 200: PersonRecord } } };
    server.get("/console/api/people/:id", read, async (request, reply) => {
      const colleague = await guard(request, "people.read");
      const record = await house.inTransaction((tx) =>
        recordOf(house, tx, request.params.id, colleague),
      );
      return record ?? reply.callNotFound();
    });
  };
}

async function byEmail(house: House, tx: Tx, email: string): Promise<readonly Person[]> {
  const holders = await house.vault.find(tx, house.vault.hashOf("email", email));
  return house.people.of(
    tx,
    holders.map(({ subjectId }) => subjectId),
  );
}

async function personRow(
  house: House,
  tx: Tx,
  row: Person,
  colleague: Colleague,
): Promise<PersonRow> {
  const notice = await house.notices.inForce(tx);
  if (notice === null) return rowOf(row, null, null, "no notice is in force");
  const purpose = purposeOf(notice, colleague);
  const record = await house.people.record(tx, row.subjectId, purpose, { staffId: colleague.id });
  return rowOf(row, record, notice, deniedText(record, notice, purpose));
}

function deniedText(record: Record, notice: Notice, purpose: string): string | null {
  if (record.shown) return null;
  return explain(
    record.denied,
    notice,
    { kind: "process", purpose, categories: [] },
    "en",
    "staff",
  );
}

function rowOf(
  row: Person,
  record: Record | null,
  notice: Notice | null,
  denied: string | null,
): PersonRow {
  const newest = (wanted: (category: string) => boolean) =>
    record?.values
      .filter((value) => wanted(value.category) && !value.replaced && value.text !== null)
      .at(-1)?.text ?? null;
  const kindOf = (category: string) => notice?.categories.get(category)?.kind ?? null;
  return {
    id: row.subjectId,
    name: newest((category) => kindOf(category) === "name"),
    email: newest((category) => kindOf(category) === "email"),
    company: newest((category) => category === "company" || category === "job"),
    country: row.country,
    language: row.language,
    relationships: [...row.relationships],
    verified: row.verified,
    since: row.since.toISOString(),
    demo: row.demo,
    denied,
  };
}

async function recordOf(house: House, tx: Tx, id: string, colleague: Colleague) {
  const [person] = await house.people.of(tx, [id]);
  const notice = await house.notices.inForce(tx);
  if (person === undefined || notice === null) return null;
  const purpose = purposeOf(notice, colleague);
  const record = await house.people.record(tx, id, purpose, { staffId: colleague.id });
  const names = new Map(
    (await house.staff.list(tx)).map((line) => [line.id, line.name ?? line.email]),
  );
  const facts = await house.ledger.factsOf(tx, person.members, TIMELINE_MAX);
  const lines = await mayLines(house, tx, notice, id, "en", "staff");
  return {
    person: rowOf(person, record, notice, deniedText(record, notice, purpose)),
    linked: [...person.members],
    values: record.values.map((value) => ({
      id: value.valueId,
      category: value.category,
      categoryName: notice.categories.get(value.category)?.name.en ?? value.category,
      text: value.text,
      source: value.source,
      sourceName: notice.sources.get(value.source)?.name.en ?? value.source,
      collectedAt: (value.collectedAt ?? new Date(0)).toISOString(),
      noticeVersion: value.noticeVersion ?? 0,
      purposes: value.purposes.map((purpose) => nameOf(notice, purpose)),
      superseded: value.replaced,
    })),
    may: lines.map((line) => ({
      purpose: line.purpose,
      purposeName: [line.purpose, line.topic]
        .filter((part) => part !== null)
        .map((part) => nameOf(notice, part))
        .join(" · "),
      channel: line.channel,
      allowed: line.allowed,
      sentence: line.sentence,
    })),
    timeline: facts.map((fact) => ({
      position: fact.position,
      at: fact.at.toISOString(),
      kind: fact.kind,
      what: describeFact(fact.kind as FactKind, fact.body, notice),
      noticeVersion: fact.noticeVersion,
      leaf: fact.leafIndex,
    })),
    messages: (await house.messages.messagesOf(tx, person.members)).map((each) => ({
      id: each.messageId,
      at: each.at.toISOString(),
      class: nameOf(notice, each.class),
      template: each.template,
      state: each.state,
    })),
    looks: (await house.vault.accessesOf(tx, person.members)).map((look) => ({
      at: look.at.toISOString(),
      staff: names.get(look.staffId) ?? look.staffId,
      purpose: nameOf(notice, look.purpose),
      categories: look.categories.map((category) => nameOf(notice, category)),
    })),
  };
}
