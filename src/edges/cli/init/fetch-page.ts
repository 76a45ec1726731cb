import { type Unusable, unusable } from "#edges/cli/output";

export type FetchedPage = {
  /** After redirects. */
  readonly url: URL;
  readonly html: string;
  /** Names of the cookies that the server set with this one answer. */
  readonly cookies: readonly string[];
};

export type FetchLimits = {
  readonly bytesMax: number;
  readonly waitMsMax: number;
  readonly redirectsMax: number;
};

export const FETCH_LIMITS: FetchLimits = {
  bytesMax: 2_097_152,
  waitMsMax: 10_000,
  redirectsMax: 5,
};

/** The address of a page as a person writes it; https where they wrote no scheme. */
export function pageAddress(written: string): URL | Unusable {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`);
  if (url !== null && !/^https?:$/.test(url.protocol)) {
    return unusable(`\`${url.protocol}\` is refused: only http and https`);
  }
  if (url === null || url.hostname === "")
    return unusable(`\`${written}\` is no address of a page`);
  if (url.username !== "" || url.password !== "") {
    return unusable("an address with a name and password in it is refused");
  }
  return url;
}

/**
 * Fetches one page of HTML, within bounds of size, time and redirects. What goes wrong is an
 * answer, not an exception.
 */
export async function fetchPage(
  start: URL,
  limits: FetchLimits = FETCH_LIMITS,
): Promise<FetchedPage | Unusable> {
  const signal = AbortSignal.timeout(limits.waitMsMax);
  try {
    return await follow(start, limits, signal);
  } catch (error) {
    if (signal.aborted) {
      return unusable(`${start.host} did not answer within ${limits.waitMsMax / 1000} seconds`);
    }
    // Node reports every failure of the network as a TypeError with the reason as its cause.
    if (!(error instanceof TypeError)) throw error;
    const cause = error.cause as { readonly code?: string; readonly message?: string } | undefined;
    const reason = cause?.code ?? cause?.message ?? error.message;
    return unusable(`${start.host} cannot be reached: ${reason}`);
  }
}

async function follow(
  start: URL,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<FetchedPage | Unusable> {
  let url = start;
  for (let hop = 0; hop <= limits.redirectsMax; hop += 1) {
    const answer = await fetch(url, {
      redirect: "manual",
      signal,
      headers: { accept: "text/html", "user-agent": "fairnotice-init" },
    });
    const location = answer.headers.get("location");
    if (answer.status < 300 || answer.status >= 400 || location === null) {
      return readAnswer(url, answer, limits);
    }
    await answer.body?.cancel();
    const next = pageAddress(URL.parse(location, url.href)?.href ?? location);
    if ("unusable" in next) return next;
    url = next;
  }
  return unusable(`${start.host} redirects more than ${limits.redirectsMax} times`);
}

async function readAnswer(
  url: URL,
  answer: Response,
  limits: FetchLimits,
): Promise<FetchedPage | Unusable> {
  const type = answer.headers.get("content-type") ?? "";
  if (!answer.ok || !/^(text\/html|application\/xhtml\+xml)/i.test(type)) {
    await answer.body?.cancel();
    const said = answer.ok ? `\`${type}\` instead of HTML` : `status ${answer.status}`;
    return unusable(`${url.host} answered with ${said}`);
  }
  const bytes = await readBounded(answer, limits.bytesMax);
  if (bytes === null) return unusable(`the page is larger than ${limits.bytesMax} bytes`);
  const cookies = answer.headers.getSetCookie().map((line) => line.split("=")[0]?.trim() ?? "");
  return { url, html: decode(bytes, type), cookies: cookies.filter((name) => name !== "") };
}

async function readBounded(answer: Response, bytesMax: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > bytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** By the charset that the server names; UTF-8 where it names none, or one that nobody knows. */
function decode(bytes: Uint8Array, type: string): string {
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new TextDecoder().decode(bytes);
  }
}
