import { randomBytes } from "node:crypto";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { formatFindings } from "#core/notice/finding";
import { formatManifest } from "#core/notice/format/format-manifest";
import { readFiles } from "#edges/notice-files/load-notice";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { textAt } from "./manifest-input.ts";
import { argumentsOf, refuseInput, type Unusable, unusable, write } from "./output.ts";

const USAGE = `usage: npm run -s fairnotice -- format PATH... [--check]

Writes the files of manifests in their canonical form: keys in the order of the schema, short things on
one line, prose broken between words, an empty line between entries. What a manifest says stays the same,
and so do its comments; anchors are written out.

  PATH             a file with what it includes, a folder of .yaml files, or - (standard input to output)
  --check          changes nothing, and names the files that are not canonical

exit status: 0 all are canonical now, 1 with --check some are not, 2 a file cannot be read
`;

const OPTIONS = { check: { type: "boolean", default: false } } as const;

export const format: Command = {
  summary: "the canonical form of a manifest's files",
  usage: USAGE,
  run,
};

type Change = { readonly path: string; readonly before: string; readonly after: string };

async function run(args: string[], io: Streams): Promise<ExitStatus> {
  const parsed = argumentsOf(args, OPTIONS);
  if ("unusable" in parsed) return refuseInput(parsed, io);
  const { values, positionals } = parsed;
  if (positionals.length === 0) {
    return refuseInput(unusable("expected a file or folder; see `format --help`"), io);
  }
  if (positionals.includes("-")) return formatInput(positionals, values.check, io);
  const changes: Change[] = [];
  for (const path of positionals) {
    const found = await changesIn(path);
    if ("unusable" in found) return refuseInput(found, io);
    changes.push(...found);
  }
  for (const { path, after } of values.check ? [] : changes) await replace(path, after);
  await write(io.stdout, changes.map(({ path }) => `${path}\n`).join(""));
  return values.check && changes.length > 0 ? 1 : 0;
}

async function formatInput(
  paths: readonly string[],
  check: boolean,
  io: Streams,
): Promise<ExitStatus> {
  if (paths.length > 1) return refuseInput(unusable("`-` stands alone"), io);
  const text = await textAt(io.stdin);
  if (typeof text !== "string") return refuseInput(text, io);
  const formatted = formatManifest(text, "standard input");
  if ("findings" in formatted) {
    return refuseInput(unusable(formatFindings(formatted.findings).trimEnd()), io);
  }
  if (!check) await write(io.stdout, formatted.text);
  else if (formatted.text !== text) await write(io.stdout, "standard input\n");
  return check && formatted.text !== text ? 1 : 0;
}

/** Nothing is written before every file could be read. */
async function changesIn(path: string): Promise<readonly Change[] | Unusable> {
  const read = await readFiles(path);
  if ("refused" in read) return unusable(`${read.refused.file}:1:1: ${read.refused.why}`);
  if (read.findings.length > 0) return unusable(formatFindings(read.findings).trimEnd());
  const changes: Change[] = [];
  for (const { name, text } of read.files) {
    const formatted = formatManifest(text, name);
    if ("findings" in formatted) return unusable(formatFindings(formatted.findings).trimEnd());
    if (formatted.text !== text) changes.push({ path: name, before: text, after: formatted.text });
  }
  return changes;
}

/** A file is there whole or as it was: a crash in between leaves no half of a notice. */
async function replace(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const beside = `${target}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(beside, text, { mode, flag: "wx" });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
