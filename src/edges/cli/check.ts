import { Temporal } from "temporal-polyfill";
import { formatFindings, type Place } from "#core/notice/finding";
import type { LintFinding } from "#core/notice/lint/finding";
import { LINT_REGIMES, lintNotice } from "#core/notice/lint/lint-notice";
import type { Notice } from "#core/notice/notice";
import { WORLD } from "#regimes/world";
import { sarifOf } from "./check/sarif.ts";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { manifestAt } from "./manifest-input.ts";
import { argumentsOf, refuseInput, unusable, write } from "./output.ts";

const USAGE = `usage: npm run -s fairnotice -- check MANIFEST [--regime ID ...] [--on DATE] [--format text|json|sarif]

Checks the form of a manifest, and then what the law of a place and day says of the notice.

  MANIFEST         a file, a folder of .yaml files, or - for standard input
  --regime ID      ${LINT_REGIMES.join(", ")}; more than once for several. Without it those of the notice
  --on DATE        the day whose law counts (2026-01-31); without it today
  --format FORMAT  text, json, or sarif (2.1.0), which code hosts show beside the lines

exit status: 0 no error was found (warnings and notes may be), 1 errors, 2 the manifest or the arguments
cannot be used
`;

const OPTIONS = {
  regime: { type: "string", multiple: true },
  on: { type: "string" },
  format: { type: "string", default: "text" },
} as const;

export type PlacedFinding = LintFinding & Place;

export const check: Command = {
  summary: "form, references, and the law of a day and place",
  usage: USAGE,
  run,
};

const FORMATS: {
  readonly [format: string]: (found: readonly PlacedFinding[], day: string) => string;
} = {
  text: textOf,
  json: (found, day) => `${JSON.stringify({ day, findings: found }, null, 2)}\n`,
  sarif: (found) => `${JSON.stringify(sarifOf(found), null, 2)}\n`,
};

async function run(args: string[], io: Streams): Promise<ExitStatus> {
  const parsed = argumentsOf(args, OPTIONS);
  if ("unusable" in parsed) return refuseInput(parsed, io);
  const { values, positionals } = parsed;
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) {
    return refuseInput(unusable("expected one manifest; see `check --help`"), io);
  }
  const format = Object.hasOwn(FORMATS, values.format) ? FORMATS[values.format] : undefined;
  if (format === undefined) {
    return refuseInput(
      unusable(`unknown format \`${values.format}\`: ${Object.keys(FORMATS).join(", ")}`),
      io,
    );
  }
  const day = values.on ?? Temporal.Now.plainDateISO("UTC").toString();
  if (!isDay(day)) return refuseInput(unusable(`\`${day}\` is no day (2026-01-31)`), io);
  const loaded = await manifestAt(path, io.stdin);
  if ("unusable" in loaded) return refuseInput(loaded, io);
  const { notice } = loaded;
  if (notice === null) {
    return refuseInput(unusable(formatFindings(loaded.findings).trimEnd()), io);
  }
  const regimes = values.regime ?? lintedRegimes(notice);
  const unknown = regimes.find((each) => !(LINT_REGIMES as readonly string[]).includes(each));
  if (unknown !== undefined) {
    return refuseInput(unusable(`unknown regime \`${unknown}\`: ${LINT_REGIMES.join(", ")}`), io);
  }
  const found = regimes
    .flatMap((regime) => lintNotice(notice, regime, day, WORLD.mechanisms ?? []))
    .map((each) => ({ ...each, ...loaded.placeOf(each.path) }));
  await write(io.stdout, format(found, day));
  return found.some(({ level }) => level === "error") ? 1 : 0;
}

/**
 * Regimes of the notice for which there are rules; the others are told apart in the summary of
 * `text`.
 */
function lintedRegimes(notice: Notice): readonly string[] {
  return notice.regimes.filter((each) => (LINT_REGIMES as readonly string[]).includes(each));
}

function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function textOf(found: readonly PlacedFinding[], day: string): string {
  const lines = found.map(
    (
      each,
    ) => `${each.file}:${each.line}:${each.column}: ${each.level} ${each.id} [${each.regime}, ${each.provision}]
  ${each.clause === null ? each.path : `clause ${each.clause}, ${each.path}`}: ${each.why}
  write: ${each.write}
`,
  );
  const count = (level: string) => found.filter((each) => each.level === level).length;
  const summary = `${count("error")} errors, ${count("warning")} warnings, ${count("note")} notes under the law of ${day}\n`;
  return [...lines, summary].join("");
}
