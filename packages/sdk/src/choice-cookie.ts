/**
 * What was chosen on this device, as the page knows it: `v1.<notice version>.<granted ids>.<refused
 * ids>.<device token>`, ids joined by `~`. The server signs the token and keeps the truth; altering
 * the cookie changes what runs in one's own browser and nothing else. A sixth part marks a no that
 * holds here already and whose answer was not seen yet: `p<time of sending>`, then the ids that
 * were withdrawn.
 */
export type Chosen = {
  readonly noticeVersion: number;
  readonly granted: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
};

/**
 * Whether the choice answers what is asked today: it names the purpose, and was made since the
 * purpose became what it is. A choice under an older revision, a no as well, is asked again.
 */
export function answers(
  chosen: Chosen | null,
  { id, since }: { readonly id: string; readonly since: number },
): boolean {
  if (chosen === null || chosen.noticeVersion < since) return false;
  return chosen.granted.has(id) || chosen.refused.has(id);
}

export const COOKIE = "fn_choice";

export function readCookie(jar: string): string {
  const pair = jar.split("; ").find((each) => each.startsWith(`${COOKIE}=`));
  return pair === undefined ? "" : pair.slice(COOKIE.length + 1);
}

/** Null for anything that is not a choice of ours: then nothing was chosen. */
export function parseChosen(value: string): Chosen | null {
  const parts = value.split(".");
  const [mark, version, granted, refused] = parts;
  if (mark !== "v1" || parts.length < 5 || granted === undefined || refused === undefined) {
    return null;
  }
  const noticeVersion = Number(version);
  if (!Number.isSafeInteger(noticeVersion) || noticeVersion < 1) return null;
  return { noticeVersion, granted: idsOf(granted), refused: idsOf(refused) };
}

/** A no that waits for the server's answer. */
export type Pending = {
  /** When it was last sent, epoch milliseconds by this browser's clock. */
  readonly sentAt: number;
  /** Purposes that had been granted before. */
  readonly withdrawn: ReadonlySet<string>;
};

/** The cookie of a choice that the server does not know of yet. @param before the cookie so far. */
export function pendingCookie(before: string, chosen: Chosen, pending: Pending): string {
  const { noticeVersion, granted, refused } = chosen;
  const mark = [`p${pending.sentAt.toString(36)}`, ...pending.withdrawn].join("~");
  const token = before.split(".")[4] ?? "";
  return ["v1", noticeVersion, [...granted].join("~"), [...refused].join("~"), token, mark].join(
    ".",
  );
}

/** Null: the server answered, or nothing was chosen. */
export function parsePending(value: string): Pending | null {
  const [mark = "", ...withdrawn] = (value.split(".")[5] ?? "").split("~");
  const sentAt = Number.parseInt(mark.slice(1), 36);
  if (!mark.startsWith("p") || Number.isNaN(sentAt)) return null;
  return { sentAt, withdrawn: new Set(withdrawn) };
}

function idsOf(joined: string): ReadonlySet<string> {
  return new Set(joined.split("~").filter((id) => id !== ""));
}

export function writeCookie(value: string, seconds: number): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we serve.
  document.cookie = `${COOKIE}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax${secure}`;
}
