import { Type } from "typebox";
import type { Server } from "#edges/http/server";

const YEAR_SECONDS = 365 * 24 * 3600;

export type LogPort = {
  /** Verifier key (C2SP signed-note), by which the world knows the log. */
  readonly key: string;
  /** The newest signed checkpoint, as text (C2SP tlog-checkpoint). */
  checkpoint(): Promise<string | null>;
  /** A tile or entry bundle by its path below `/log/` (C2SP tlog-tiles), or null. */
  tile(path: string): Promise<Uint8Array | null>;
  receipt(id: string): Promise<{ readonly json: unknown; readonly proven: boolean } | null>;
};

const ReceiptParams = Type.Object({ id: Type.String({ pattern: "^[A-Za-z0-9_-]{8,200}$" }) });

/**
 * The public log and the receipts. Full tiles never change and may be kept for ever; partial ones
 * and the checkpoint may not.
 */
export function logRoutes(port: LogPort): (server: Server) => void {
  return (server) => {
    server.get("/log/checkpoint", async (_request, reply) => {
      const checkpoint = await port.checkpoint();
      if (checkpoint === null) return reply.callNotFound();
      return reply
        .type("text/plain; charset=utf-8")
        .header("cache-control", "no-cache")
        .header("access-control-allow-origin", "*")
        .send(checkpoint);
    });
    server.get("/log/key", async (_request, reply) =>
      reply
        .type("text/plain; charset=utf-8")
        .header("cache-control", "no-cache")
        .header("access-control-allow-origin", "*")
        .send(`${port.key}\n`),
    );
    const schema = { hide: true, params: Type.Object({ "*": Type.String({ maxLength: 200 }) }) };
    server.get("/log/tile/*", { schema }, async (request, reply) => {
      const path = `tile/${request.params["*"]}`;
      const tile = await port.tile(path);
      if (tile === null) return reply.callNotFound();
      const whole = path.includes(".p/")
        ? "no-cache"
        : `public, max-age=${YEAR_SECONDS}, immutable`;
      return reply
        .type("application/octet-stream")
        .header("cache-control", whole)
        .header("access-control-allow-origin", "*")
        .send(Buffer.from(tile));
    });
    server.get(
      "/v1/receipts/:id",
      { schema: { params: ReceiptParams } },
      async (request, reply) => {
        const receipt = await port.receipt(request.params.id);
        if (receipt === null) return reply.callNotFound();
        return reply
          .header("cache-control", receipt.proven ? "private, max-age=3600" : "no-store")
          .send(receipt.json);
      },
    );
  };
}
