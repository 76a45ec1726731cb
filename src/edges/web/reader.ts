import type { FastifyReply, FastifyRequest } from "fastify";

/** Cookie of the language that a person picked; declared in the notice as a stored item. */
export const LANGUAGE_COOKIE = "fn_lang";
const YEAR_SECONDS = 365 * 24 * 3600;

/**
 * The language of the reader of a page: what the address asks for, else what the person picked
 * before, else what the browser prefers, else the notice's own. Only declared languages count.
 */
export function languageOf(
  request: FastifyRequest,
  declared: readonly string[],
  fallback: string,
): string {
  const asked = queryLanguage(request);
  if (asked !== null && declared.includes(asked)) return asked;
  const picked = cookieOf(request, LANGUAGE_COOKIE);
  if (picked !== null && declared.includes(picked)) return picked;
  return preferred(request.headers["accept-language"] ?? "", declared) ?? fallback;
}

/** A `?lang=` in the address is the person's own pick: it is kept. */
export function keepLanguage(request: FastifyRequest, reply: FastifyReply, secure: boolean): void {
  const asked = queryLanguage(request);
  if (asked === null || !/^[a-z]{2}(-[A-Za-z0-9]{2,8})?$/.test(asked)) return;
  setCookie(reply, LANGUAGE_COOKIE, asked, { maxAgeSeconds: YEAR_SECONDS, secure, script: false });
}

function queryLanguage(request: FastifyRequest): string | null {
  const query = request.query as { readonly lang?: unknown };
  return typeof query.lang === "string" ? query.lang : null;
}

/**
 * Best declared match of an `Accept-Language` field (RFC 9110, 12.5.4): exact first, then by
 * primary subtag.
 */
export function preferred(header: string, declared: readonly string[]): string | null {
  const wanted = header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((each) => each.trim()).find((each) => each.startsWith("q="));
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((left, right) => right.quality - left.quality);
  for (const { tag } of wanted) {
    const primary = tag.split("-")[0];
    const match =
      declared.find((language) => language.toLowerCase() === tag) ??
      declared.find((language) => language.toLowerCase().split("-")[0] === primary);
    if (match !== undefined) return match;
  }
  return null;
}

/** The first cookie of that name, or null. Values of ours need no decoding. */
export function cookieOf(request: FastifyRequest, name: string): string | null {
  const header = request.headers.cookie ?? "";
  for (const pair of header.split("; ")) {
    if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1);
  }
  return null;
}

export type CookieSettings = {
  /** Absent: the cookie ends with the browser session. */
  readonly maxAgeSeconds?: number;
  readonly secure: boolean;
  /** Whether scripts of the page may read it. */
  readonly script: boolean;
};

export function setCookie(
  reply: FastifyReply,
  name: string,
  value: string,
  settings: CookieSettings,
): void {
  const parts = [`${name}=${value}`, "Path=/", "SameSite=Lax"];
  if (settings.maxAgeSeconds !== undefined) parts.push(`Max-Age=${settings.maxAgeSeconds}`);
  if (settings.secure) parts.push("Secure");
  if (!settings.script) parts.push("HttpOnly");
  const earlier = reply.getHeader("set-cookie");
  const list = earlier === undefined ? [] : [earlier].flat().map(String);
  reply.header("set-cookie", [...list, parts.join("; ")]);
}
