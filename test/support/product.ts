import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const ROOT = resolve(import.meta.dirname, "../..");
const START_MS_MAX = 60_000;
const STOP_MS_MAX = 30_000;

export type Product = {
  readonly baseUrl: string;
  readonly smtpPort: number;
  /** Link of the first owner; null where there is one already. */
  readonly ownerLink: string | null;
  readonly data: string;
  readonly pid: number;
  /** All that it wrote so far, standard error included. */
  output(): string;
  /** Waits until a text was written. */
  says(text: string | RegExp, msMax?: number): Promise<void>;
  /** As Ctrl-C does. @returns the exit status. */
  stop(): Promise<number | null>;
  /** Without a chance to do anything. */
  kill(): Promise<void>;
};

export type ProductSettings = {
  readonly data: string;
  readonly database?: string;
  readonly port?: number;
  /** Whether it is the demo; else `args` name a notice. */
  readonly demo?: boolean;
  readonly demoPeople?: number;
  readonly args?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
};

/** An empty data folder, through which a database user that is not us can pass. */
export function newDataFolder(): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "fairnotice-product-"));
  chmodSync(folder, 0o711);
  return {
    path: join(folder, "data"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Starts the product as a person does, in a process of its own, and waits until it is ready. */
export async function startProduct(settings: ProductSettings): Promise<Product> {
  const started = launch(settings);
  await Promise.race([started.says("Ready."), started.ended]);
  const output = started.output();
  if (!output.includes("Ready.")) throw new Error(`the product did not start:\n${output}`);
  const found = (pattern: RegExp) => pattern.exec(output)?.[1] ?? null;
  return {
    ...started,
    baseUrl: found(/^Site +(\S+?)\/?$/m) ?? "",
    smtpPort: Number(found(/smtp:\/\/[\d.]+:(\d+)/) ?? 0),
    ownerLink: found(/^(http\S+\/console\/join#\S+)$/m),
    data: settings.data,
  };
}

/** Starts it and waits until it ends by itself: for starts that must be refused. */
export async function runProduct(
  settings: ProductSettings,
): Promise<{ readonly status: number | null; readonly output: string }> {
  const started = launch(settings);
  const status = await Promise.race([started.ended, sleep(START_MS_MAX, "late" as const)]);
  if (status === "late") {
    await started.kill();
    throw new Error(`it did not end by itself:\n${started.output()}`);
  }
  return { status, output: started.output() };
}

function launch(settings: ProductSettings) {
  const args = ["src/main/main.ts", "up", "--data", settings.data];
  if (settings.demo ?? true) args.push("--demo");
  args.push("--port", String(settings.port ?? 0));
  if (settings.database !== undefined) args.push("--database", settings.database);
  const child = spawn(process.execPath, [...args, ...(settings.args ?? [])], {
    cwd: ROOT,
    env: {
      ...withoutSettings(),
      FAIRNOTICE_DEMO_PEOPLE: String(settings.demoPeople ?? 0),
      ...settings.environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  const ended = new Promise<number | null>((end) => {
    child.once("exit", (status) => end(status));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    output: () => output,
    says: (text: string | RegExp, msMax = START_MS_MAX) => waitFor(() => output, text, msMax),
    stop: () => stop(child, ended, () => output),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Settings of whoever runs the tests must not reach the product. */
function withoutSettings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(FAIRNOTICE_|VITEST|NODE_OPTIONS$)/.test(name),
  );
  return Object.fromEntries(kept);
}

async function waitFor(output: () => string, text: string | RegExp, msMax: number): Promise<void> {
  const until = Date.now() + msMax;
  const isThere = () => (typeof text === "string" ? output().includes(text) : text.test(output()));
  while (!isThere()) {
    if (Date.now() > until) throw new Error(`it never said ${text}:\n${output()}`);
    await sleep(20);
  }
}

async function stop(
  child: ChildProcess,
  ended: Promise<number | null>,
  output: () => string,
): Promise<number | null> {
  child.kill("SIGINT");
  const status = await Promise.race([ended, sleep(STOP_MS_MAX, "late" as const)]);
  if (status !== "late") return status;
  child.kill("SIGKILL");
  throw new Error(`it did not stop:\n${output()}`);
}
