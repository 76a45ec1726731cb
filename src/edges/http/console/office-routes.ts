import { openCheckpoint } from "#core/ledger/checkpoint";
import type { FactKind } from "#core/ledger/fact-catalogue";
import { parseVerifierKey } from "#core/ledger/signed-note";
import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import { toBase64, toHex } from "#kit/bytes";
import { guardOf } from "./console-routes.ts";
import { FACT_WORDS } from "./fact-words.ts";
import { LogOverview, NoticeOverview } from "./schemas.ts";

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

/** Notice and log: the privacy officer's pages. */
export function officeRoutes(house: House, findingsOf: FindingsOf): (server: Server) => void {
  const guard = guardOf(house);
  return (server) => {
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
        return {
          leaf: index,
          at: new Date(at).toISOString(),
          kind,
          what: FACT_WORDS[kind as FactKind] ?? kind,
          notice,
          hash: toHex(hash),
        };
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
