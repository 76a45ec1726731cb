/**
 * More remote addresses than this are not told apart: the count of all of them together is bounded
 * instead.
 */
const ADDRESSES_MAX = 10_000;
const MINUTE_MS = 60_000;

export type RateLimit = { take(address: string): boolean };

/**
 * So many a minute for each remote address, counted in windows of a minute. The addresses are kept
 * in memory for that minute and nowhere else.
 * @param clock monotonic milliseconds.
 */
export function openRateLimit(perMinuteMax: number, clock = () => performance.now()): RateLimit {
  let counts = new Map<string, number>();
  let windowEnds = clock() + MINUTE_MS;
  return {
    take(address) {
      if (clock() >= windowEnds) {
        counts = new Map();
        windowEnds = clock() + MINUTE_MS;
      }
      const who = networkOf(address);
      const key = counts.has(who) || counts.size < ADDRESSES_MAX ? who : "others";
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= perMinuteMax;
    },
  };
}

/**
 * IPv6: one customer has a whole /64, so its first half stands for it. IPv4, also written as IPv6,
 * is itself.
 */
function networkOf(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  const after = (tail ?? "").split(":").filter((group) => group !== "");
  const zeros =
    tail === undefined ? [] : new Array(Math.max(0, 8 - groups.length - after.length)).fill("0");
  return [...groups, ...zeros, ...after].slice(0, 4).join(":");
}
