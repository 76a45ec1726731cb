import { writeFile } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import { formatFindings } from "#core/notice/finding";
import { readNotice } from "#core/notice/read-notice";
import { assert } from "#kit/assert";
import { CONFIG_FILE } from "#platform/config/config";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { ANSWER_FLAGS, askAnswers, type Suggested } from "./init/answers.ts";
import { openQuestions } from "./init/ask.ts";
import { type Look, lookAt, reportOf } from "./init/look.ts";
import { zoneOf } from "./init/places.ts";
import { starterManifest } from "./init/starter.ts";
import { writeManifest } from "./init/write-manifest.ts";
import { argumentsOf, refuseInput, unusable, write } from "./output.ts";

const FLAG_LINES = Object.entries(ANSWER_FLAGS)
  .map(([flag, about]) => `  ${`--${flag}`.padEnd(18)} ${about}`)
  .join("\n");

const USAGE = `usage: npm run -s fairnotice -- init [--from URL] [--out FILE] [--yes] [answers]

Makes a starter manifest for your own organisation. Asks what it needs to know, on the
terminal or from standard input, a line an answer; each question has a flag, too.

  --from URL         looks once at a page and suggests name, host, language and forms
  --out FILE         writes there (never over a file), and a fairnotice.json by which \`npm start\`
                     serves it; without it to standard output
  --yes              asks nothing: takes flags and suggestions, and fails where one lacks

${FLAG_LINES}

exit status: 0 written, 2 an answer, the page or the file cannot be used
`;

const OPTIONS = {
  from: { type: "string" },
  out: { type: "string" },
  yes: { type: "boolean", short: "y", default: false },
  name: { type: "string" },
  country: { type: "string" },
  address: { type: "string" },
  site: { type: "string" },
  email: { type: "string" },
  languages: { type: "string" },
  regimes: { type: "string" },
  representative: { type: "string" },
  hosting: { type: "string" },
  newsletter: { type: "string" },
  statistics: { type: "string" },
} as const;

export const init: Command = {
  summary: "a starter manifest for one's own organisation, by questions or from a site",
  usage: USAGE,
  run,
};

async function run(args: string[], io: Streams): Promise<ExitStatus> {
  const parsed = argumentsOf(args, OPTIONS);
  if ("unusable" in parsed) return refuseInput(parsed, io);
  const { values, positionals } = parsed;
  if (positionals.length > 0) {
    return refuseInput(unusable(`unexpected \`${positionals[0]}\`; see \`init --help\``), io);
  }
  const { from, out, yes, ...flags } = values;
  let look: Look | null = null;
  if (from !== undefined) {
    const looked = await lookAt(from);
    if ("unusable" in looked) return refuseInput(looked, io);
    look = looked;
    await write(io.stderr, reportOf(look));
  }
  const asking = openQuestions(flags, yes, io);
  const answers = await askAnswers(asking, suggestedBy(look));
  asking.close();
  if ("unusable" in answers) return refuseInput(answers, io);
  const today = Temporal.Now.plainDateISO(zoneOf(answers.country)).toString();
  const text = writeManifest(starterManifest(answers, today), answers, look, schemaFor(out));
  const { notice, findings } = readNotice([{ name: "starter", text }]);
  assert(notice !== null, `the starter is not valid:\n${formatFindings(findings)}`);
  return out === undefined ? toOutput(text, io) : toFile(text, out, io);
}

function suggestedBy(look: Look | null): Suggested {
  return {
    organisation: look?.page.name ?? null,
    site: look?.url.hostname ?? null,
    language: look?.page.language ?? null,
    forms: look?.page.forms ?? [],
  };
}

const SCHEMA = fileURLToPath(new URL("../../../contract/manifest.schema.json", import.meta.url));

/** Path of the schema as an editor resolves it: from the folder of the file. */
function schemaFor(out: string | undefined): string {
  return out === undefined ? SCHEMA : relative(resolve(out, ".."), SCHEMA);
}

async function toOutput(text: string, io: Streams): Promise<ExitStatus> {
  await write(io.stdout, text);
  return 0;
}

/** Never over a file that is there: it may be the notice in force. */
async function toFile(text: string, path: string, io: Streams): Promise<ExitStatus> {
  try {
    await writeFile(path, text, { flag: "wx" });
  } catch (error) {
    const why = WHY[(error as NodeJS.ErrnoException).code ?? ""];
    if (why === undefined) throw error;
    return refuseInput(unusable(`${path}: ${why}`), io);
  }
  const configured = await writeConfig(path);
  const next = configured
    ? "npm start now serves it, with data of its own in data/own; the demo stays in data"
    : `to serve it: npm run -s fairnotice -- up --notice ${path} --data data/own`;
  const files = configured ? `${path} and ${CONFIG_FILE}` : path;
  await write(io.stderr, `wrote ${files}\nnext: npm run -s fairnotice -- check ${path}\n${next}\n`);
  return 0;
}

/**
 * A configuration that serves the manifest, on data of its own: the demo's people and its notice
 * belong to another organisation. Only beside the manifest's own checkout, and never over one that
 * is there. @returns whether it was written.
 */
async function writeConfig(manifest: string): Promise<boolean> {
  const notice = relative(process.cwd(), resolve(manifest));
  if (notice.startsWith("..") || isAbsolute(notice)) return false;
  const config = { notice, data: "data/own" };
  try {
    await writeFile(resolve(CONFIG_FILE), `${JSON.stringify(config, null, 2)}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

const WHY: { readonly [code: string]: string } = {
  EEXIST: "the file is there already; name another, or move it away first",
  ENOENT: "there is no such folder",
  ENOTDIR: "a part of the path is not a folder",
  EISDIR: "it is a folder",
  EACCES: "it may not be written",
  EPERM: "it may not be written",
  EROFS: "the disk can only be read",
  ENOSPC: "the disk is full",
};
