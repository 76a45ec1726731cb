import { submissionsOf } from "#collection";
import type { FactBody } from "#core/ledger/fact-catalogue";
import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import type { ShownKind } from "#notice";
import type { Tx } from "#platform/database/database";
import { guardOf } from "./console-routes.ts";
import { ById, ShownParams, ShownToPerson } from "./notice-schemas.ts";

/**
 * Nothing of what was shown may run, load or reach anything: it is looked at, byte for byte, in a
 * frame without an origin.
 */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'self'; sandbox";

/** The newest facts of a person that are looked through. */
const FACTS_MAX = 2_000;

const MARKUP: ReadonlySet<ShownKind> = new Set(["notice", "extract", "cookies"]);

/** What was shown, by its hash, and beside each choice and form of a person (promise U13). */
export function shownRoutes(house: House): (server: Server) => void {
  const guard = guardOf(house);
  return (server) => {
    const bytes = { schema: { params: ShownParams } };
    server.get("/console/api/shown/:sha256", bytes, async (request, reply) => {
      await guard(request, "notice.see");
      const found = await house.inTransaction((tx) =>
        house.notices.shown(tx, request.params.sha256),
      );
      if (found === null) return reply.callNotFound();
      const type = MARKUP.has(found.kind) ? "text/html" : "text/plain";
      const language = found.places[0]?.language ?? "en";
      return reply
        .type(`${type}; charset=utf-8`)
        .header("content-security-policy", POLICY)
        .header("content-language", language)
        .header("cache-control", "private, max-age=31536000, immutable")
        .send(Buffer.from(found.text, "utf8"));
    });
    const ofPerson = { schema: { params: ById, response: { 200: ShownToPerson } } };
    server.get("/console/api/people/:id/shown", ofPerson, async (request, reply) => {
      await guard(request, "people.read");
      const shown = await house.inTransaction((tx) => shownTo(house, tx, request.params.id));
      return shown === null ? reply.callNotFound() : { shown };
    });
  };
}

async function shownTo(house: House, tx: Tx, id: string) {
  const subject = (await house.gate.subjects(tx, [id])).get(id);
  if (subject === undefined) return null;
  const ids = subject.ids?.map((each) => each.id) ?? [id];
  const facts = await house.ledger.factsOf(tx, ids, FACTS_MAX);
  const choices = facts.flatMap(({ kind, at, noticeVersion, body }) => {
    if (kind !== "choice.made") return [];
    const { act, purpose, channel, topic, wording } = body as FactBody<"choice.made">;
    const what = [act, purpose, channel, topic].filter((part) => part !== undefined).join(" · ");
    const version = noticeVersion ?? 0;
    return [{ at, kind: "choice" as const, what, noticeVersion: version, sha256: wording }];
  });
  const forms = (await submissionsOf(tx, ids)).map((submission) => ({
    at: submission.receivedAt,
    kind: "form" as const,
    what: submission.form,
    noticeVersion: submission.noticeVersion,
    sha256: submission.extractSha256.toString("hex"),
  }));
  const all = [...choices, ...forms].sort((one, other) => +one.at - +other.at);
  const found = [];
  for (const each of all) {
    const kept = (await house.notices.shown(tx, each.sha256)) !== null;
    const href = kept ? `/console/api/shown/${each.sha256}` : null;
    found.push({ ...each, at: each.at.toISOString(), href });
  }
  return found;
}
