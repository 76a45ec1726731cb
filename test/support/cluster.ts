import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import type { TestProject } from "vitest/node";
import { type Embedded, startEmbedded } from "#platform/database/embedded";

declare module "vitest" {
  interface ProvidedContext {
    /** Socket on which a test worker asks for the database cluster of this run. */
    clusterSocket: string;
  }
}

/**
 * One PostgreSQL cluster for a run, started when the first test file asks for it: runs without a
 * database do not wait for one. It lives in the process of the run, for its workers come and go.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "fairnotice-test-"));
  // Run by root, PostgreSQL has a user of its own, which must pass through here.
  chmodSync(folder, 0o711);
  const socketPath = join(folder, "cluster.sock");
  let starting: Promise<Embedded> | null = null;
  const asked = (socket: Socket) => {
    starting ??= startEmbedded(join(folder, "data"), "for-tests");
    starting.then(
      ({ connection }: { connection: pg.ClientConfig }) =>
        socket.end(JSON.stringify({ connection })),
      (error: Error) => socket.end(JSON.stringify({ error: error.message })),
    );
  };
  const server = createServer(asked);
  await listen(server, socketPath);
  project.provide("clusterSocket", socketPath);
  return async () => {
    await new Promise((closed) => server.close(closed));
    // A cluster that did not start was told to whoever asked for it.
    const [started] = await Promise.allSettled([starting]);
    if (started.status === "fulfilled") await started.value?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((listening, fail) => {
    server.once("error", fail);
    server.listen(path, () => listening());
  });
}
