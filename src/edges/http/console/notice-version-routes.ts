import { Type } from "typebox";
import { diffNotices } from "#core/notice/diff";
import type { Notice } from "#core/notice/notice";
import { readNotice } from "#core/notice/read-notice";
import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import { siteSheet } from "#edges/web/assets";
import { noticePage } from "#edges/web/renderings";
import { Refusal } from "#kit/refusal";
import { assertPublishable, refuseNotice } from "#notice";
import type { Tx } from "#platform/database/database";
import { declaredLanguage } from "#platform/text/text";
import { WORLD } from "#regimes/world";
import { guardOf } from "./console-routes.ts";
import { MANIFEST_BYTES_MAX } from "./notice-draft-routes.ts";
import {
  ByVersion,
  Checked,
  CheckText,
  Diff,
  DiffQuery,
  NoticeSource,
  NoticeVersion,
  Telling,
  Unreached,
  UnreachedQuery,
} from "./notice-schemas.ts";
import { diffOf, tellingOf } from "./notice-views.ts";
import type { FindingsOf } from "./office-routes.ts";

const FINDINGS_MAX = 200;
/** Ids in one page of an export. */
const UNREACHED_MAX = 5_000;
const BASE = "/console/api/notice";

/** Versions, what differs between them, a text checked while it is written, and the telling. */
export function noticeVersionRoutes(
  house: House,
  findingsOf: FindingsOf,
): (server: Server) => void {
  const guard = guardOf(house);
  return (server) => {
    const list = {
      schema: { response: { 200: Type.Object({ versions: Type.Array(NoticeVersion) }) } },
    };
    server.get(`${BASE}/versions`, list, async (request) => {
      await guard(request, "notice.see");
      return house.inTransaction(async (tx) => ({ versions: await versionsOf(house, tx) }));
    });
    const source = { schema: { params: ByVersion, response: { 200: NoticeSource } } };
    server.get(`${BASE}/versions/:version/source`, source, async (request, reply) => {
      await guard(request, "notice.see");
      const { version } = request.params;
      const found = await house.inTransaction((tx) => house.notices.source(tx, version));
      return found === null ? reply.callNotFound() : { version, ...found };
    });
    const check = {
      schema: { body: CheckText, response: { 200: Checked } },
      bodyLimit: MANIFEST_BYTES_MAX,
    };
    server.post(`${BASE}/check`, check, async (request) => {
      await guard(request, "notice.see");
      const { source: text, language } = request.body;
      return house.inTransaction((tx) => checked(house, tx, findingsOf, text, language ?? ""));
    });
    const diff = { schema: { querystring: DiffQuery, response: { 200: Diff } } };
    server.get(`${BASE}/diff`, diff, async (request) => {
      await guard(request, "notice.see");
      const { from, to, language } = request.query;
      return house.inTransaction(async (tx) => {
        const before = await sideOf(house, tx, from);
        const after = await sideOf(house, tx, to);
        const reader = declaredLanguage(language ?? "", after.languages, after.defaultLanguage);
        return diffOf(diffNotices(before, after), [from, before], [to, after], reader);
      });
    });
    tellingRoutes(server, house);
  };
}

async function versionsOf(house: House, tx: Tx) {
  const inForce = await house.notices.versionInForce(tx);
  const tellings = await house.changes.tellings(tx);
  const stateOf = new Map(tellings.map(({ version, state }) => [version, state]));
  return (await house.notices.heads(tx)).map((head) => ({
    ...{ version: head.version, dated: head.dated, hash: head.hash, draftId: head.draftId },
    inForceFrom: head.inForceFrom.toISOString(),
    publishedAt: head.publishedAt.toISOString(),
    inForce: head.version === inForce,
    telling: stateOf.get(head.version) ?? null,
  }));
}

/** @throws Refusal `notice.unknown_version`, `notice.unknown_draft`, `notice.does_not_compile`. */
async function sideOf(house: House, tx: Tx, side: string): Promise<Notice> {
  const [kind, id = ""] = side.split(":");
  if (kind === "version") {
    return (await house.notices.version(tx, Number(id))) ?? refuseNotice("notice.unknown_version");
  }
  const { text } = await house.notices.drafts.view(tx, id);
  const { notice, findings } = readNotice([{ name: text.fileName, text: text.source }]);
  return notice ?? refuseNotice("notice.does_not_compile", { count: findings.length });
}

async function checked(
  house: House,
  tx: Tx,
  findingsOf: FindingsOf,
  source: string,
  language: string,
) {
  const { notice, findings } = readNotice([{ name: "notice.yaml", text: source }]);
  const found = findings
    .slice(0, FINDINGS_MAX)
    .map(({ line, column, path, message, suggestion }) => ({
      ...{ line, column, path, message, suggestion },
    }));
  const findingsLeftOut = findings.length - found.length;
  if (notice === null) {
    const nothing = { law: [], refusal: null, notice: null, preview: null };
    return { findings: found, findingsLeftOut, ...nothing };
  }
  const day = new Date(house.clock()).toISOString().slice(0, 10);
  const reader = declaredLanguage(language, notice.languages, notice.defaultLanguage);
  const { version, date, hash, languages } = notice;
  const heads = await house.notices.heads(tx);
  const before = await house.notices.version(tx, heads.at(-1)?.version ?? 0);
  const setting = { before, mechanisms: WORLD.mechanisms ?? [] };
  return {
    findings: found,
    findingsLeftOut,
    law: [...findingsOf(source, "notice.yaml", notice.regimes, day)],
    refusal: refusalOf(notice, heads),
    notice: { version, date, hash, languages: [...languages], title: notice.title[reader] ?? "" },
    preview: {
      ...{ language: reader, sheet: siteSheet.path },
      html: noticePage(notice, reader, setting),
    },
  };
}

function refusalOf(notice: Notice, heads: Parameters<typeof assertPublishable>[1]) {
  try {
    assertPublishable(notice, heads);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, title: error.title };
  }
}

function tellingRoutes(server: Server, house: House): void {
  const guard = guardOf(house);
  const one = { schema: { params: ByVersion, response: { 200: Telling } } };
  server.get(`${BASE}/versions/:version/telling`, one, async (request, reply) => {
    await guard(request, "notice.see");
    const { version } = request.params;
    const found = await house.inTransaction(async (tx) => {
      const view = await house.changes.telling(tx, version);
      const notice = await house.notices.version(tx, version);
      return view === null || notice === null ? null : tellingOf(view, notice);
    });
    return found ?? reply.callNotFound();
  });
  const unreached = {
    schema: { params: ByVersion, querystring: UnreachedQuery, response: { 200: Unreached } },
  };
  server.get(`${BASE}/versions/:version/unreached`, unreached, async (request) => {
    const colleague = await guard(request, "notice.publish");
    house.staff.require(colleague, "people.list");
    const { version } = request.params;
    const after = request.query.after ?? null;
    const ids = await house.inTransaction((tx) =>
      house.changes.unreached(tx, version, after, UNREACHED_MAX),
    );
    return { ids: [...ids], next: ids.length < UNREACHED_MAX ? null : (ids.at(-1) ?? null) };
  });
}
