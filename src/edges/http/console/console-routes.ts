import { readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import { cookieOf, setCookie } from "#edges/web/reader";
import type { Action, Colleague } from "#staff";
import { refuseStaff } from "#staff";
import { Session, SignIn } from "./schemas.ts";

const COOKIE = "fn_staff";

/** A route's handler with the colleague who calls it, after their role was checked. */
export type Guard = (request: FastifyRequest, action: Action | null) => Promise<Colleague>;

export function guardOf(house: House): Guard {
  return async (request, action) => {
    const token = cookieOf(request, COOKIE);
    const colleague =
      token === null ? null : await house.inTransaction((tx) => house.staff.session(tx, token));
    if (colleague === null) return refuseStaff("staff.not_signed_in");
    if (action !== null) house.staff.require(colleague, action);
    return colleague;
  };
}

/** The token of the session that asks; only called behind a guard. */
export function tokenOf(request: FastifyRequest): string {
  return cookieOf(request, COOKIE) ?? refuseStaff("staff.not_signed_in");
}

/** Signs a browser in by the token of a new session. */
export type KeepSession = (reply: FastifyReply, token: string) => void;

export function keepSession(secure: boolean): KeepSession {
  return (reply, token) => setCookie(reply, COOKIE, token, { secure, script: false });
}

/** Signing in and out. */
export function sessionRoutes(house: House, secure: boolean): (server: Server) => void {
  const guard = guardOf(house);
  const keep = keepSession(secure);
  const sessionOf = async (colleague: Colleague) => {
    const notice = await house.inTransaction((tx) => house.notices.inForce(tx));
    const [controller] = notice?.controllers.values() ?? [];
    return {
      staff: colleague,
      may: [...house.staff.actionsOf(colleague.role)],
      organisation: controller?.name ?? "Fairnotice",
      demo: house.config.demo,
      languages: [...(notice?.languages ?? ["en"])],
    };
  };
  return (server) => {
    server.get(
      "/console/api/session",
      { schema: { response: { 200: Session } } },
      async (request) => sessionOf(await guard(request, null)),
    );
    const config = { rateLimit: { max: 30, timeWindow: 60_000 } };
    const signIn = { schema: { body: SignIn, response: { 200: Session } }, config };
    server.post("/console/api/session", signIn, async (request, reply) => {
      const { email, password } = request.body;
      const { inTransaction, staff } = house;
      const outcome = await staff.signIn(inTransaction, email, password, request.ip);
      if ("refused" in outcome) {
        return refuseStaff(
          outcome.refused === "throttled" ? "staff.throttled" : "staff.wrong_credentials",
        );
      }
      keep(reply, outcome.token);
      const colleague = await house.inTransaction((tx) => house.staff.session(tx, outcome.token));
      return sessionOf(colleague ?? refuseStaff("staff.not_signed_in"));
    });
    server.delete("/console/api/session", async (request, reply) => {
      const token = cookieOf(request, COOKIE);
      if (token !== null) await house.inTransaction((tx) => house.staff.signOut(tx, token));
      setCookie(reply, COOKIE, "", { maxAgeSeconds: 0, secure, script: false });
      return reply.code(204).send();
    });
  };
}

const TYPES: { readonly [ending: string]: string } = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * React sets styles on elements, so the console's own policy allows those and nothing else more.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * The console's files. Every address of its own router answers with the one page. @param folder
 * built by Vite.
 */
export function consoleFiles(folder: string): (server: Server) => void {
  return (server) => {
    const send = (reply: FastifyReply, name: string) => {
      const kept = name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
      return reply
        .type(TYPES[extname(name)] ?? "application/octet-stream")
        .header("cache-control", kept)
        .header("content-security-policy", POLICY)
        .send(readFileSync(join(folder, name)));
    };
    const schema = { hide: true, params: Type.Object({ "*": Type.String({ maxLength: 300 }) }) };
    server.get("/console", { schema: { hide: true } }, async (_request, reply) =>
      send(reply, "index.html"),
    );
    server.get("/console/*", { schema }, async (request, reply) => {
      const name = normalize(request.params["*"]);
      if (/^assets\/[A-Za-z0-9._-]+$/.test(name)) {
        try {
          return send(reply, name);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === "ENOENT") return reply.callNotFound();
          throw error;
        }
      }
      if (name.startsWith("api/")) return reply.callNotFound();
      return send(reply, "index.html");
    });
  };
}
