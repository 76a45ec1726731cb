import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { explain, SENTENCES } from "#core/explain/explain";
import { decide as decideUse } from "#core/gate/decide";
import type { Decision } from "#core/gate/decision";
import type { Registers } from "#core/gate/registers";
import { questionFrom, registersFrom, WireError } from "#core/gate/wire";
import type { Notice } from "#core/notice/notice";
import { REGIMES } from "#regimes/all";
import { WORLD } from "#regimes/world";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { noticeAt } from "./manifest-input.ts";
import { argumentsOf, refuseInput, type Unusable, unusable, write } from "./output.ts";

const USAGE = `usage: npm run -s fairnotice -- decide MANIFEST [--registers FILE] [--lang xx] < QUESTIONS > ANSWERS

May this use of this person's data take place? Pure: no database, no clock, no network.

Reads JSON lines {"subject": {...}, "use": {...}, "at": "2026-11-24T12:00:00Z"} from standard input
and answers each with a line {"allowed", "basis", "relied", "obligations", "values", "sentence"} or
{"allowed": false, "reasons", "sentence"}, in order. What a subject does not say is unknown, not
empty, and a rule that needs it denies.

  --registers FILE  JSON of agreements, certifications, holds and other registers; without it those
                    are unknown. Adequacy decisions and mechanisms of the world come with the product.
  --lang xx         language of the sentences; that of the notice without it

exit status: 0 every line was decided, 2 a line or the arguments cannot be used
`;

/** A subject of 10,000 choices is about 3 MB. */
const LINE_CHARACTERS_MAX = 16 * 1024 * 1024;

const OPTIONS = { registers: { type: "string" }, lang: { type: "string" } } as const;

export const decide: Command = {
  summary: "may this use take place? JSON lines in, decisions out",
  usage: USAGE,
  run,
};

async function run(args: string[], io: Streams): Promise<ExitStatus> {
  const parsed = argumentsOf(args, OPTIONS);
  if ("unusable" in parsed) return refuseInput(parsed, io);
  const { values, positionals } = parsed;
  const [path, ...rest] = positionals;
  if (path === undefined || path === "-" || rest.length > 0) {
    return refuseInput(unusable("expected one manifest in a file; see `decide --help`"), io);
  }
  const notice = await noticeAt(path, io);
  if ("unusable" in notice) return refuseInput(notice, io);
  const registers = await registersAt(values.registers);
  if ("unusable" in registers) return refuseInput(registers, io);
  const { lang } = values;
  if (lang !== undefined && !Object.hasOwn(SENTENCES, lang)) {
    const known = Object.keys(SENTENCES).join(", ");
    return refuseInput(unusable(`there are no sentences in \`${lang}\`: ${known}`), io);
  }
  return answerLines(notice, registers, lang ?? notice.defaultLanguage, io);
}

async function answerLines(
  notice: Notice,
  registers: Registers,
  language: string,
  io: Streams,
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  let number = 0;
  for await (const line of createInterface({
    input: io.stdin,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line.trim() === "") continue;
    const answer = answerOf(notice, registers, language, line);
    if ("error" in answer) {
      status = 2;
      await write(io.stderr, `line ${number}: ${answer.error}\n`);
    }
    await write(io.stdout, `${JSON.stringify(answer)}\n`);
  }
  return status;
}

/** A line that cannot be read is answered with a denial: whoever counts lines stays in step. */
function answerOf(notice: Notice, registers: Registers, language: string, line: string) {
  try {
    if (line.length > LINE_CHARACTERS_MAX) throw new WireError("/: longer than a line may be");
    const { subject, use, at } = questionFrom(JSON.parse(line));
    const decision = decideUse(notice, REGIMES, registers, subject, use, at);
    return { ...answerFrom(decision), sentence: explain(decision, notice, use, language) };
  } catch (error) {
    if (!(error instanceof WireError) && !(error instanceof SyntaxError)) throw error;
    const why = error instanceof WireError ? error.message : "the line is not JSON";
    return { allowed: false, reasons: [], sentence: `No: ${why}`, error: why };
  }
}

function answerFrom(decision: Decision) {
  if (!decision.allowed) return { allowed: false, reasons: decision.reasons };
  const relied = decision.relied.map(({ regime, basis, law, choice }) => ({
    ...{ regime, basis, law },
    choice: choice?.position ?? null,
  }));
  return {
    allowed: true,
    basis: relied[0]?.basis ?? null,
    relied,
    obligations: decision.obligations,
    values: Object.fromEntries(decision.values),
  };
}

async function registersAt(path: string | undefined): Promise<Registers | Unusable> {
  if (path === undefined) return WORLD;
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    return unusable(`${path}: ${(error as NodeJS.ErrnoException).code ?? "cannot be read"}`);
  }
  try {
    const given = registersFrom(JSON.parse(text));
    return {
      ...given,
      adequacy: [...(WORLD.adequacy ?? []), ...(given.adequacy ?? [])],
      mechanisms: [...(WORLD.mechanisms ?? []), ...(given.mechanisms ?? [])],
    };
  } catch (error) {
    if (error instanceof WireError) return unusable(`${path}: ${error.message}`);
    if (error instanceof SyntaxError) return unusable(`${path}: ${error.message}`);
    throw error;
  }
}
