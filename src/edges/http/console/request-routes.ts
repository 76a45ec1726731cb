import { Type } from "typebox";
import { groundsFor } from "#core/law/request-grounds";
import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import type { Tx } from "#platform/database/database";
import type { RequestRow as Request, StepRow } from "#rights";
import type { Colleague } from "#staff";
import { guardOf } from "./console-routes.ts";
import { RequestAct, RequestRecord, RequestRow } from "./request-schemas.ts";

const DAY_MS = 24 * 3600 * 1000;

/** What people asked about their own data, and what a colleague does with it. */
export function requestRoutes(house: House): (server: Server) => void {
  const guard = guardOf(house);
  return (server) => {
    const list = {
      schema: { response: { 200: Type.Object({ requests: Type.Array(RequestRow) }) } },
    };
    server.get("/console/api/requests", list, async (request) => {
      await guard(request, "requests.see");
      const rows = await house.inTransaction((tx) => house.rights.list(tx));
      return { requests: rows.map((row) => requestOf(row, house.clock())) };
    });
    const params = Type.Object({
      subject: Type.String({ format: "uuid" }),
      id: Type.String({ format: "uuid" }),
    });
    const read = { schema: { params, response: { 200: RequestRecord } } };
    server.get("/console/api/requests/:subject/:id", read, async (request, reply) => {
      const colleague = await guard(request, "requests.see");
      const { subject, id } = request.params;
      const found = await house.inTransaction((tx) => recordOf(house, tx, subject, id, colleague));
      return found ?? reply.callNotFound();
    });
    const act = { schema: { params, body: RequestAct, response: { 200: RequestRecord } } };
    server.post("/console/api/requests/:subject/:id", act, async (request, reply) => {
      const colleague = await guard(request, "requests.answer");
      const { subject, id } = request.params;
      const found = await house.inTransaction(async (tx) => {
        await actOn(house, tx, subject, id, colleague.id, request.body);
        return recordOf(house, tx, subject, id, colleague);
      });
      return found ?? reply.callNotFound();
    });
  };
}

async function actOn(
  house: House,
  tx: Tx,
  subjectId: string,
  requestId: string,
  staffId: string,
  act: RequestAct,
): Promise<void> {
  const about = { subjectId, requestId, staffId };
  switch (act.act) {
    case "answer":
      return house.rights.answer(tx, { ...about, words: act.words });
    case "clarify":
      return house.rights.askClarification(tx, { ...about, words: act.words });
    case "refuse":
      return house.rights.refuse(tx, { ...about, words: act.words, ground: act.ground });
    case "extend":
      return house.rights.extend(tx, { ...about, words: act.words, ground: act.ground });
    case "correct":
      return house.rights.correct(tx, { ...about, words: act.words, values: act.values });
    case "separate":
      return house.rights.separate(tx, { ...about, other: act.other });
  }
}

async function recordOf(
  house: House,
  tx: Tx,
  subject: string,
  id: string,
  colleague: Colleague,
): Promise<RequestRecord | null> {
  const row = await house.rights.request(tx, subject, id);
  if (row === null) return null;
  const mayAct = house.staff.actionsOf(colleague.role).includes("requests.answer");
  const names = new Map(
    (await house.staff.list(tx)).map((line) => [line.id, line.name ?? line.email]),
  );
  const [person] = await house.people.of(tx, [subject]);
  const steps = [];
  for (const step of await house.rights.steps(tx, subject, id)) {
    const by = step.byStaff === null ? null : (names.get(step.byStaff) ?? step.byStaff);
    const words = mayAct ? await wordsOf(house, tx, subject, step, colleague) : null;
    steps.push({ at: step.at.toISOString(), step: step.step, by, ground: step.ground, words });
  }
  const { rules, lastDayToExtend, dayOf } = house.rights.clockOf(row);
  const inTime = lastDayToExtend !== null && dayOf(house.clock()) <= lastDayToExtend;
  const isCorrection = row.kind === "correction" && row.state === "open";
  const linked = (person?.members ?? []).filter((each) => each !== subject);
  return {
    request: requestOf(row, house.clock()),
    steps,
    clock: [...rules],
    can: mayAct ? [...actsOn(row, inTime, linked.length > 0)] : [],
    grounds: [...groundsFor(row.kind)],
    lastDayToExtend,
    values: mayAct && isCorrection ? await valuesOf(house, tx, subject, colleague) : [],
    linked,
  };
}

/** A look at what somebody wrote is a look at the person: it is recorded as such (P47). */
async function wordsOf(
  house: House,
  tx: Tx,
  subject: string,
  { wordsValueId }: StepRow,
  { id: staffId }: Colleague,
): Promise<string | null> {
  if (wordsValueId === null) return null;
  return house.people.text(tx, subject, wordsValueId, "rights", { staffId });
}

function actsOn(row: Request, inTime: boolean, isMerged: boolean): readonly RequestAct["act"][] {
  const isOpen = row.state === "open";
  const all: readonly (readonly [RequestAct["act"], boolean])[] = [
    ["answer", row.kind !== "erasure" && (isOpen || row.state === "answered")],
    ["correct", isOpen && row.kind === "correction"],
    ["clarify", isOpen && row.clarificationAskedAt === null],
    ["extend", isOpen && row.extendedAt === null && inTime],
    ["refuse", isOpen],
    ["separate", isMerged && ["open", "answered", "refused"].includes(row.state)],
  ];
  return all.flatMap(([act, can]) => (can ? [act] : []));
}

async function valuesOf(house: House, tx: Tx, subject: string, { id: staffId }: Colleague) {
  const notice = await house.notices.inForce(tx);
  const record = await house.people.record(tx, subject, "rights", { staffId });
  return record.values
    .filter(({ category, replaced }) => {
      const kind = notice?.categories.get(category)?.kind ?? null;
      // An e-mail address changes by proving the new one; what was asked is the person's own word.
      return !replaced && kind !== "email" && category !== "request";
    })
    .map((value) => ({
      id: value.valueId,
      category: value.category,
      categoryName: notice?.categories.get(value.category)?.name.en ?? value.category,
      text: value.text,
      source: value.source,
      sourceName: notice?.sources.get(value.source)?.name.en ?? value.source,
      collectedAt: (value.collectedAt ?? new Date(0)).toISOString(),
      noticeVersion: value.noticeVersion ?? 0,
      purposes: [...value.purposes],
      superseded: value.replaced,
    }));
}

function requestOf(row: Request, now: number) {
  const due = Date.parse(`${row.due}T00:00:00Z`);
  return {
    id: row.requestId,
    subjectId: row.subjectId,
    kind: row.kind,
    regime: row.regime,
    state: row.state,
    receivedAt: row.receivedAt.toISOString(),
    provenAt: row.provenAt?.toISOString() ?? null,
    due: row.due,
    daysLeft: Math.ceil((due - now) / DAY_MS),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    demo: row.demo,
  };
}
