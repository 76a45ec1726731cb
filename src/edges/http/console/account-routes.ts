import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import { refuseStaff } from "#staff";
import { guardOf, type KeepSession, tokenOf } from "./console-routes.ts";
import { FEW } from "./team-routes.ts";
import {
  Account,
  ChangePassword,
  Ended,
  LookAtLink,
  PasswordLink,
  UsePasswordLink,
} from "./team-schemas.ts";

/** One's own account: password and sessions; and the way back in for who forgot the password. */
export function accountRoutes(house: House, keep: KeepSession): (server: Server) => void {
  const guard = guardOf(house);
  const { inTransaction, staff } = house;
  return (server) => {
    const read = { schema: { response: { 200: Account } } };
    server.get("/console/api/account", read, async (request) => {
      const by = await guard(request, null);
      const sessions = await inTransaction((tx) => staff.sessions(tx, by, tokenOf(request)));
      return {
        sessions: sessions.map(({ startedAt, seenAt, current }) => ({
          startedAt: startedAt.toISOString(),
          seenAt: seenAt.toISOString(),
          current,
        })),
      };
    });
    const others = { schema: { response: { 200: Ended } } };
    server.delete("/console/api/account/sessions", others, async (request) => {
      const by = await guard(request, null);
      return {
        ended: await inTransaction((tx) => staff.endOtherSessions(tx, by, tokenOf(request))),
      };
    });
    // Whoever sits down at an open console must not try passwords by the thousand.
    const config = { rateLimit: { max: 5, timeWindow: 60_000 } };
    const change = { schema: { body: ChangePassword }, config };
    server.put("/console/api/account/password", change, async (request, reply) => {
      const by = await guard(request, null);
      const given = { ...request.body, session: tokenOf(request) };
      const changed = await inTransaction((tx) => staff.changePassword(tx, by, given));
      if (!changed) refuseStaff("staff.wrong_password");
      return reply.code(204).send();
    });
    const look = { schema: { body: LookAtLink, response: { 200: PasswordLink } }, config: FEW };
    server.post("/console/api/password-links/look", look, async (request) =>
      inTransaction((tx) => staff.lookAtPasswordLink(tx, request.body.token)),
    );
    const use = { schema: { body: UsePasswordLink }, config: FEW };
    server.post("/console/api/password-links/use", use, async (request, reply) => {
      const { token, password } = request.body;
      keep(reply, await inTransaction((tx) => staff.usePasswordLink(tx, token, password)));
      return reply.code(204).send();
    });
  };
}
