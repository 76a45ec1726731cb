import { Type } from "typebox";
import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import type { Drafts, DraftView } from "#notice";
import type { Tx } from "#platform/database/database";
import type { Action } from "#staff";
import { guardOf } from "./console-routes.ts";
import {
  ById,
  Draft,
  DraftRow,
  Impact,
  NewDraft,
  ReviewDraft,
  SaveDraft,
  ScheduleDraft,
  SubmitDraft,
} from "./notice-schemas.ts";
import { draftOf, draftRowOf, impactOf, namesOf } from "./notice-views.ts";

/** A manifest of 1,048,576 characters, each of up to four bytes and escaped in JSON. */
export const MANIFEST_BYTES_MAX = 6 * 1_048_576;
const BASE = "/console/api/notice/drafts";

type Step = (drafts: Drafts, tx: Tx, staffId: string) => Promise<DraftView>;

/** Drafts: written, reviewed by somebody else, published at a time. */
export function noticeDraftRoutes(house: House): (server: Server) => void {
  const guard = guardOf(house);
  const { drafts } = house.notices;
  /** One step of a draft by a colleague who may take it, and the draft as it is then. */
  const take = async (request: Parameters<typeof guard>[0], action: Action, step: Step) => {
    const colleague = await guard(request, action);
    return house.inTransaction(async (tx) =>
      draftOf(house, tx, await step(drafts, tx, colleague.id), colleague),
    );
  };
  return (server) => {
    const rows = Type.Object({ drafts: Type.Array(DraftRow) });
    server.get(BASE, { schema: { response: { 200: rows } } }, async (request) => {
      await guard(request, "notice.see");
      return house.inTransaction(async (tx) => {
        const nameOf = await namesOf(house, tx);
        return { drafts: (await drafts.list(tx)).map((row) => draftRowOf(row, nameOf)) };
      });
    });
    const create = { schema: { body: NewDraft, response: { 201: Draft } }, ...LARGE };
    server.post(BASE, create, async (request, reply) => {
      const { fromVersion, source } = request.body;
      const made = await take(request, "notice.draft", async (_, tx, staffId) => {
        const last = (await house.notices.heads(tx)).at(-1)?.version ?? 0;
        const from =
          source === undefined
            ? { version: fromVersion ?? last }
            : { source, fileName: "notice.yaml" };
        return drafts.create(tx, from, staffId);
      });
      return reply.code(201).send(made);
    });
    const one = { schema: { params: ById, response: { 200: Draft } } };
    server.get(`${BASE}/:id`, one, async (request) =>
      take(request, "notice.see", (_, tx) => drafts.view(tx, request.params.id)),
    );
    const save = {
      schema: { params: ById, body: SaveDraft, response: { 200: Draft } },
      ...LARGE,
    };
    server.put(`${BASE}/:id`, save, async (request) => {
      const { edit, source } = request.body;
      return take(request, "notice.draft", (_, tx, staffId) =>
        drafts.save(tx, request.params.id, edit, source, staffId),
      );
    });
    reviewRoutes(server, house, take);
    publishRoutes(server, take);
    impactRoutes(server, house);
  };
}

const LARGE = { bodyLimit: MANIFEST_BYTES_MAX };

type Take = (
  request: Parameters<ReturnType<typeof guardOf>>[0],
  action: Action,
  step: Step,
) => ReturnType<typeof draftOf>;

function reviewRoutes(server: Server, house: House, take: Take): void {
  const guard = guardOf(house);
  const submit = { schema: { params: ById, body: SubmitDraft, response: { 200: Draft } } };
  server.post(`${BASE}/:id/submit`, submit, async (request) =>
    take(request, "notice.draft", (drafts, tx, staffId) =>
      drafts.submit(tx, request.params.id, request.body.sha256, staffId),
    ),
  );
  const review = { schema: { params: ById, body: ReviewDraft, response: { 200: Draft } } };
  server.post(`${BASE}/:id/review`, review, async (request) => {
    const { id, role } = await guard(request, "notice.review");
    const reviewer = { id, isOwner: role === "owner" };
    return take(request, "notice.review", (drafts, tx) =>
      drafts.review(tx, request.params.id, { ...request.body, reviewer }),
    );
  });
  const abandon = { schema: { params: ById, response: { 200: Draft } } };
  server.post(`${BASE}/:id/abandon`, abandon, async (request) =>
    take(request, "notice.draft", (drafts, tx, staffId) =>
      drafts.abandon(tx, request.params.id, staffId),
    ),
  );
}

function publishRoutes(server: Server, take: Take): void {
  const schedule = { schema: { params: ById, body: ScheduleDraft, response: { 200: Draft } } };
  server.post(`${BASE}/:id/schedule`, schedule, async (request) => {
    const { sha256, at } = request.body;
    return take(request, "notice.publish", (drafts, tx, staffId) =>
      drafts.schedule(tx, request.params.id, sha256, at === null ? null : Date.parse(at), staffId),
    );
  });
  const cancel = { schema: { params: ById, response: { 200: Draft } } };
  server.post(`${BASE}/:id/cancel`, cancel, async (request) =>
    take(request, "notice.publish", (drafts, tx, staffId) =>
      drafts.cancel(tx, request.params.id, staffId),
    ),
  );
}

/** Whom a draft would affect: begun here, counted by the worker, read while it counts. */
function impactRoutes(server: Server, house: House): void {
  const guard = guardOf(house);
  const view = async (tx: Tx, id: string) => {
    const row = await house.changes.impactOf(tx, id);
    if (row === null) return null;
    const draft = await house.notices.drafts.view(tx, id);
    const before = await house.notices.version(tx, row.baseVersion);
    if (before === null) return null;
    const epoch = await house.gate.newestEpoch(tx);
    return impactOf(row, before, { edit: draft.edit, epoch });
  };
  const start = { schema: { params: ById, response: { 202: Impact } } };
  server.post(`${BASE}/:id/impact`, start, async (request, reply) => {
    const colleague = await guard(request, "notice.draft");
    const begun = await house.inTransaction(async (tx) => {
      await house.changes.startImpact(tx, request.params.id, colleague.id);
      return view(tx, request.params.id);
    });
    return begun === null ? reply.callNotFound() : reply.code(202).send(begun);
  });
  const read = { schema: { params: ById, response: { 200: Impact } } };
  server.get(`${BASE}/:id/impact`, read, async (request, reply) => {
    await guard(request, "notice.see");
    const found = await house.inTransaction((tx) => view(tx, request.params.id));
    return found ?? reply.callNotFound();
  });
}
