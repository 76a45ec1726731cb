/**
 * The versions of the notice: published, in force, kept as they were shown. Rank 2; see README.md.
 */
import { createHash } from "node:crypto";
import type { FactInput } from "#core/ledger/fact";
import type { Notice } from "#core/notice/notice";
import { assert } from "#kit/assert";
import { ORGANISATION } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { refuse } from "./errors.ts";
import {
  insertShown,
  insertVersion,
  lockVersions,
  type ShownKind,
  shownBytes,
  type VersionRow,
  versionAt,
  versionsOf,
} from "./store.ts";

export type { ShownKind, VersionRow } from "./store.ts";

/**
 * Compiles a stored manifest again. It was valid when it was published, so anything else is a
 * defect.
 */
export type Compile = (source: string, fileName: string) => Notice;

export type NoticeDeps = {
  readonly compile: Compile;
  readonly append: (tx: Tx, facts: readonly FactInput[]) => Promise<unknown>;
  readonly clock: () => number;
};

export type NoticeDoor = {
  /**
   * Makes a compiled manifest the next version, in force from its date or from now, whichever is
   * later.
   * @throws Refusal `notice.no_change`, `notice.goes_back`, `notice.wrong_version`.
   */
  publish(tx: Tx, notice: Notice, source: string, fileName: string): Promise<number>;
  /** The notice in force now, with its life; null: nothing may be collected or used. */
  inForce(tx: Tx): Promise<Notice | null>;
  versionInForce(tx: Tx): Promise<number | null>;
  version(tx: Tx, version: number): Promise<Notice | null>;
  versions(tx: Tx): Promise<readonly VersionRow[]>;
  /**
   * Keeps bytes that a person is shown, under their SHA-256 (promise U13). @returns the hash in
   * hex.
   */
  keepShown(
    tx: Tx,
    version: number,
    kind: ShownKind,
    language: string,
    part: string,
    text: string,
  ): Promise<string>;
  shown(tx: Tx, sha256Hex: string): Promise<string | null>;
};

export function openNotices(deps: NoticeDeps): NoticeDoor {
  const compiled = new Map<number, Notice>();
  const kept = new Set<string>();

  /** A version never changes once published; only its end comes when the next one does. */
  const noticeOf = (row: VersionRow, next: VersionRow | undefined): Notice => {
    const until = next === undefined ? null : next.inForceFrom.getTime();
    const known = compiled.get(row.version);
    if (known !== undefined && known.life.until === until) return known;
    const base = known ?? deps.compile(row.source, row.fileName);
    const life = { from: row.inForceFrom.getTime(), until };
    const notice: Notice = { ...base, version: row.version, life };
    compiled.set(row.version, notice);
    return notice;
  };
  const version = async (tx: Tx, wanted: number): Promise<Notice | null> => {
    const rows = await versionsOf(tx);
    const index = rows.findIndex((row) => row.version === wanted);
    const row = rows[index];
    return row === undefined ? null : noticeOf(row, rows[index + 1]);
  };
  return {
    publish: (tx, notice, source, fileName) => publish(deps, tx, notice, source, fileName),
    async inForce(tx) {
      const current = await versionAt(tx, new Date(deps.clock()));
      if (current === null) return null;
      const known = compiled.get(current);
      if (known !== undefined && known.life.until === null) return known;
      return version(tx, current);
    },
    versionInForce: (tx) => versionAt(tx, new Date(deps.clock())),
    version,
    versions: versionsOf,
    async keepShown(tx, noticeVersion, kind, language, part, text) {
      const bytes = Buffer.from(text, "utf8");
      const sha256 = createHash("sha256").update(bytes).digest();
      const hex = sha256.toString("hex");
      if (kept.has(hex)) return hex;
      const at = new Date(deps.clock());
      await insertShown(tx, { sha256, version: noticeVersion, kind, language, part, bytes, at });
      return hex;
    },
    async shown(tx, sha256Hex) {
      if (!/^[0-9a-f]{64}$/.test(sha256Hex)) return null;
      const row = await shownBytes(tx, Buffer.from(sha256Hex, "hex"));
      return row === null ? null : row.bytes.toString("utf8");
    },
  };
}

async function publish(
  deps: NoticeDeps,
  tx: Tx,
  notice: Notice,
  source: string,
  fileName: string,
): Promise<number> {
  await lockVersions(tx);
  const rows = await versionsOf(tx);
  const last = rows.at(-1);
  if (last?.hash === notice.hash) refuse("notice.no_change", { version: last.version });
  if (last !== undefined && notice.date < last.dated) {
    refuse("notice.goes_back", { dated: notice.date, last: last.dated });
  }
  const expected = (last?.version ?? notice.version - 1) + 1;
  if (notice.version !== expected) {
    refuse("notice.wrong_version", { expected, given: notice.version });
  }
  const now = deps.clock();
  const inForceFrom = new Date(Math.max(now, notice.life.from));
  assert(last === undefined || inForceFrom > last.inForceFrom, "a version follows the last one");
  const row = {
    version: notice.version,
    hash: notice.hash,
    dated: notice.date,
    inForceFrom,
    source,
    fileName,
  };
  await insertVersion(tx, { ...row, noticeId: notice.id, publishedAt: new Date(now) });
  const body = { version: notice.version, hash: notice.hash };
  await deps.append(tx, [
    { subjectId: ORGANISATION, kind: "notice.published", noticeVersion: notice.version, body },
  ]);
  return notice.version;
}
