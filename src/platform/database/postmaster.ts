import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, existsSync, openSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import type { Place } from "./place.ts";

const START_MS_MAX = 30_000;
const STEP_MS = 20;

export type Durability = "durable" | "for-tests";

/**
 * Makes the cluster in a sibling folder and renames it, so that a crash leaves nothing half made.
 */
export async function initialise(binaries: Binaries, place: Place): Promise<boolean> {
  if (existsSync(join(place.data, "PG_VERSION"))) return false;
  const half = `${place.data}.${process.pid}.half`;
  rmSync(half, { recursive: true, force: true });
  // Only the owner of the socket's folder reaches the socket at all: it is 0700 and its user is
  // ours.
  const options = ["--auth=trust", "--username=fairnotice", "-E", "UTF8"];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  await makeFolder(half, place);
  await run(binaries.initdb, ["-D", half, ...options, ...locale, "--wal-segsize=1", "-k"], place);
  if (existsSync(place.data)) rmSync(half, { recursive: true });
  else renameSync(half, place.data);
  return true;
}

async function makeFolder(path: string, place: Place): Promise<void> {
  const { mkdirSync } = await import("node:fs");
  mkdirSync(path, { mode: 0o700 });
  if (place.user !== null) chownSync(path, place.user.uid, place.user.gid);
}

/**
 * Starts the postmaster, or adopts one that a killed process of ours left behind.
 * @returns its pid; `child` is null for an adopted one.
 */
export async function startPostmaster(
  binaries: Binaries,
  place: Place,
  durability: Durability,
): Promise<{ readonly pid: number; readonly adopted: boolean }> {
  const living = livingPostmaster(place);
  if (living !== null) return { pid: living, adopted: true };
  // What a killed one leaves: its pid may be a zombie's by now, and PostgreSQL takes that for
  // alive.
  rmSync(join(place.data, "postmaster.pid"), { force: true });
  rmSync(join(place.socket, ".s.PGSQL.5432.lock"), { force: true });
  const until = Date.now() + START_MS_MAX;
  for (;;) {
    const child = spawnPostgres(binaries, place, durability);
    const ready = await waitReady(child, place, until);
    if (ready) return { pid: child.pid as number, adopted: false };
    // A busy backend of a killed postmaster still holds the shared memory: it ends by itself.
    const stillHeld = lastLines(place.log).includes("pre-existing shared memory block");
    if (!stillHeld || Date.now() > until) {
      throw new Error(`PostgreSQL did not start; its log ends with:\n${lastLines(place.log)}`);
    }
    await sleep(500);
  }
}

function spawnPostgres(binaries: Binaries, place: Place, durability: Durability): ChildProcess {
  const set: Record<string, string> = {
    listen_addresses: "",
    unix_socket_directories: place.socket,
    unix_socket_permissions: "0700",
    shared_buffers: durability === "durable" ? "64MB" : "128MB",
    wal_level: "minimal",
    max_wal_senders: "0",
    io_method: "sync",
    jit: "off",
    max_connections: durability === "durable" ? "40" : "120",
    timezone: "UTC",
    log_timezone: "UTC",
    // A statement can hold personal data in its parameters: neither is ever logged.
    log_statement: "none",
    log_min_error_statement: "panic",
    log_parameter_max_length_on_error: "0",
    ...(durability === "for-tests"
      ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }
      : {}),
  };
  const args = Object.entries(set).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(place.log, "a", 0o600);
  const child = spawn(binaries.postgres, ["-D", place.data, ...args], {
    cwd: place.runtime,
    detached: true,
    stdio: ["ignore", log, log],
    env: { PATH: process.env.PATH ?? "", LC_ALL: "C" },
    ...(place.user === null ? {} : { uid: place.user.uid, gid: place.user.gid }),
  });
  child.unref();
  return child;
}

/** The postmaster writes `ready` into the last line of its pid file when it accepts connections. */
async function waitReady(child: ChildProcess, place: Place, until: number): Promise<boolean> {
  const ended = { yes: false };
  child.once("exit", () => {
    ended.yes = true;
  });
  child.once("error", () => {
    ended.yes = true;
  });
  while (Date.now() < until) {
    if (pidFile(place)?.state === "ready" && pidFile(place)?.pid === child.pid) return true;
    if (ended.yes) return false;
    await sleep(STEP_MS);
  }
  throw new Error(`PostgreSQL did not become ready in ${START_MS_MAX / 1000} s; see ${place.log}`);
}

/**
 * A postmaster of ours on this folder that is alive, by pid file and by what the process says of
 * itself.
 */
function livingPostmaster(place: Place): number | null {
  const file = pidFile(place);
  if (file === null || !isPostgresOn(file.pid, place.data)) return null;
  return file.pid;
}

function pidFile(place: Place): { readonly pid: number; readonly state: string } | null {
  try {
    const lines = readFileSync(join(place.data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), state: (lines[7] ?? "").trim() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/**
 * A pid may be recycled or a zombie; only a live process whose command line names our folder is
 * ours.
 */
export function isPostgresOn(pid: number, data: string): boolean {
  try {
    if (process.platform !== "linux") {
      process.kill(pid, 0);
      return true;
    }
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return command.includes(data) && /postgres$/.test(command[0] ?? "");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH") return false;
    throw error;
  }
}

/** Fast shutdown (SIGINT): ends sessions, writes a checkpoint. */
export async function stopPostmaster(pid: number, place: Place): Promise<void> {
  if (!isPostgresOn(pid, place.data)) return;
  process.kill(pid, "SIGINT");
  const until = Date.now() + START_MS_MAX;
  while (isPostgresOn(pid, place.data)) {
    if (Date.now() > until)
      throw new Error(`PostgreSQL (pid ${pid}) does not stop; see ${place.log}`);
    await sleep(STEP_MS);
  }
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(-12).join("\n") : "";
}

async function run(command: string, args: readonly string[], place: Place): Promise<void> {
  const child = spawn(command, args, {
    cwd: place.runtime,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH ?? "", LC_ALL: "C" },
    ...(place.user === null ? {} : { uid: place.user.uid, gid: place.user.gid }),
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part: Buffer) => {
      said = (said + part.toString()).slice(-4_000);
    });
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  if (code !== 0) throw new Error(`initdb failed with status ${code}:\n${said}`);
}
