import { Type } from "typebox";
import { openCheckpoint } from "#core/ledger/checkpoint";
import { parseVerifierKey } from "#core/ledger/signed-note";
import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import { toBase64, toHex } from "#kit/bytes";
import type { RequestRow as Request } from "#rights";
import { guardOf } from "./console-routes.ts";
import { LogOverview, NoticeOverview, RequestRecord, RequestRow } from "./schemas.ts";

const DAY_MS = 24 * 3600 * 1000;
const ENTRIES_SHOWN = 50;
const DAYS_SHOWN = 14;

/** What the checker of the law finds in the notice in force, for the notice page. */
export type FindingsOf = (
  source: string,
  fileName: string,
  regimes: readonly string[],
  day: string,
) => readonly {
  readonly id: string;
  readonly level: string;
  readonly regime: string;
  readonly place: string;
  readonly path: string;
  readonly clause: string | null;
  readonly provision: string;
  readonly confirmed: boolean;
  readonly why: string;
  readonly write: string;
  readonly from: string | null;
  readonly accepted: {
    readonly reason: string;
    readonly until: string;
    readonly by: string | null;
  } | null;
}[];

/** Requests, notice and log: the privacy officer's pages. */
export function officeRoutes(house: House, findingsOf: FindingsOf): (server: Server) => void {
  const guard = guardOf(house);
  return (server) => {
    requestRoutes(server, house);
    server.get(
      "/console/api/notice",
      { schema: { response: { 200: NoticeOverview } } },
      async (request, reply) => {
        await guard(request, "notice.see");
        const overview = await noticeOverview(house, findingsOf);
        return overview ?? reply.callNotFound();
      },
    );
    server.get(
      "/console/api/log",
      { schema: { response: { 200: LogOverview } } },
      async (request) => {
        await guard(request, "log.see");
        return logOverview(house);
      },
    );
  };
}

function requestRoutes(server: Server, house: House): void {
  const guard = guardOf(house);
  const list = { schema: { response: { 200: Type.Object({ requests: Type.Array(RequestRow) }) } } };
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
    await guard(request, "requests.see");
    const { subject, id } = request.params;
    const found = await house.inTransaction(async (tx) => {
      const row = await house.rights.request(tx, subject, id);
      return row === null ? null : { row, steps: await house.rights.steps(tx, subject, id) };
    });
    if (found === null) return reply.callNotFound();
    return {
      request: requestOf(found.row, house.clock()),
      steps: found.steps.map(({ at, step, byStaff }) => ({
        at: at.toISOString(),
        step,
        by: byStaff,
      })),
      clock: [...house.rights.clockOf(found.row).rules],
    };
  });
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

async function noticeOverview(house: House, findingsOf: FindingsOf) {
  return house.inTransaction(async (tx) => {
    const notice = await house.notices.inForce(tx);
    if (notice === null) return null;
    const rows = await house.notices.versions(tx);
    const current = rows.find((row) => row.version === notice.version);
    const day = new Date(house.clock()).toISOString().slice(0, 10);
    const findings =
      current === undefined
        ? []
        : findingsOf(current.source, current.fileName, notice.regimes, day);
    const language = notice.defaultLanguage;
    return {
      title: notice.title[language] ?? notice.id,
      versions: rows.map((row) => ({
        version: row.version,
        dated: row.dated,
        inForceFrom: row.inForceFrom.toISOString(),
        hash: row.hash,
        inForce: row.version === notice.version,
      })),
      languages: [...notice.languages],
      regimes: [...notice.regimes],
      purposes: [...notice.purposes.values()].map((purpose) => ({
        id: purpose.id,
        name: purpose.name[language] ?? purpose.id,
        revision: purpose.revision,
        builtIn: purpose.builtIn,
        bases: [...purpose.bases].map(([regime, bases]) => ({
          regime,
          bases: bases.map(({ kind }) => kind),
        })),
      })),
      findings: [...findings],
    };
  });
}

async function logOverview(house: House) {
  return house.inTransaction(async (tx) => {
    const checkpoint = await house.ledger.checkpoint(tx);
    const size = await house.ledger.size(tx);
    const from = Math.max(0, size - ENTRIES_SHOWN);
    const leaves = await house.ledger.entries(tx, from, ENTRIES_SHOWN);
    return {
      origin: house.ledger.origin,
      verifierKey: house.ledger.verifierKey,
      size,
      waiting: await house.ledger.waiting(tx),
      root: rootOf(checkpoint?.note ?? "", house.ledger.verifierKey),
      checkpoint: checkpoint?.note ?? "",
      entries: leaves.toReversed().map(({ index, leaf, hash }) => {
        const { at, kind, notice } = JSON.parse(leaf.toString("utf8"));
        return { leaf: index, at: new Date(at).toISOString(), kind, notice, hash: toHex(hash) };
      }),
      perDay: [...(await house.ledger.perDay(tx, DAYS_SHOWN))],
    };
  });
}

function rootOf(note: string, key: string): string {
  const verifier = parseVerifierKey(key);
  if (verifier === null) return "";
  const opened = openCheckpoint(note, [verifier]);
  return opened.ok ? toBase64(opened.checkpoint.root) : "";
}
