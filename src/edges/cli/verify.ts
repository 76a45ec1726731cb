import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { LogFetcher } from "#core/ledger/log-fetch";
import { type NoteVerifier, parseVerifierKey } from "#core/ledger/signed-note";
import { verifyLog } from "#core/ledger/verify-log";
import { verifyReceipt } from "#core/ledger/verify-receipt";
import { fromUtf8 } from "#kit/bytes";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { argumentsOf, refuseInput, type Unusable, unusable, write } from "./output.ts";

const USAGE = `usage: npm run -s fairnotice -- verify FILE|FOLDER|URL|- [--key KEY] [--earlier FILE] [--format text|json]

Checks a receipt, or the whole log, without the server that made it.

  FILE, -          a receipt (JSON), needs no network
  FOLDER           a copy of the log: checkpoint, tile/...
  URL              a receipt (.../v1/receipts/ID) or the log (https://host/log)
  --key KEY        verifier key of the log, or a file that holds it. Without it the key in the
                   receipt or at URL/key is used: then compare it with the one you know
  --earlier FILE   a checkpoint that you kept: the log must be of the same history
  --format FORMAT  text or json

exit status: 0 it verifies, 1 it does not, 2 the input cannot be used
`;

const OPTIONS = {
  key: { type: "string" },
  earlier: { type: "string" },
  format: { type: "string", default: "text" },
} as const;

const BYTES_MAX = 32 * 1024 * 1024;
const FETCH_MS_MAX = 30_000;

export const verify: Command = { summary: "receipts and the log, offline", usage: USAGE, run };

async function run(args: string[], io: Streams): Promise<ExitStatus> {
  const parsed = argumentsOf(args, OPTIONS);
  if ("unusable" in parsed) return refuseInput(parsed, io);
  const { values, positionals } = parsed;
  const [place, ...rest] = positionals;
  if (place === undefined || rest.length > 0) {
    return refuseInput(unusable("expected one file, folder or address; see `verify --help`"), io);
  }
  if (values.format !== "text" && values.format !== "json") {
    return refuseInput(unusable(`unknown format \`${values.format}\`: text, json`), io);
  }
  try {
    const verdict = await verdictOn(place, values.key, values.earlier, io);
    if ("unusable" in verdict) return refuseInput(verdict, io);
    const text = values.format === "json" ? JSON.stringify(verdict) : textOf(verdict);
    await write(io.stdout, `${text}\n`);
    return verdict.ok ? 0 : 1;
  } catch (error) {
    if (error instanceof CannotRead) return refuseInput(unusable(error.message), io);
    throw error;
  }
}

type Verdict = {
  readonly what: "receipt" | "log";
  readonly ok: boolean;
  readonly log: string;
  readonly key: string;
  readonly keyGiven: boolean;
  readonly says: string;
  readonly problems: readonly string[];
};

async function verdictOn(
  place: string,
  key: string | undefined,
  earlier: string | undefined,
  io: Streams,
): Promise<Verdict | Unusable> {
  const isUrl = /^https?:\/\//.test(place);
  const isLog = isUrl ? !place.includes("/receipts/") : await isFolder(place);
  if (isLog) return logVerdict(place, isUrl, key, earlier);
  const bytes = place === "-" ? await readAll(io) : await bytesAt(place);
  const receipt = jsonOf(bytes);
  if (receipt === undefined) return unusable(`\`${place}\` is not JSON`);
  return receiptVerdict(receipt, key);
}

async function receiptVerdict(receipt: unknown, given: string | undefined) {
  const own = (receipt as { readonly proof?: { readonly key?: unknown } } | null)?.proof?.key;
  const text = given === undefined ? own : await keyText(given);
  const log = typeof text === "string" ? parseVerifierKey(text.trim()) : null;
  if (log === null) return unusable("there is no verifier key: give --key");
  const verdict = verifyReceipt(receipt, log, Date.now());
  const { included, includedBy } = verdict;
  const says =
    included !== null
      ? `entry ${included.index} of a log of ${included.size}`
      : includedBy !== null
        ? `the log promised the entry by ${new Date(includedBy).toISOString()}`
        : "nothing was shown";
  const problems = verdict.problems.map(({ code, message }) => `${code}: ${message}`);
  return about(
    "receipt",
    verdict.ok,
    log,
    String(text).trim(),
    given !== undefined,
    says,
    problems,
  );
}

