/**
 * The versions of the notice: drafted, reviewed, published, in force, kept as they were shown. Rank
 * 2; see README.md.
 */
import type { Notice } from "#core/notice/notice";
import { assert } from "#kit/assert";
import type { Tx } from "#platform/database/database";
import { type Drafts, openDrafts } from "./drafts.ts";
import { keepBytes } from "./keep-shown.ts";
import { type PublishDeps, publish } from "./publish.ts";
import { lastShown, placesOf, type ShownKind, type ShownPlace, shownBytes } from "./shown-store.ts";
import {
  headsOf,
  sourceOf,
  type VersionHead,
  type VersionRow,
  versionAt,
  versionsOf,
} from "./store.ts";

export type { DraftRow, DraftState, DraftView, ReviewRow, Verdict } from "./draft.ts";
export type { Drafts } from "./drafts.ts";
export { refuse as refuseNotice } from "./errors.ts";
export { assertPublishable, type Rendering } from "./publish.ts";
export type { ShownKind, ShownPlace } from "./shown-store.ts";
export type { VersionHead, VersionRow } from "./store.ts";

/**
 * Compiles a stored manifest again. It was valid when it was published, so anything else is a
 * defect.
 */
export type Compile = (source: string, fileName: string) => Notice;

export type NoticeDeps = PublishDeps & {
  readonly compile: Compile;
  readonly newId: () => string;
  /** Colleagues whose account is active. */
  readonly countStaff: (tx: Tx) => Promise<number>;
};

export type Shown = {
  readonly text: string;
  readonly kind: ShownKind;
  /** Every version, language and part in which these bytes stood. */
  readonly places: readonly ShownPlace[];
};

export type NoticeDoor = {
  /**
   * Makes a compiled manifest the next version, in force from its date or from now, whichever is
   * later. For the manifest on the server's disk; a draft goes through `drafts`.
   * @throws Refusal `notice.no_change`, `notice.goes_back`, `notice.wrong_version`.
   */
  publish(tx: Tx, notice: Notice, source: string, fileName: string): Promise<number>;
  readonly drafts: Drafts;
  /** The notice in force now, with its life; null: nothing may be collected or used. */
  inForce(tx: Tx): Promise<Notice | null>;
  versionInForce(tx: Tx): Promise<number | null>;
  version(tx: Tx, version: number): Promise<Notice | null>;
  versions(tx: Tx): Promise<readonly VersionRow[]>;
  heads(tx: Tx): Promise<readonly VersionHead[]>;
  source(tx: Tx, version: number): ReturnType<typeof sourceOf>;
  /**
   * For each purpose of a version, the version in which its present revision began: whoever chose
   * under an older one chose about something else.
   */
  revisionsBegan(tx: Tx, version: number): Promise<ReadonlyMap<string, number>>;
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
  shown(tx: Tx, sha256Hex: string): Promise<Shown | null>;
  /** What stood last in a place, and its hash in hex; null: nothing of it was ever shown. */
  lastShown(
    tx: Tx,
    place: ShownPlace,
  ): Promise<{ readonly text: string; readonly sha256: string } | null>;
};

export function openNotices(deps: NoticeDeps): NoticeDoor {
  const { version, inForce } = openVersions(deps);
  const began = new Map<number, ReadonlyMap<string, number>>();
  return {
    publish: (tx, notice, source, fileName) =>
      publish(deps, tx, { notice, source, fileName, draftId: null, from: 0 }),
    drafts: openDrafts(deps),
    inForce,
    versionInForce: (tx) => versionAt(tx, new Date(deps.clock())),
    version,
    versions: versionsOf,
    heads: headsOf,
    source: sourceOf,
    async revisionsBegan(tx, wanted) {
      const known = began.get(wanted) ?? (await revisionsBegan(tx, wanted, version));
      began.set(wanted, known);
      return known;
    },
    keepShown: (tx, noticeVersion, kind, language, part, text) =>
      keepBytes(tx, { version: noticeVersion, kind, language, part }, text, new Date(deps.clock())),
    async shown(tx, sha256Hex) {
      if (!/^[0-9a-f]{64}$/.test(sha256Hex)) return null;
      const sha256 = Buffer.from(sha256Hex, "hex");
      const row = await shownBytes(tx, sha256);
      if (row === null) return null;
      const places = await placesOf(tx, sha256);
      return { text: row.bytes.toString("utf8"), kind: row.kind, places };
    },
    async lastShown(tx, place) {
      const row = await lastShown(tx, place);
      if (row === null) return null;
      return { text: row.bytes.toString("utf8"), sha256: row.sha256.toString("hex") };
    },
  };
}

/** A version never changes once published; only its end comes when the next one does. */
function openVersions({ compile, clock }: NoticeDeps): Pick<NoticeDoor, "version" | "inForce"> {
  const compiled = new Map<number, Notice>();
  const version: NoticeDoor["version"] = async (tx, wanted) => {
    const heads = await headsOf(tx);
    const index = heads.findIndex((head) => head.version === wanted);
    const head = heads[index];
    if (head === undefined) return null;
    const life = {
      from: head.inForceFrom.getTime(),
      until: heads[index + 1]?.inForceFrom.getTime() ?? null,
    };
    const known = compiled.get(wanted);
    if (known !== undefined && known.life.until === life.until) return known;
    let base = known;
    if (base === undefined) {
      const stored = await sourceOf(tx, wanted);
      assert(stored !== null, "a version that is listed has a text");
      base = compile(stored.source, stored.fileName);
    }
    const notice: Notice = { ...base, version: wanted, life };
    compiled.set(wanted, notice);
    return notice;
  };
  return {
    version,
    async inForce(tx) {
      const current = await versionAt(tx, new Date(clock()));
      if (current === null) return null;
      const known = compiled.get(current);
      // Its end may be unknown here, or that of a version whose publication was rolled back; which
      // version is in force was asked a moment ago.
      const isFresh = known !== undefined && (known.life.until ?? Number.MAX_VALUE) > clock();
      return isFresh ? known : version(tx, current);
    },
  };
}

async function revisionsBegan(
  tx: Tx,
  wanted: number,
  version: NoticeDoor["version"],
): Promise<ReadonlyMap<string, number>> {
  const now = await version(tx, wanted);
  const found = new Map<string, number>();
  const open = new Map([...(now?.purposes ?? [])].map(([id, { revision }]) => [id, revision]));
  const older = (await headsOf(tx)).filter((head) => head.version <= wanted).reverse();
  for (const head of older) {
    if (open.size === 0) break;
    const then = await version(tx, head.version);
    for (const [id, revision] of open) {
      if (then?.purposes.get(id)?.revision === revision) found.set(id, head.version);
      else open.delete(id);
    }
  }
  return found;
}
