import { Temporal } from "temporal-polyfill";
import { formatFindings, type Place } from "#core/notice/finding";
import { counts, type LintFinding } from "#core/notice/lint/finding";
import { lintableRegimes, lintNotice } from "#core/notice/lint/lint-notice";
import type { Notice } from "#core/notice/notice";
import { LINT_WORLD } from "#regimes/notice/world";
import { sarifOf } from "./check/sarif.ts";
import { textOf } from "./check/text.ts";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { manifestAt } from "./manifest-input.ts";
import { argumentsOf, refuseInput, unusable, write } from "./output.ts";

const USAGE = `usage: npm run -s fairnotice -- check MANIFEST [--regime ID ...] [--on DATE] [--format text|json|sarif]

Checks the form of a manifest, and then what the law of a place and day says of the notice.

  MANIFEST         a file, a folder of .yaml files, or - for standard input
  --regime ID      such as uk, eu, ch, us-ca; more than once for several. Without it those of the notice
  --on DATE        the day whose law counts (2026-01-31); without it today
  --format FORMAT  text, json, or sarif (2.1.0), which code hosts show beside the lines
  --docs URL       where docs/lint.md is published; sarif links each rule to its section there

A finding that the manifest accepts (\`accepted\`) is shown, and does not count. docs/lint.md lists all findings.

exit status: 0 no error was found (warnings and notes may be), 1 errors, 2 the manifest or the arguments
cannot be used
`;

const OPTIONS = {
  regime: { type: "string", multiple: true },
  on: { type: "string" },
  format: { type: "string", default: "text" },
  docs: { type: "string" },
} as const;

export type PlacedFinding = LintFinding & Place;

/** What was checked, for whoever prints it. */
export type Checked = {
  readonly found: readonly PlacedFinding[];
  readonly regimes: readonly string[];
  /** Regimes of the notice whose law on notices is not known. */
  readonly unknown: readonly string[];
  readonly day: string;
  readonly docs: string | null;
};

export const check: Command = {
  summary: "form, references, and the law of a day and place",
  usage: USAGE,
  run,
};

const FORMATS: { readonly [format: string]: (checked: Checked) => string } = {
  text: textOf,
  json: ({ found, regimes, unknown, day }) =>
    `${JSON.stringify({ day, regimes, unknown, findings: found }, null, 2)}\n`,
  sarif: (checked) => `${JSON.stringify(sarifOf(checked, process.cwd()), null, 2)}\n`,
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
  if (values.docs !== undefined && !/^https?:\/\/\S+$/.test(values.docs)) {
    return refuseInput(unusable(`\`${values.docs}\` is no web address`), io);
  }
  const loaded = await manifestAt(path, io.stdin);
  if ("unusable" in loaded) return refuseInput(loaded, io);
  const { notice } = loaded;
  if (notice === null) {
    return refuseInput(unusable(formatFindings(loaded.findings).trimEnd()), io);
  }
  const regimes = regimesOf(notice, values.regime);
  if ("unusable" in regimes) return refuseInput(regimes, io);
  const found = lintNotice(notice, regimes.known, day, LINT_WORLD).map((each) => ({
    ...each,
    ...loaded.placeOf(each.path),
  }));
  const { known, unknown } = regimes;
  const docs = values.docs ?? null;
  await write(io.stdout, format({ found, regimes: known, unknown, day, docs }));
  return found.some((each) => each.level === "error" && counts(each)) ? 1 : 0;
}

/** Those that were asked for, each once; else those of the notice, of which some may be unknown. */
function regimesOf(notice: Notice, asked: readonly string[] | undefined) {
  const lintable = lintableRegimes(LINT_WORLD);
  const wanted = [...new Set(asked ?? notice.regimes)];
  const known = wanted.filter((each) => lintable.includes(each));
  const unknown = wanted.filter((each) => !lintable.includes(each));
  const [first] = unknown;
  if (asked === undefined || first === undefined) return { known, unknown };
  return unusable(`unknown regime \`${first}\`: ${lintable.join(", ")}`);
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