async function logVerdict(
  place: string,
  isUrl: boolean,
  given: string | undefined,
  earlier: string | undefined,
): Promise<Verdict | Unusable> {
  const fetchBytes: LogFetcher = isUrl
    ? (path) => bytesOfUrl(`${place.replace(/\/$/, "")}/${path}`)
    : (path) => bytesOfFile(join(place, path));
  const text =
    given === undefined ? fromUtf8((await fetchBytes("key")) ?? Buffer.of()) : await keyText(given);
  const log = text === null ? null : parseVerifierKey(text.trim());
  if (log === null) return unusable("there is no verifier key: give --key");
  const past = earlier === undefined ? {} : { earlier: fromUtf8(await bytesAt(earlier)) ?? "" };
  const verdict = await verifyLog({ fetch: fetchBytes, log, ...past });
  const says = `${verdict.entries} of ${verdict.checkpoint?.size ?? 0} entries were hashed and found in the signed tree`;
  const problems = verdict.findings.map(
    ({ path, entry, message }) => `${path}${entry === null ? "" : ` entry ${entry}`}: ${message}`,
  );
  return about("log", verdict.ok, log, (text ?? "").trim(), given !== undefined, says, problems);
}

function about(
  what: Verdict["what"],
  ok: boolean,
  { name: log }: NoteVerifier,
  key: string,
  keyGiven: boolean,
  says: string,
  problems: readonly string[],
): Verdict {
  return { what, ok, log, key, keyGiven, says, problems };
}

function textOf({ what, ok, log, key, keyGiven, says, problems }: Verdict): string {
  const head = ok ? `this ${what} verifies: ${says}` : `this ${what} does not verify`;
  const trust = keyGiven ? "" : " (not given by you: compare it with the one you know)";
  return [head, `log ${log}, key ${key}${trust}`, ...problems].join("\n");
}

/** The file or address is not there or too large; the message says which. */
class CannotRead extends Error {}

async function isFolder(place: string): Promise<boolean> {
  if (place === "-") return false;
  const found = await stat(place).catch((cause: NodeJS.ErrnoException) => {
    throw new CannotRead(`\`${place}\` cannot be read (${cause.code})`, { cause });
  });
  return found.isDirectory();
}

/** A key itself has `+` signs and no such file name; whatever parses is the key. */
async function keyText(given: string): Promise<string> {
  if (parseVerifierKey(given) !== null) return given;
  return fromUtf8(await bytesAt(given)) ?? "";
}

async function bytesAt(place: string): Promise<Uint8Array> {
  const isUrl = /^https?:\/\//.test(place);
  const bytes = isUrl ? await bytesOfUrl(place) : await bytesOfFile(place);
  if (bytes === null) throw new CannotRead(`there is nothing at \`${place}\``);
  return bytes;
}

async function bytesOfFile(path: string): Promise<Uint8Array | null> {
  try {
    if ((await stat(path)).size > BYTES_MAX) throw new CannotRead(`\`${path}\` is too large`);
    return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    if (cause instanceof CannotRead) throw cause;
    throw new CannotRead(`\`${path}\` cannot be read (${code})`, { cause });
  }
}

async function bytesOfUrl(url: string): Promise<Uint8Array | null> {
  let answer: Response;
  try {
    answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS_MAX), redirect: "error" });
  } catch (cause) {
    throw new CannotRead(`\`${url}\` does not answer`, { cause });
  }
  if (answer.status === 404) return null;
  if (!answer.ok) throw new CannotRead(`\`${url}\` answered ${answer.status}`);
  if (Number(answer.headers.get("content-length") ?? 0) > BYTES_MAX) {
    throw new CannotRead(`\`${url}\` is too large`);
  }
  return new Uint8Array(await answer.arrayBuffer());
}

async function readAll({ stdin }: Streams): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk as Uint8Array | string);
    size += bytes.length;
    if (size > BYTES_MAX) throw new CannotRead("standard input is too large");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes) ?? "");
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
