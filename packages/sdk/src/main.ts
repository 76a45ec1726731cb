import { type BannerDoor, makeBanner } from "./banner.ts";
import { type Chosen, parseChosen, readCookie, writeCookie } from "./choice-cookie.ts";
import { allowedItems, clearItem, release } from "./gatekeeper.ts";
import type { Act, BannerConfig, ChoicesAnswer, ChoicesRequest } from "./wire.ts";

/** Longest wait for our server, in milliseconds. Past it nothing is granted. */
const WAIT_MS_MAX = 8_000;

const script = document.currentScript;
const base = script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin;
const signal = Reflect.get(navigator, "globalPrivacyControl") === true;

async function start(): Promise<void> {
  const language = document.documentElement.lang || navigator.language;
  const config = await ask<BannerConfig>(`/v1/banner?lang=${encodeURIComponent(language)}`);
  const chosen = currentChoice(config);
  const door: BannerDoor = makeBanner(config, signal, ({ granted }) => {
    choose(config, granted).then(
      () => door.close(),
      () => door.fail(),
    );
  });
  letRun(config, grantedOf(config, chosen));
  for (const opener of document.querySelectorAll("[data-fairnotice-open]")) {
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      door.open(grantedOf(config, currentChoice(config)));
    });
  }
  if (chosen === null && config.mode === "opt-in" && config.purposes.length > 0) door.ask();
  if (signal && !signalIsKept(config)) await record(config, [], true);
}

/**
 * Whether the browser's signal was already counted as a refusal, or answered by a choice made
 * since.
 */
function signalIsKept(config: BannerConfig): boolean {
  const kept = parseChosen(readCookie(document.cookie));
  const signalled = config.purposes.filter((purpose) => purpose.signalled);
  return signalled.every(({ id }) => kept?.refused.has(id) || kept?.granted.has(id));
}

/**
 * A choice under an older notice does not count for what is asked today; the person is asked again.
 */
function currentChoice(config: BannerConfig): Chosen | null {
  const chosen = parseChosen(readCookie(document.cookie));
  if (chosen === null) return null;
  const answered = (id: string) => chosen.granted.has(id) || chosen.refused.has(id);
  return config.purposes.every(({ id }) => answered(id)) ? chosen : null;
}

function grantedOf(config: BannerConfig, chosen: Chosen | null): ReadonlySet<string> {
  if (chosen !== null) return chosen.granted;
  if (config.mode === "opt-in") return new Set();
  const free = config.purposes.filter((purpose) => !(signal && purpose.signalled));
  return new Set(free.map((purpose) => purpose.id));
}

async function choose(config: BannerConfig, granted: ReadonlySet<string>): Promise<void> {
  const before = grantedOf(config, currentChoice(config));
  const acts = config.purposes.map(({ id, wording }): Act => {
    if (granted.has(id)) return { purpose: id, act: "grant", wording };
    return { purpose: id, act: before.has(id) ? "withdrawal" : "refusal", wording };
  });
  await record(config, acts, signal);
  const allowed = allowedItems(config, granted);
  const lost = config.purposes
    .flatMap((purpose) => purpose.items)
    .filter((item) => allowedItems(config, before).has(item.id) && !allowed.has(item.id));
  for (const item of lost) clearItem(item);
  // What ran cannot be taken back from the page that runs it.
  if (lost.length > 0) location.reload();
  else letRun(config, granted);
}

async function record(config: BannerConfig, acts: readonly Act[], gpc: boolean): Promise<void> {
  const request: ChoicesRequest = {
    noticeVersion: config.noticeVersion,
    language: config.language,
    acts,
    device: readCookie(document.cookie),
    signal: gpc,
  };
  const answer = await ask<ChoicesAnswer>("/v1/choices", request);
  if (typeof answer.cookie !== "string" || parseChosen(answer.cookie) === null) {
    throw new TypeError("the server's answer is no choice");
  }
  writeCookie(answer.cookie, answer.cookieSeconds);
}

let watching: MutationObserver | null = null;

function letRun(config: BannerConfig, granted: ReadonlySet<string>): void {
  const allowed = allowedItems(config, granted);
  release(allowed);
  watching?.disconnect();
  watching = new MutationObserver(() => release(allowed));
  watching.observe(document.documentElement, { childList: true, subtree: true });
}

async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(base + path, {
    signal: AbortSignal.timeout(WAIT_MS_MAX),
    credentials: "omit",
    ...(body === undefined
      ? {}
      : {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
  });
  if (!response.ok) throw new TypeError(`the server answered ${response.status}`);
  return (await response.json()) as Answer;
}

// Without an answer of our server everything keeps waiting: a lost answer is a refusal.
start().catch((error: unknown) => {
  console.warn("fairnotice: nothing was allowed, for the notice could not be read", error);
});
