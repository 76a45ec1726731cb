import { type BannerDoor, makeBanner } from "./banner.ts";
import { answers, type Chosen, parseChosen, readCookie, writeCookie } from "./choice-cookie.ts";
import { allowedItems, clearItem, lostItems, release } from "./gatekeeper.ts";
import { later, openNarrowing } from "./narrowing.ts";
import type { Act, BannerConfig, BannerPurpose, ChoicesAnswer, ChoicesRequest } from "./wire.ts";

/** Longest wait for our server, in milliseconds. Past it nothing is granted. */
const WAIT_MS_MAX = 8_000;
/** Longest that what ran goes on after a withdrawal, while its answer is waited for. */
const STOP_MS_MAX = 1_000;

const script = document.currentScript;
const base = script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin;
const narrowing = openNarrowing(WAIT_MS_MAX);
const signal = Reflect.get(navigator, "globalPrivacyControl") === true;

async function start(): Promise<void> {
  const language = document.documentElement.lang || navigator.language;
  const config = await ask<BannerConfig>(`/v1/banner?lang=${encodeURIComponent(language)}`);
  const open = openIn(config);
  // Who chose before is asked only about what changed since, or is new.
  const isAgain = chosenSoFar() !== null && open.length > 0;
  const door = doorOf(config, config.purposes, false);
  const asking = isAgain ? doorOf(config, open, true) : door;
  letRun(config, grantedIn(config));
  narrowing.onElsewhere(() => {
    if (openIn(config).length === 0) {
      asking.close();
      door.close();
    }
    const now = grantedIn(config);
    // What ran cannot be taken back from the page that runs it.
    if (lostItems(config, running, now).length > 0) location.reload();
    else letRun(config, now);
  });
  for (const opener of document.querySelectorAll("[data-fairnotice-open]")) {
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      asking.close();
      door.open(grantedIn(config));
    });
  }
  if (open.length > 0 && config.mode === "opt-in") asking.ask();
  if (signal && !signalIsKept(config)) await record(config, [], true);
  await narrowing.sendAgain(config, (acts) => record(config, acts, signal));
}

/** A banner that asks about some of the purposes, or all. */
function doorOf(
  config: BannerConfig,
  purposes: readonly BannerPurpose[],
  isAgain: boolean,
): BannerDoor {
  const door: BannerDoor = makeBanner({ ...config, purposes }, signal, isAgain, ({ granted }) => {
    choose(config, purposes, granted).then(
      () => door.close(),
      () => door.fail(),
    );
  });
  return door;
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

function chosenSoFar(): Chosen | null {
  return parseChosen(readCookie(document.cookie));
}

/** Purposes that nobody chose about here, or only when they were something else. */
function openIn({ purposes }: BannerConfig): readonly BannerPurpose[] {
  const chosen = chosenSoFar();
  return purposes.filter((purpose) => !answers(chosen, purpose));
}

/** A yes counts for what it was said to; a no counts until it is answered anew. */
function grantedIn({ purposes, mode }: BannerConfig): ReadonlySet<string> {
  const chosen = chosenSoFar();
  const granted = purposes.filter((purpose) => {
    if (answers(chosen, purpose)) return chosen?.granted.has(purpose.id) ?? false;
    if (mode === "opt-in" || chosen?.refused.has(purpose.id)) return false;
    return !(signal && purpose.signalled);
  });
  return new Set(granted.map(({ id }) => id));
}

/**
 * A no holds from here on, before the server knows of it; a yes holds when the server has answered.
 */
async function choose(
  config: BannerConfig,
  asked: readonly BannerPurpose[],
  ticked: ReadonlySet<string>,
): Promise<void> {
  const before = grantedIn(config);
  const isAsked = (id: string) => asked.some((purpose) => purpose.id === id);
  const granted = new Set([...ticked, ...[...before].filter((id) => !isAsked(id))]);
  const acts = asked.map(({ id, wording }): Act => {
    if (granted.has(id)) return { purpose: id, act: "grant", wording };
    return { purpose: id, act: before.has(id) ? "withdrawal" : "refusal", wording };
  });
  const lost = lostItems(config, before, granted);
  const kept = new Set([...before].filter((id) => granted.has(id)));
  narrowing.write(config, before, granted);
  letRun(config, kept);
  for (const item of lost) clearItem(item);
  const answered = record(config, acts, signal);
  if (lost.length > 0) {
    // What ran cannot be taken back from the page that runs it.
    await Promise.race([answered, later(STOP_MS_MAX)]).catch(unanswered);
    location.reload();
    return;
  }
  if ([...granted].some((id) => !before.has(id))) await answered;
  else answered.catch(unanswered);
}

/** A no was kept and is sent again; there is nothing that the person need do. */
function unanswered(error: unknown): void {
  console.warn("fairnotice: what was refused holds here and will be sent again", error);
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
  // Another choice was made meanwhile, here or in another tab: that one stands.
  if (readCookie(document.cookie) !== request.device) return;
  writeCookie(answer.cookie, answer.cookieSeconds);
  letRun(config, grantedIn(config));
  narrowing.tellOthers();
}

let watching: MutationObserver | null = null;
let running: ReadonlySet<string> = new Set();

function letRun(config: BannerConfig, granted: ReadonlySet<string>): void {
  running = granted;
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
    // A choice outlives the page on which it was made.
    keepalive: body !== undefined,
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
