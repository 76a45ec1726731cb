import { open, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Finding } from "#core/notice/finding";
import { FILES_MAX, type SourceFile } from "#core/notice/parse-manifest";
import { type ReadNotice, readNotice } from "#core/notice/read-notice";
import { assert } from "#kit/assert";
import { fromUtf8 } from "#kit/bytes";

/** Four bytes for each of the characters that the parser takes at most. */
export const FILE_BYTES_MAX = 4 * 1_048_576;

export type LoadedNotice = ReadNotice & {
  /**
   * One text that compiles to the same notice: the file, or the files of a folder as documents of
   * one stream.
   */
  readonly source: string;
  /** Last part of the path, kept beside the source. */
  readonly fileName: string;
};

/**
 * Reads the manifest in a file, or in the `.yaml` and `.yml` files of a folder in the order of
 * their names. What cannot be read is a finding like any other; nothing is thrown for it.
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
  const loaded = { ...readNotice(files), source, fileName };
  if (loaded.notice !== null && files.length > 1) {
    const again = readNotice([{ name: fileName, text: source }]);
    assert(again.notice?.hash === loaded.notice.hash, "the stream of a folder says the same");
  }
  return loaded;
}

function streamOf(files: readonly SourceFile[]): string {
  // The end mark lets a file begin with directives of its own.
  return files.map(({ name, text }) => `# ${basename(name)}\n${text}\n...\n`).join("");
}

type Refused = { readonly refused: { readonly file: string; readonly why: string } };
type Read = { readonly files: readonly SourceFile[] } | Refused;

async function readFiles(path: string): Promise<Read> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    if (!isFolder) return await readAll([path]);
    const names = (await readdir(path)).filter((name) => /\.ya?ml$/i.test(name)).sort();
    if (names.length === 0) return refused(path, "the folder has no `.yaml` file");
    if (names.length > FILES_MAX)
      return refused(path, `the folder has more than ${FILES_MAX} files`);
    return await readAll(names.map((name) => join(path, name)));
  } catch (error) {
    const why = WHY[(error as NodeJS.ErrnoException).code ?? ""];
    if (why === undefined) throw error;
    return refused((error as NodeJS.ErrnoException).path ?? path, why);
  }
}

const WHY: { readonly [code: string]: string } = {
  ENOENT: "there is no such file or folder",
  EACCES: "it may not be read",
  EPERM: "it may not be read",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is not a folder",
  ELOOP: "its links lead in a circle",
  ENAMETOOLONG: "the name is too long",
};

async function readAll(paths: readonly string[]): Promise<Read> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    const bytes = await readBounded(path);
    if (bytes === null) return refused(path, `the file is larger than ${FILE_BYTES_MAX} bytes`);
    const text = fromUtf8(bytes);
    if (text === null) return refused(path, "the file is not UTF-8 text");
    files.push({ name: path, text });
  }
  return { files };
}

/**
 * At most the bound and one byte are read, so that a pipe or a device without end cannot fill the
 * memory.
 */
async function readBounded(path: string): Promise<Uint8Array | null> {
  const file = await open(path, "r");
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    while (size <= FILE_BYTES_MAX) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536), 0, 65_536, null);
      if (bytesRead === 0) return Buffer.concat(chunks);
      chunks.push(buffer.subarray(0, bytesRead));
      size += bytesRead;
    }
    return null;
  } finally {
    await file.close();
  }
}

function refused(file: string, why: string): Refused {
  return { refused: { file, why } };
}
