import { Type } from "typebox";
import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import { guardOf, type KeepSession } from "./console-routes.ts";
import {
  AcceptInvitation,
  Ended,
  IdParams,
  Invitation,
  Invite,
  LookAtLink,
  MadeLink,
  NewRole,
  StaffRow,
} from "./team-schemas.ts";

/** Links are looked at and followed without an account, so a stranger's tries are bounded. */
export const FEW = { rateLimit: { max: 30, timeWindow: 60_000 } };

/** Who is on the team: invitations, roles, leaving. */
export function teamRoutes(house: House, keep: KeepSession): (server: Server) => void {
  const guard = guardOf(house);
  const { inTransaction, staff } = house;
  return (server) => {
    joinRoutes(server, house, keep);
    invitationRoutes(server, house);
    const list = { schema: { response: { 200: Type.Object({ staff: Type.Array(StaffRow) }) } } };
    server.get("/console/api/staff", list, async (request) => {
      await guard(request, "staff.see");
      const lines = await inTransaction((tx) => staff.list(tx));
      return {
        staff: lines.map((line) => ({
          ...line,
          since: line.since.toISOString(),
          until: line.until?.toISOString() ?? null,
        })),
      };
    });
    const role = { schema: { params: IdParams, body: NewRole } };
    server.put("/console/api/staff/:id/role", role, async (request, reply) => {
      const by = await guard(request, "staff.manage");
      const { id } = request.params;
      await inTransaction((tx) => staff.changeRole(tx, by, id, request.body.role));
      return reply.code(204).send();
    });
    const params = { schema: { params: IdParams } };
    server.delete("/console/api/staff/:id", params, async (request, reply) => {
      const by = await guard(request, "staff.manage");
      await inTransaction((tx) => staff.remove(tx, by, request.params.id));
      return reply.code(204).send();
    });
    const ended = { schema: { params: IdParams, response: { 200: Ended } } };
    server.delete("/console/api/staff/:id/sessions", ended, async (request) => {
      const by = await guard(request, "staff.manage");
      return { ended: await inTransaction((tx) => staff.endSessions(tx, by, request.params.id)) };
    });
    const made = { schema: { params: IdParams, response: { 200: MadeLink } } };
    server.post("/console/api/staff/:id/password-link", made, async (request) => {
      const by = await guard(request, "staff.help");
      const token = await inTransaction((tx) => staff.makePasswordLink(tx, by, request.params.id));
      return { link: `${house.config.baseUrl}/console/new-password#${token}` };
    });
  };
}

/** What an invited colleague does before they have an account. */
function joinRoutes(server: Server, { inTransaction, staff }: House, keep: KeepSession): void {
  const look = { schema: { body: LookAtLink, response: { 200: Invitation } }, config: FEW };
  server.post("/console/api/invitations/look", look, async (request) =>
    inTransaction((tx) => staff.look(tx, request.body.token)),
  );
  const accept = { schema: { body: AcceptInvitation }, config: FEW };
  server.post("/console/api/invitations/accept", accept, async (request, reply) => {
    const { token, name, email = null, password } = request.body;
    keep(reply, await inTransaction((tx) => staff.accept(tx, { token, name, email, password })));
    return reply.code(204).send();
  });
}

function invitationRoutes(server: Server, house: House): void {
  const guard = guardOf(house);
  const { inTransaction, staff } = house;
  const linkOf = (token: string) => ({ link: `${house.config.baseUrl}/console/join#${token}` });
  const invite = { schema: { body: Invite, response: { 200: MadeLink } } };
  server.post("/console/api/staff/invitations", invite, async (request) => {
    const by = await guard(request, "staff.manage");
    return linkOf(await inTransaction((tx) => staff.invite(tx, by, request.body)));
  });
  const renew = { schema: { params: IdParams, response: { 200: MadeLink } } };
  server.post("/console/api/staff/invitations/:id/renew", renew, async (request) => {
    const by = await guard(request, "staff.manage");
    return linkOf(await inTransaction((tx) => staff.renewInvitation(tx, by, request.params.id)));
  });
  const params = { schema: { params: IdParams } };
  server.delete("/console/api/staff/invitations/:id", params, async (request, reply) => {
    const by = await guard(request, "staff.manage");
    await inTransaction((tx) => staff.revokeInvitation(tx, by, request.params.id));
    return reply.code(204).send();
  });
}
