import { Temporal } from "temporal-polyfill";
import { type ClockEvents, type ClockKind, dueDate } from "#core/law/due-date";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { argumentsOf, refuseInput, unusable, write } from "./output.ts";

const KINDS = [
  "access",
  "correction",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "opt-out",
  "complaint",
] as const satisfies readonly ClockKind[];

/** Names on the command line, and what they are in the clock. */
const EVENTS: { readonly [name: string]: keyof ClockEvents } = {
  "identity-proven": "identityProven",
  "clarification-asked": "clarificationAsked",
  clarified: "clarified",
  extended: "extended",
};

/** Places whose clock is known: the United Kingdom, and those that the GDPR binds. */
const REGIMES: ReadonlySet<string> = new Set([
  ...["uk", "uk-sct", "uk-nir", "eu"],
  ..."at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk".split(" "),
  ...["is", "li", "no"],
]);
const GDPR_FROM = "2018-05-25";

const USAGE = `usage: npm run -s fairnotice -- due --regime ID --kind KIND --received DATE [--event NAME=DATE ...] [--format text|json]

By when a request must be answered, and the rule of each step.

  --regime ID      uk, uk-sct, eu, or a member state such as fr, whose holidays count
  --kind KIND      ${KINDS.join(", ")}
  --received DATE  day of receipt (2026-01-31)
  --event NAME=DATE  ${Object.keys(EVENTS).join(", ")}
  --format FORMAT  text or json

exit status: 0 counted, 2 the arguments cannot be used
`;

const OPTIONS = {
  regime: { type: "string" },
  kind: { type: "string" },
  received: { type: "string" },
  event: { type: "string", multiple: true, default: [] as string[] },
  format: { type: "string", default: "text" },
} as const;

export const due: Command = { summary: "due date of a request, by law and day", usage: USAGE, run };

async function run(args: string[], io: Streams): Promise<ExitStatus> {
  const parsed = argumentsOf(args, { ...OPTIONS, event: { type: "string", multiple: true } });
  if ("unusable" in parsed) return refuseInput(parsed, io);
  const { values, positionals } = parsed;
  if (positionals.length > 0) return refuseInput(unusable("expected only options"), io);
  const { regime = "", kind, received, event = [], format } = values;
  if (!REGIMES.has(regime)) {
    const told = `give --regime uk, uk-sct, uk-nir, eu, or a member state: no clock is known for \`${regime}\``;
    return refuseInput(unusable(told), io);
  }
  if (format !== "text" && format !== "json")
    return refuseInput(unusable(`unknown format \`${format}\`: text, json`), io);
  const known = KINDS.find((each) => each === kind);
  if (known === undefined) return refuseInput(unusable(`--kind is one of ${KINDS.join(", ")}`), io);
  const events = eventsOf(received ?? "", event);
  if (typeof events === "string") return refuseInput(unusable(events), io);
  if (!regime.startsWith("uk") && events.received.toString() < GDPR_FROM) {
    const told = `before ${GDPR_FROM} each member state counted by its own law, which is not known here`;
    return refuseInput(unusable(told), io);
  }
  const found = dueDate(regime, known, events);
  const answer = {
    due: found.due.toString(),
    raw: found.raw.toString(),
    lastDayToExtend: found.lastDayToExtend?.toString() ?? null,
    rules: found.steps,
  };
  await write(io.stdout, format === "json" ? `${JSON.stringify(answer)}\n` : textOf(answer));
  return 0;
}

function eventsOf(received: string, given: readonly string[]): ClockEvents | string {
  const first = dayOf(received);
  if (first === null) return "give --received DATE (2026-01-31)";
  const events: { -readonly [K in keyof ClockEvents]: ClockEvents[K] } = { received: first };
  for (const each of given) {
    const [name = "", date = "", ...more] = each.split("=");
    const key = Object.hasOwn(EVENTS, name) ? EVENTS[name] : undefined;
    const day = dayOf(date);
    if (key === undefined || day === null || more.length > 0) {
      return `--event ${each}: expected ${Object.keys(EVENTS).join(" or ")} and a day`;
    }
    if (Temporal.PlainDate.compare(day, first) < 0) return `--event ${each} is before the receipt`;
    events[key] = day;
  }
  return events;
}

function dayOf(text: string): Temporal.PlainDate | null {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type Answer = {
  readonly due: string;
  readonly raw: string;
  readonly lastDayToExtend: string | null;
  readonly rules: readonly {
    readonly rule: string;
    readonly provision: string;
    readonly confirmed: boolean;
  }[];
};

function textOf({ due: day, raw, lastDayToExtend, rules }: Answer): string {
  const lines = [
    `due                 ${day}${raw === day ? "" : ` (${raw} before the roll)`}`,
    `last day to extend  ${lastDayToExtend ?? "none: no extension"}`,
    ...rules.map(
      ({ rule, provision, confirmed }) =>
        `- ${rule} [${provision}]${confirmed ? "" : " (not confirmed)"}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
