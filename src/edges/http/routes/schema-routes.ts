import { createHash } from "node:crypto";
import { publishedManifestSchema, publishedPartSchema } from "#core/notice/published-schema";
import type { Server } from "../server.ts";

/** A day: an editor may go on with the schema that it has. */
const AGE_SECONDS_MAX = 86_400;

/** The schemas of manifests, for editors anywhere: public, and of no person. */
export function registerSchemas(server: Server): void {
  const schemas = {
    "/schemas/manifest.schema.json": publishedManifestSchema(),
    "/schemas/manifest-part.schema.json": publishedPartSchema(),
  };
  for (const [path, text] of Object.entries(schemas)) {
    const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
    server.get(path, { schema: { hide: true } }, (request, reply) => {
      reply
        .header("cache-control", `public, max-age=${AGE_SECONDS_MAX}`)
        .header("etag", etag)
        .header("access-control-allow-origin", "*");
      if (request.headers["if-none-match"] === etag) return reply.code(304).send();
      return reply.type("application/schema+json; charset=utf-8").send(text);
    });
  }
}
