/** The files of the checkout that checks read, and tools that they call. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");
const LEFT_OUT = /(^|\/)(node_modules|dist)(\/|$)/;

/** Paths from the root, with `/`, sorted. A folder that does not exist has none. */
export function filesIn(folders: readonly string[], pattern: RegExp): readonly string[] {
  return folders
    .flatMap((folder) => {
      try {
        const found = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
        return found
          .filter((entry) => entry.isFile())
          .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
        throw error;
      }
    })
    .filter((path) => pattern.test(path) && !LEFT_OUT.test(path))
    .sort();
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/**
 * Runs a tool of `node_modules` by our own Node. @returns lines of its output when it failed, else
 * none.
 */
export function runTool(script: string, args: readonly string[]): readonly string[] {
  const done = spawnSync(process.execPath, [join(ROOT, "node_modules", script), ...args], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.error) return [done.error.message];
  if (done.status === 0) return [];
  const lines = `${done.stdout}\n${done.stderr}`.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 ? lines : [`${script} ended with ${done.status ?? done.signal}`];
}
