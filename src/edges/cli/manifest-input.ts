import type { Readable } from "node:stream";
import { formatFindings } from "#core/notice/finding";
import { readNotice } from "#core/notice/read-notice";
import { FILE_BYTES_MAX, type LoadedNotice, loadNotice } from "#edges/notice-files/load-notice";
import { fromUtf8 } from "#kit/bytes";
import { type Streams, type Unusable, unusable } from "./output.ts";

/** A manifest named on the command line: a file, a folder, or `-` for standard input. */
export async function manifestAt(path: string, stdin: Readable): Promise<LoadedNotice | Unusable> {
  if (path !== "-") return loadNotice(path);
  const text = await textAt(stdin);
  if (typeof text !== "string") return text;
  const name = "standard input";
  return { ...readNotice([{ name, text }]), source: text, fileName: "stdin.yaml" };
}

/** What comes on standard input, within the bound of a manifest. */
export async function textAt(stdin: Readable): Promise<string | Unusable> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk as Uint8Array | string);
    size += bytes.length;
    if (size > FILE_BYTES_MAX) return unusable("standard input is larger than a manifest may be");
    chunks.push(bytes);
  }
  const text = fromUtf8(Buffer.concat(chunks));
  return text?.replace(/^\uFEFF/, "") ?? unusable("standard input is not UTF-8 text");
}

/** The compiled notice, or null after its findings were written to standard error. */
export async function noticeAt(path: string, io: Streams) {
  const loaded = await manifestAt(path, io.stdin);
  if ("unusable" in loaded) return loaded;
  if (loaded.notice !== null) return loaded.notice;
  return unusable(formatFindings(loaded.findings).trimEnd());
}
