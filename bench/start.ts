import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { newDataFolder, startProduct } from "#test/support/product";
import type { Benchmark } from "./harness.ts";

/**
 * Cold: from the start of the process on an empty data folder to the line that says it is ready.
 */
export const start: Benchmark = {
  name: "start",
  unit: "ms",
  less: true,
  goal: null,
  async contenders() {
    return { ours: { round: ourStart }, floor: { round: bareStart } };
  },
};

async function ourStart(): Promise<number> {
  const folder = newDataFolder();
  try {
    const began = performance.now();
    const product = await startProduct({ data: folder.path });
    const elapsed = performance.now() - began;
    await product.stop();
    return elapsed;
  } finally {
    folder.remove();
  }
}

/** `initdb`, PostgreSQL and an empty Fastify: what any product on these would take. */
async function bareStart(): Promise<number> {
  const folder = newDataFolder();
  try {
    const began = performance.now();
    const script = join(import.meta.dirname, "start-floor.ts");
    const child = spawn(process.execPath, [script, folder.path], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    const elapsed = performance.now() - began;
    child.kill("SIGINT");
    await once(child, "exit");
    return elapsed;
  } finally {
    folder.remove();
  }
}
