import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

/** A whole page as text, with the mark by which a browser asks whether it still holds. */
export type KeptPage = { readonly text: string; readonly etag: string };

/** Pages that are kept; the oldest leaves for the next. */
const PAGES_MAX = 200;

/** Pages that are the same for everybody who asks by the same key are written once. */
export class KeptPages {
  readonly #pages = new Map<string, KeptPage>();

  async of(key: string, make: () => Promise<string> | string): Promise<KeptPage> {
    const known = this.#pages.get(key);
    if (known !== undefined) return known;
    const text = await make();
    const hash = createHash("sha256").update(text).digest("base64url");
    const page = { text, etag: `"${hash.slice(0, 27)}"` };
    this.#pages.set(key, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > PAGES_MAX && oldest !== undefined) this.#pages.delete(oldest);
    return page;
  }
}

/**
 * Sends text under its mark, or says that the browser's copy still holds (RFC 9110, 13.1.2 and
 * 15.4.5).
 */
export function sendMarked(
  request: FastifyRequest,
  reply: FastifyReply,
  { text, etag }: KeptPage,
): FastifyReply {
  reply.header("etag", etag);
  const asked = request.headers["if-none-match"] ?? "";
  const marks = asked.split(",").map((mark) => mark.trim().replace(/^W\//, ""));
  if (marks.includes(etag) || marks.includes("*")) return reply.code(304).send();
  return reply.send(text);
}
