import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { fromUtf8 } from "#kit/bytes";

/** Four bytes for each of the characters that the parser takes at most. */
export const FILE_BYTES_MAX = 4 * 1_048_576;

export type Refused = { readonly refused: { readonly file: string; readonly why: string } };

export function refused(file: string, why: string): Refused {
  return { refused: { file, why } };
}

/**
 * The text of a file. A pipe or device is refused: it may never end, and opening one may never
 * return. A byte order mark is dropped, for it says nothing and must not stand within a stream.
 */
export async function readText(path: string): Promise<{ readonly text: string } | Refused> {
  // Without waiting, opening a pipe that nobody writes to returns.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const status = await file.stat();
    if (status.isDirectory()) return refused(path, "it is a folder");
    if (!status.isFile()) return refused(path, "it is no file; give a pipe as standard input, `-`");
    const chunks: Buffer[] = [];
    let size = 0;
    while (size <= FILE_BYTES_MAX) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536), 0, 65_536, null);
      if (bytesRead === 0) return decode(path, Buffer.concat(chunks));
      chunks.push(buffer.subarray(0, bytesRead));
      size += bytesRead;
    }
    return refused(path, `the file is larger than ${FILE_BYTES_MAX} bytes`);
  } finally {
    await file.close();
  }
}

function decode(path: string, bytes: Buffer): { readonly text: string } | Refused {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16 || bytes.subarray(0, 4).includes(0)) {
    return refused(path, "the file is UTF-16 text; save it as UTF-8");
  }
  const text = fromUtf8(bytes);
  return text === null
    ? refused(path, "the file is not UTF-8 text")
    : { text: text.replace(/^\uFEFF/, "") };
}

/** What the system says of a file that cannot be read, in words; null: no such thing. */
export function refusalOf(error: unknown, path: string): Refused | null {
  const { code = "", path: named } = error as NodeJS.ErrnoException;
  const why = WHY[code];
  return why === undefined ? null : refused(named ?? path, why);
}

const WHY: { readonly [code: string]: string } = {
  ENOENT: "there is no such file or folder",
  EACCES: "it may not be read",
  EPERM: "it may not be read",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is not a folder",
  ELOOP: "its links lead in a circle",
  ENAMETOOLONG: "the name is too long",
  ENXIO: "it is no file; give a pipe as standard input, `-`",
};
