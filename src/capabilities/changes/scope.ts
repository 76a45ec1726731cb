import type { NoticeDiff } from "#core/notice/diff";
import type { Notice } from "#core/notice/notice";

/** Whom a version concerns, and of what they are told. */
export type Scope = {
  readonly version: number;
  /** Purposes of which the people must be told; sorted as the notice has them. */
  readonly tell: readonly string[];
  /** Something concerns everybody about whom anything is held. */
  readonly tellAll: boolean;
  /** Purposes for which values that are held already may serve from now on, once told. */
  readonly compatible: readonly string[];
  /** Categories of those purposes. */
  readonly categories: readonly string[];
  /** Revisions that whoever was told has been told of. */
  readonly revisions: readonly { readonly purpose: string; readonly revision: number }[];
};

export function scopeOf(diff: NoticeDiff, before: Notice, after: Notice): Scope {
  const tell = diff.tell.flatMap((id) => after.purposes.get(id) ?? []);
  const compatible = tell.filter(({ id, revision }) => {
    const isNewer = revision > (before.purposes.get(id)?.revision ?? 0);
    return isNewer && after.changes.some((change) => isCompatible(change, id, revision));
  });
  return {
    version: after.version,
    tell: tell.map(({ id }) => id),
    tellAll: diff.tellAll,
    compatible: compatible.map(({ id }) => id),
    categories: [...new Set(compatible.flatMap(({ categories }) => [...categories]))],
    revisions: tell.map(({ id, revision }) => ({ purpose: id, revision })),
  };
}

function isCompatible(
  change: Notice["changes"][number],
  purpose: string,
  revision: number,
): boolean {
  return change.purpose === purpose && change.revision === revision && change.compatible;
}
