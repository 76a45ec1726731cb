import { readFileSync } from "node:fs";
import { Type } from "typebox";
import type { Server } from "#edges/http/server";

export type OperationPort = {
  /** Resolves when the database answers; rejects when it does not. */
  ready(): Promise<void>;
  /** Where security reports go. */
  securityContact(): Promise<string>;
  baseUrl: string;
};

const DAYS_180_MS = 180 * 24 * 3600 * 1000;

/** Health, the browser piece, and the addresses that others look for at a fixed place. */
export function operationRoutes(port: OperationPort, sdkFile: URL): (server: Server) => void {
  const sdk = readFileSync(sdkFile);
  return (server) => {
    const hidden = { schema: { hide: true } };
    server.get("/healthz", hidden, async () => ({ status: "alive" }));
    server.get("/readyz", hidden, async (_request, reply) => {
      await port.ready();
      return reply.send({ status: "ready" });
    });
    server.get("/sdk.js", hidden, async (_request, reply) =>
      reply
        .type("text/javascript; charset=utf-8")
        .header("cache-control", "public, max-age=300, stale-while-revalidate=86400")
        .header("cross-origin-resource-policy", "cross-origin")
        .send(sdk),
    );
    const schema = {
      response: { 200: Type.Object({ gpc: Type.Boolean(), lastUpdate: Type.String() }) },
    };
    server.get("/.well-known/gpc.json", { schema }, async () => ({
      gpc: true,
      lastUpdate: "2026-11-24",
    }));
    server.get("/.well-known/security.txt", hidden, async (_request, reply) => {
      const expires = new Date(Date.now() + DAYS_180_MS).toISOString();
      const contact = await port.securityContact();
      const canonical = `${port.baseUrl}/.well-known/security.txt`;
      return reply
        .type("text/plain; charset=utf-8")
        .send(`Contact: mailto:${contact}\nExpires: ${expires}\nCanonical: ${canonical}\n`);
    });
  };
}
