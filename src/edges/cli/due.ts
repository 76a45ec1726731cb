import { Temporal } from "temporal-polyfill";
import { jurisdictionOf, jurisdictionsOf } from "#core/law/choose-regime";
import { CLOCK_EVENTS, CLOCK_KINDS } from "#core/law/clock-rule";
import { type ClockEvents, type Due, dueDate } from "#core/law/due-date";
import { REGIMES } from "#regimes/all";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { argumentsOf, refuseInput, unusable, write } from "./output.ts";
import { dayOf } from "./plain-day.ts";

const IDS = jurisdictionsOf(REGIMES).map(({ id }) => id);

const USAGE = `usage: npm run -s fairnotice -- due --regime ID --kind KIND --received DATE [--event NAME=DATE ...] [--format text|json]

By when a duty must be done, and the rule of each step. \`regimes --regime ID\` shows the rules.

  --regime ID
${paragraph(IDS)}
  --kind KIND
${paragraph(CLOCK_KINDS)}
  --received DATE    day of receipt (2026-01-31); of a breach also the time at which it was known,
                     in the zone of the regime (2026-01-31T17:30)
  --event NAME=DATE  what happened since:
${paragraph(CLOCK_EVENTS)}
  --format FORMAT    text or json

exit status: 0 counted, or the law names no day; 2 the arguments cannot be used, or no rule is known
`;

const OPTIONS = {
  regime: { type: "string" },
  kind: { type: "string" },
  received: { type: "string" },
  event: { type: "string", multiple: true },
  format: { type: "string", default: "text" },
} as const;

export const due: Command = { summary: "due date of a duty, by law and day", usage: USAGE, run };

async function run(args: string[], io: Streams): Promise<ExitStatus> {
  const parsed = argumentsOf(args, OPTIONS);
  if ("unusable" in parsed) return refuseInput(parsed, io);
  const { values, positionals } = parsed;
  const refuse = (why: string) => refuseInput(unusable(why), io);
  if (positionals.length > 0) return refuse("expected only options");
  const { regime = "", kind, received, event = [], format } = values;
  const place = jurisdictionOf(REGIMES, regime);
  if (place === null)
    return refuse(`give --regime ${IDS.join(", ")}: no clock is known for \`${regime}\``);
  if (format !== "text" && format !== "json")
    return refuse(`unknown format \`${format}\`: text, json`);
  const known = CLOCK_KINDS.find((each) => each === kind);
  if (known === undefined) return refuse(`--kind is one of ${CLOCK_KINDS.join(", ")}`);
  const events = eventsOf(received ?? "", event, known.startsWith("breach"));
  if (typeof events === "string") return refuse(events);
  const found = dueDate(place, known, events);
  if (!found.known) return refuse(found.steps.map(({ rule }) => rule).join("; "));
  const answer = answerOf(found);
  await write(io.stdout, format === "json" ? `${JSON.stringify(answer)}\n` : textOf(answer));
  return 0;
}

function eventsOf(
  received: string,
  given: readonly string[],
  withTime: boolean,
): ClockEvents | string {
  const [date = "", time, ...others] = received.split("T");
  const first = dayOf(date);
  if (first === null || others.length > 0) return "give --received DATE (2026-01-31)";
  const at = time === undefined ? undefined : timeOf(time);
  if (at === null || (at !== undefined && !withTime)) {
    return "give --received DATE (2026-01-31); a time (T17:30) counts for a breach only";
  }
  const events: { -readonly [K in keyof ClockEvents]: ClockEvents[K] } = {
    received: first,
    ...(at === undefined ? {} : { time: at }),
  };
  for (const each of given) {
    const [name = "", on = "", ...more] = each.split("=");
    const key = CLOCK_EVENTS.find((known) => known === name);
    const day = dayOf(on);
    if (key === undefined || day === null || more.length > 0) {
      return `--event ${each}: expected ${CLOCK_EVENTS.join(" or ")} and a day`;
    }
    if (events[key] !== undefined) return `--event ${each}: \`${key}\` is given twice`;
    if (Temporal.PlainDate.compare(day, first) < 0) return `--event ${each} is before the receipt`;
    events[key] = day;
  }
  return events;
}

function timeOf(text: string): Temporal.PlainTime | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return null;
  return Temporal.PlainTime.from(text);
}

type Answer = {
  /** A day, with the time where the law counts in hours; null: the law names no day. */
  readonly due: string | null;
  readonly raw: string | null;
  readonly lastDayToExtend: string | null;
  readonly confirmBy: string | null;
  readonly rules: Due["steps"];
};

function answerOf({ due: day, raw, time, lastDayToExtend, confirmBy, steps }: Due): Answer {
  const at = time === null ? "" : `T${time.toString({ smallestUnit: "minute" })}`;
  const said = (date: Temporal.PlainDate | null) => (date === null ? null : `${date}${at}`);
  return {
    due: said(day),
    raw: said(raw),
    lastDayToExtend: lastDayToExtend?.toString() ?? null,
    confirmBy: confirmBy?.toString() ?? null,
    rules: steps,
  };
}

function textOf({ due: day, raw, lastDayToExtend, confirmBy, rules }: Answer): string {
  const roll = raw === day ? "" : ` (${raw} before the roll)`;
  const lines = [
    `due                 ${day === null ? "none: the law names no day" : `${day}${roll}`}`,
    `last day to extend  ${lastDayToExtend ?? "none: no extension"}`,
    ...(confirmBy === null ? [] : [`confirm receipt by  ${confirmBy}`]),
    ...rules.map(
      ({ rule, provision, confirmed }) =>
        `- ${rule} [${provision}]${confirmed ? "" : " (not confirmed)"}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** Words in lines of the help. */
function paragraph(words: readonly string[]): string {
  const lines = [""];
  for (const word of words) {
    const line = lines[lines.length - 1] ?? "";
    if (line.length + word.length > 78) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line}, ${word}`;
  }
  return lines.map((line) => `                     ${line}`).join("\n");
}
