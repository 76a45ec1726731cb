import type { FastifyReply, FastifyRequest } from "fastify";
import { problem } from "./problem.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Defence against cross-site request forgery by what the browser itself says: `Sec-Fetch-Site`,
 * else `Origin` (OWASP, "Fetch Metadata"). A state-changing request that carries a cookie and comes
 * from another site is refused, and so is one that says nothing of where it comes from: every
 * browser of today says it. No token and so no cookie for it is needed, and forms work without
 * JavaScript.
 *
 * Requests without a cookie act with no authority of ours: the one-click unsubscribe of a mail
 * program (RFC 8058) and a choice made on the organisation's other sites pass, and are judged by
 * their own token and rules.
 */
export function refuseCrossSite(baseUrl: string) {
  const own = new URL(baseUrl).origin;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (SAFE.has(request.method) || request.headers.cookie === undefined) return;
    if (comesFromOurselves(request, own)) return;
    await reply
      .code(403)
      .type("application/problem+json")
      .send(
        problem(403, "http.cross_site", "This request came from another site and was refused.", {
          detail: "Open the page itself and send the form from there.",
        }),
      );
  };
}

function comesFromOurselves(request: FastifyRequest, own: string): boolean {
  const site = request.headers["sec-fetch-site"];
  // `none` is a person's own act (a typed address, a bookmark).
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  return origin === own || origin === `${request.protocol}://${request.host}`;
}
