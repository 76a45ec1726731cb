import {
  type Pending,
  parseChosen,
  parsePending,
  pendingCookie,
  readCookie,
  writeCookie,
} from "./choice-cookie.ts";
import type { Act, BannerConfig } from "./wire.ts";

/** As long as the server lets a choice stand. */
const COOKIE_SECONDS = 180 * 24 * 3600;
/** Tabs that wake together draw lots, so that one of them sends. */
const JITTER_MS_MAX = 1_000;
const NONE: ReadonlySet<string> = new Set();

/**
 * A no takes effect here before the server knows of it, is kept in the cookie until the server has
 * answered, and is sent again by a later page where it did not.
 * @param waitMsMax after this long without an answer, none will come.
 */
export function openNarrowing(waitMsMax: number) {
  // Old browsers have none: then other tabs learn of it when they load their next page.
  const channel = "BroadcastChannel" in self ? new BroadcastChannel("fairnotice") : null;
  const tellOthers = () => channel?.postMessage("chosen");
  return {
    tellOthers,
    /** Another tab of this site wrote a choice. */
    onElsewhere(act: () => void): void {
      channel?.addEventListener("message", act);
    },
    /** Writes what was refused; what is newly granted waits for the server. */
    write(config: BannerConfig, before: ReadonlySet<string>, granted: ReadonlySet<string>): void {
      const refused = config.purposes.map(({ id }) => id).filter((id) => !granted.has(id));
      if (refused.length === 0) return;
      const kept = [...before].filter((id) => granted.has(id));
      const withdrawn = new Set(refused.filter((id) => before.has(id)));
      writePending(config, new Set(kept), new Set(refused), { sentAt: Date.now(), withdrawn });
      tellOthers();
    },
    /** Sends a no that got no answer, once the time for one is over. */
    async sendAgain(
      config: BannerConfig,
      send: (acts: readonly Act[]) => Promise<void>,
    ): Promise<void> {
      const value = readCookie(document.cookie);
      const pending = parsePending(value);
      if (pending === null) return;
      const over = pending.sentAt + waitMsMax - Date.now();
      // A clock that was set back must not hold it up for longer.
      await later(Math.min(Math.max(over, 0), waitMsMax) + Math.random() * JITTER_MS_MAX);
      // It was answered, or another tab sends it, or another choice was made.
      if (readCookie(document.cookie) !== value) return;
      const { granted = NONE, refused = NONE } = parseChosen(value) ?? {};
      writePending(config, granted, refused, { ...pending, sentAt: Date.now() });
      const asked = config.purposes.filter(({ id }) => refused.has(id));
      await send(
        asked.map(({ id, wording }) => {
          const act = pending.withdrawn.has(id) ? "withdrawal" : "refusal";
          return { purpose: id, act, wording };
        }),
      );
    },
  };
}

function writePending(
  { noticeVersion }: BannerConfig,
  granted: ReadonlySet<string>,
  refused: ReadonlySet<string>,
  pending: Pending,
): void {
  const chosen = { noticeVersion, granted, refused };
  const before = readCookie(document.cookie);
  writeCookie(pendingCookie(before, chosen, pending), COOKIE_SECONDS);
}

export function later(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
