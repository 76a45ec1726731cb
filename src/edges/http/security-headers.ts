import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * A page that needs more than this (the demo site with its simulated tags) sets its own policy
 * before sending.
 */
export const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** @param secure whether the public address is https, and so HSTS makes sense. */
export function securityHeaders(secure: boolean) {
  return async (_request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    const set = (name: string, value: string) => {
      if (!reply.hasHeader(name)) reply.header(name, value);
    };
    set("content-security-policy", STRICT_POLICY);
    set("x-content-type-options", "nosniff");
    // Addresses of ours can carry tokens: no other site is told where a person came from.
    set("referrer-policy", "same-origin");
    set("cross-origin-opener-policy", "same-origin");
    set("permissions-policy", "camera=(), microphone=(), geolocation=()");
    if (secure) set("strict-transport-security", "max-age=31536000; includeSubDomains");
    return payload;
  };
}
