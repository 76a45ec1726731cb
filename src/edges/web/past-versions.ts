import type { Notice } from "#core/notice/notice";
import type { PastVersion } from "#core/notice/render/changes";
import type { House } from "#edges/house";

/** A version and the one before it. */
export function neighbours(
  house: Pick<House, "inTransaction" | "notices">,
  version: number,
): Promise<readonly [before: Notice | null, after: Notice | null]> {
  return house.inTransaction(async (tx) => {
    const after = await house.notices.version(tx, version);
    const heads = await house.notices.heads(tx);
    const earlier = heads.findLast((head) => head.version < version);
    const before = earlier === undefined ? null : await house.notices.version(tx, earlier.version);
    return [before, after];
  });
}

/** All versions with their lives, the oldest first. */
export function pastVersions(house: House): Promise<readonly PastVersion[]> {
  return house.inTransaction(async (tx) => {
    const now = house.clock();
    const found: PastVersion[] = [];
    for (const { version } of await house.notices.heads(tx)) {
      const notice = await house.notices.version(tx, version);
      if (notice === null) continue;
      const { from, until } = notice.life;
      const isOver = until !== null && until <= now;
      const state = from > now ? "future" : isOver ? "past" : "in-force";
      found.push({ notice, inForceFrom: from, inForceUntil: until, state });
    }
    return found;
  });
}
