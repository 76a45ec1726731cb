import { setTimeout as sleep } from "node:timers/promises";

const FAILED_MS_MIN = 1_000;
const FAILED_MS_MAX = 60_000;

/**
 * Does work again and again, never twice at once, with a pause between the end of one run and the
 * begin of the next; after failures the pause grows. Resolves after the abort, once the run under
 * way has ended.
 */
export async function repeat(
  pauseMs: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      await work();
      failures = 0;
    } catch (error) {
      failures += 1;
      onError(error);
    }
    const grown = Math.min(FAILED_MS_MAX, FAILED_MS_MIN * 2 ** Math.min(failures, 10));
    await pause(failures === 0 ? pauseMs : Math.max(pauseMs, grown), signal);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    // An abort ends the pause: that is what it is for.
    if (!signal.aborted) throw error;
  }
}
