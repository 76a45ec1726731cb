/**
 * A small generator of repeatable numbers (mulberry32): the demo looks the same at every first
 * start. Not for secrets.
 */
export type Random = {
  /** 0 <= x < 1. */
  next(): number;
  /** A whole number from 0 below `below`. */
  below(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** True with the given chance, 0 to 1. */
  chance(chance: number): boolean;
};

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    chance: (chance) => next() < chance,
  };
}
