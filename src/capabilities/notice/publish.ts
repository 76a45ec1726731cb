import type { FactInput } from "#core/ledger/fact";
import type { Notice } from "#core/notice/notice";
import { ORGANISATION } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { refuse } from "./errors.ts";
import { keepBytes } from "./keep-shown.ts";
import type { ShownPlace } from "./shown-store.ts";
import { headsOf, insertVersion, lockVersions, type VersionHead } from "./store.ts";

/** Something that will be shown of a version: its page, the extract beside a form. */
export type Rendering = Omit<ShownPlace, "version"> & { readonly text: string };

export type PublishDeps = {
  readonly append: (tx: Tx, facts: readonly FactInput[]) => Promise<unknown>;
  readonly clock: () => number;
  /** What is shown of a version, kept from the moment that it is published. */
  readonly renderings?: (tx: Tx, notice: Notice) => Promise<readonly Rendering[]>;
  /** Hears of a new version in the transaction that publishes it. */
  readonly published?: (tx: Tx, notice: Notice) => Promise<void>;
};

export type Publication = {
  readonly notice: Notice;
  readonly source: string;
  readonly fileName: string;
  readonly draftId: string | null;
  /** Not before; epoch milliseconds. */
  readonly from: number;
};

/**
 * Makes a compiled manifest the next version, in force from its date, from the asked instant or
 * from now, whichever is latest. Everything that follows from it is of the same transaction: there
 * is one publication and one telling, or none.
 * @throws Refusal as `assertPublishable`.
 */
export async function publish(deps: PublishDeps, tx: Tx, given: Publication): Promise<number> {
  await lockVersions(tx);
  const heads = await headsOf(tx);
  assertPublishable(given.notice, heads);
  const now = deps.clock();
  const { version, hash, id: noticeId, date: dated } = given.notice;
  const from = Math.max(now, given.from, given.notice.life.from);
  const last = heads.at(-1);
  if (last !== undefined && from <= last.inForceFrom.getTime()) {
    refuse("notice.goes_back", {
      from: new Date(from).toISOString(),
      last: last.inForceFrom.toISOString(),
    });
  }
  const { source, fileName, draftId } = given;
  const times = { inForceFrom: new Date(from), publishedAt: new Date(now) };
  await insertVersion(tx, {
    ...{ version, noticeId, hash, dated, source, fileName, draftId },
    ...times,
  });
  const body = { version, hash, ...(draftId === null ? {} : { draftId }) };
  await deps.append(tx, [
    { subjectId: ORGANISATION, kind: "notice.published", noticeVersion: version, body },
  ]);
  const notice: Notice = { ...given.notice, life: { from, until: null } };
  for (const { kind, language, part, text } of (await deps.renderings?.(tx, notice)) ?? []) {
    await keepBytes(tx, { version, kind, language, part }, text, new Date(now));
  }
  await deps.published?.(tx, notice);
  return version;
}

/**
 * @throws Refusal `notice.no_change`, `notice.goes_back` (its date), `notice.wrong_version`; a
 * version that was published before and superseded is one that goes back.
 */
export function assertPublishable(notice: Notice, heads: readonly VersionHead[]): void {
  const last = heads.at(-1);
  if (last?.hash === notice.hash) refuse("notice.no_change", { version: last.version });
  if (last !== undefined && notice.date < last.dated) {
    refuse("notice.goes_back", { dated: notice.date, last: last.dated });
  }
  const expected = (last?.version ?? notice.version - 1) + 1;
  if (notice.version !== expected) {
    refuse("notice.wrong_version", { expected, given: notice.version });
  }
}
