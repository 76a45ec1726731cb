import { readdir, realpath } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { Finding } from "#core/notice/finding";
import { type Include, includesIn } from "#core/notice/parse/includes";
import { nearest } from "#core/notice/parse/nearest";
import { SOURCE_MAX } from "#core/notice/parse/yaml-tree";
import { FILES_MAX, type SourceFile } from "#core/notice/parse-manifest";
import { type Refused, readText, refusalOf } from "./read-text.ts";

/** Files that include files that include files: deeper is a maze. */
const DEPTH_MAX = 8;

export type Followed = {
  readonly files: readonly SourceFile[];
  /** What is wrong with an `include`, where it stands. */
  readonly findings: readonly Finding[];
};

/**
 * Reads files and what they include, each file followed by what it names. Everything stays within
 * one folder, whatever links say: a manifest from elsewhere must not read what lies outside of it.
 *
 * CHOICE: a path is relative to the file that names it, as in other languages; a file that is named
 * twice is refused, for its ids would be declared twice.
 * @param root the folder, or the folder of the first file.
 */
export async function followIncludes(
  paths: readonly string[],
  root: string,
): Promise<Followed | Refused> {
  const follower = new Follower(await realpath(root));
  const given = new Set(await Promise.all(paths.map((path) => realpath(path))));
  for (const path of paths) {
    const wrong = await follower.start(path, given);
    if (wrong !== null) return wrong;
  }
  return follower;
}

class Follower {
  readonly files: SourceFile[] = [];
  readonly findings: Finding[] = [];
  readonly #root: string;
  /** Real paths of files that were read. */
  readonly #seen = new Set<string>();
  #size = 0;

  constructor(root: string) {
    this.#root = root;
  }

  /** @param given real paths that are read without being named. */
  async start(path: string, given: ReadonlySet<string>): Promise<Refused | null> {
    const read = await readText(path);
    if ("refused" in read) return read;
    this.#seen.add(await realpath(path));
    await this.#take({ name: path, text: read.text }, [await realpath(path)], given);
    return null;
  }

  async #take(
    file: SourceFile,
    chain: readonly string[],
    given: ReadonlySet<string>,
  ): Promise<void> {
    this.files.push(file);
    this.#size += file.text.length;
    // The parser says that it is too much; reading on would only take time.
    if (this.#size > SOURCE_MAX || this.files.length > FILES_MAX) return;
    // A file without the word cannot have the key, unless it is spelt with escapes.
    if (!/include|\\/.test(file.text)) return;
    for (const include of includesIn(file.text, file.name)) {
      const wrong = await this.#follow(include, file.name, chain, given);
      if (wrong !== null) this.findings.push({ ...include.at, path: "include", ...wrong });
    }
  }

  /** Null where it was read. */
  async #follow(
    { path }: Include,
    from: string,
    chain: readonly string[],
    given: ReadonlySet<string>,
  ): Promise<Pick<Finding, "message" | "suggestion"> | null> {
    const shape = wrongPath(path);
    if (shape !== null) return { message: `\`${path}\` ${shape}`, suggestion: null };
    const name = join(dirname(from), path);
    const real = await resolved(name);
    if (typeof real !== "string") {
      const message = `\`${path}\` cannot be included: ${real.refused.why}`;
      return { message, suggestion: await nearName(name, path) };
    }
    const say = (message: string) => ({ message, suggestion: null });
    if (!isWithin(this.#root, real)) {
      return say(`\`${path}\` leads out of the folder of the manifest`);
    }
    if (chain.includes(real)) {
      const circle = [...chain.slice(chain.indexOf(real)), real];
      const names = circle.map((each) => relative(this.#root, each)).join(" -> ");
      return say(`\`${path}\` is included in a circle: ${names}`);
    }
    if (this.#seen.has(real) || given.has(real)) return say(`\`${path}\` is read already`);
    if (chain.length >= DEPTH_MAX) return say(`\`${path}\` is more than ${DEPTH_MAX} files deep`);
    if (this.files.length >= FILES_MAX) return say(`more than ${FILES_MAX} files`);
    this.#seen.add(real);
    const read = await readText(real);
    if ("refused" in read) return say(`\`${path}\` cannot be included: ${read.refused.why}`);
    await this.#take({ name, text: read.text }, [...chain, real], given);
    return null;
  }
}

/** What a path may not be, whatever is there. */
function wrongPath(path: string): string | null {
  if (/^([\\/~]|[A-Za-z]:)/.test(path)) return "is absolute; an included path is relative";
  if (path.includes("\\")) return "has a backslash; write `/` between folders";
  if (path.split("/").includes("..")) return "has `..`; an included file is beside or below";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  if (/[\u0000-\u001f]/.test(path)) return "has a control character";
  return /\.ya?ml$/i.test(path) ? null : "is no `.yaml` file";
}

async function resolved(name: string): Promise<string | Refused> {
  try {
    return await realpath(name);
  } catch (error) {
    const wrong = refusalOf(error, name);
    if (wrong === null) throw error;
    return wrong;
  }
}

function isWithin(root: string, real: string): boolean {
  return real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
}

/** The file of that folder that was probably meant, as the include would write it. */
async function nearName(name: string, path: string): Promise<string | null> {
  const folder = dirname(name);
  const real = await resolved(folder);
  if (typeof real !== "string") return null;
  const names = (await readdir(real)).filter((each) => /\.ya?ml$/i.test(each));
  const near = nearest(name.slice(folder.length + 1), names);
  return near === null ? null : join(dirname(path), near);
}
