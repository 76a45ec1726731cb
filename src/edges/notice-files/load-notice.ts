import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Finding, sortFindings } from "#core/notice/finding";
import { FILES_MAX, type SourceFile } from "#core/notice/parse-manifest";
import { type ReadNotice, readNotice } from "#core/notice/read-notice";
import { assert } from "#kit/assert";
import { type Followed, followIncludes } from "./follow-includes.ts";
import { type Refused, refusalOf, refused } from "./read-text.ts";

export { FILE_BYTES_MAX } from "./read-text.ts";

export type LoadedNotice = ReadNotice & {
  /**
   * One text that compiles to the same notice: the file, or all files as documents of one stream.
   */
  readonly source: string;
  /** Last part of the path, kept beside the source. */
  readonly fileName: string;
};

/**
 * Reads the manifest in a file, or in the `.yaml` and `.yml` files of a folder in the order of
 * their names, with what they include. What cannot be read is a finding like any other; nothing is
 * thrown for it.
 */
export async function loadNotice(path: string): Promise<LoadedNotice> {
  const fileName = basename(path);
  const read = await readFiles(path);
  if ("refused" in read) {
    const start = { file: read.refused.file, line: 1, column: 1 };
    const finding: Finding = { ...start, path: "", message: read.refused.why, suggestion: null };
    const nothing = { notice: null, manifest: null, source: "", fileName };
    return { ...nothing, findings: [finding], placeOf: () => start };
  }
  const { files } = read;
  const [only] = files;
  const source = files.length === 1 && only !== undefined ? only.text : streamOf(files);
  const loaded = readNotice(files, "followed");
  if (read.findings.length > 0) {
    const names = files.map(({ name }) => name);
    const findings = sortFindings([...read.findings, ...loaded.findings], names);
    return { ...loaded, notice: null, manifest: null, findings, source, fileName };
  }
  if (loaded.notice !== null && files.length > 1) {
    const again = readNotice([{ name: fileName, text: source }], "followed");
    assert(again.notice?.hash === loaded.notice.hash, "the stream of a folder says the same");
  }
  return { ...loaded, source, fileName };
}

function streamOf(files: readonly SourceFile[]): string {
  // The end mark lets a file begin with directives of its own. A name may hold a line break, which
  // must not end the comment.
  return files
    .map(({ name, text }) => `# ${basename(name).replace(/[^ -~]/g, "?")}\n${text}\n...\n`)
    .join("");
}

/** The files that a manifest begins with: itself, or all that a folder has. */
export async function filesAt(path: string): Promise<readonly string[] | Refused> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.ya?ml$/i.test(name)).sort();
  if (names.length === 0) return refused(path, "the folder has no `.yaml` file");
  if (names.length > FILES_MAX) return refused(path, `the folder has more than ${FILES_MAX} files`);
  return names.map((name) => join(path, name));
}

/** A manifest's files with what they include, or why they cannot be read. */
export async function readFiles(path: string): Promise<Followed | Refused> {
  try {
    const paths = await filesAt(path);
    if ("refused" in paths) return paths;
    const isFolder = paths.length !== 1 || paths[0] !== path;
    return await followIncludes(paths, isFolder ? path : dirname(path));
  } catch (error) {
    const wrong = refusalOf(error, path);
    if (wrong === null) throw error;
    return wrong;
  }
}
