import type { FastifyRequest } from "fastify";
import { refuse } from "./errors.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /**
     * Whose pages and programs may send to this route. Absent: pages of ours alone.
     * `own-sites`: pages of the sites that the notice declares, too.
     * `anyone`: the route has no authority but the token in its address.
     */
    readonly sender?: "own-sites" | "anyone";
  }
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Defence against cross-site request forgery by what the browser itself says: `Sec-Fetch-Site`,
 * else `Origin` (OWASP, "Fetch Metadata"). Every state-changing request is judged, with a cookie or
 * without: `SameSite` takes the cookie off the very requests that a stranger forges, and what they
 * can forge, a consent or a sign-in, needs none. No token and so no cookie for it is needed, and
 * forms work without JavaScript.
 *
 * A request that says nothing of where it comes from is no browser's of today, all of which send
 * `Origin` with a POST. It passes where a page could not have made it without our leave (CORS) and
 * it carries no cookie: the JSON of a program.
 * @param isOwnSite whether an origin is a site that the notice in force declares.
 * @throws Refusal `http.cross_site`.
 */
export function refuseCrossSite(
  baseUrl: string,
  isOwnSite: (origin: string) => Promise<boolean>,
): (request: FastifyRequest) => Promise<void> {
  const own = new URL(baseUrl).origin;
  return async (request) => {
    if (SAFE.has(request.method)) return;
    const { sender } = request.routeOptions.config;
    if (sender === "anyone" || comesFromOurselves(request, own)) return;
    const { origin } = request.headers;
    if (sender === "own-sites" && origin !== undefined && (await isOwnSite(origin))) return;
    refuse("http.cross_site");
  };
}

function comesFromOurselves(request: FastifyRequest, own: string): boolean {
  const site = request.headers["sec-fetch-site"];
  // `none` is a person's own act (a typed address, a bookmark).
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = request.headers;
  if (origin !== undefined) {
    return origin === own || origin === `${request.protocol}://${request.host}`;
  }
  return request.headers.cookie === undefined && isOfProgram(request);
}

/** A page can name three types without our leave (Fetch, CORS-safelisted header); not this. */
function isOfProgram(request: FastifyRequest): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "");
}
