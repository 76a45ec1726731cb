import { jurisdictionOf, jurisdictionsOf } from "#core/law/choose-regime";
import { mattersOf } from "#core/law/pack-faults";
import type { Dated, RegimePack } from "#core/law/regime";
import { REGIME_PACKS, REGIMES } from "#regimes/all";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { argumentsOf, refuseInput, unusable, write } from "./output.ts";

const USAGE = `usage: npm run -s fairnotice -- regimes [--regime ID] [--on DATE] [--format text|json]

The rules of each regime as this version knows them: matter, life, provision, and whether a source
confirms it. What stands here is all that the gate, the lint and the clocks read.

  --regime ID      one regime or a part of one; without it all, by name only in text
  --on DATE        only the rules in force on that day
  --format FORMAT  text or json

exit status: 0 told, 2 the arguments cannot be used
`;

const OPTIONS = {
  regime: { type: "string" },
  on: { type: "string" },
  format: { type: "string", default: "text" },
} as const;

export const regimes: Command = {
  summary: "the law as data: rules, provisions and dates of each regime",
  usage: USAGE,
  run,
};

type Line = Dated<unknown> & { readonly matter: string };

async function run(args: string[], io: Streams): Promise<ExitStatus> {
  const parsed = argumentsOf(args, OPTIONS);
  if ("unusable" in parsed) return refuseInput(parsed, io);
  const { values, positionals } = parsed;
  const refuse = (why: string) => refuseInput(unusable(why), io);
  if (positionals.length > 0) return refuse("expected only options");
  const { regime, on, format } = values;
  if (format !== "text" && format !== "json")
    return refuse(`unknown format \`${format}\`: text, json`);
  if (on !== undefined && !/^\d{4}-\d\d-\d\d$/.test(on))
    return refuse("give --on DATE (2026-01-31)");
  const place = regime === undefined ? null : jurisdictionOf(REGIMES, regime);
  if (regime !== undefined && place === null) return refuse(`no regime \`${regime}\` is known`);
  const packs = REGIME_PACKS.filter((pack) => place === null || pack.id === place.regime.id);
  const told = packs.map((pack) => tellPack(pack, on ?? null));
  const text =
    format === "json"
      ? `${JSON.stringify(told)}\n`
      : place === null
        ? listOf()
        : told.map(textOf).join("\n");
  await write(io.stdout, text);
  return 0;
}

function tellPack(pack: RegimePack, on: string | null) {
  const rules: readonly Line[] = mattersOf(pack).flatMap(([matter, dated]) =>
    dated.map((rule) => ({ ...rule, matter })),
  );
  const holds = ({ from, until }: Line) =>
    on === null || (from <= on && (until === null || on < until));
  const calendars = [pack, ...pack.jurisdictions].flatMap((each) => each.calendars);
  return {
    id: pack.id,
    name: pack.name,
    zone: pack.zone,
    covers: pack.covers,
    jurisdictions: pack.jurisdictions.map(({ id, name, zone }) => ({ id, name, zone })),
    calendars: [...new Set(calendars)].map(({ id, name, provision, confirmed, without }) => ({
      ...{ id, name, provision, confirmed, without },
    })),
    gaps: pack.gaps,
    rules: rules.filter(holds),
  };
}

function textOf({ id, name, zone, covers, calendars, gaps, rules }: ReturnType<typeof tellPack>) {
  const mark = (confirmed: boolean) => (confirmed ? "confirmed" : "not confirmed");
  const lines = [
    `${id}: ${name}, ${zone}; ${covers.join(" ")}`,
    ...rules.map(
      ({ matter, from, until, provision, confirmed }) =>
        `  ${matter.padEnd(28)}  ${from}  ${(until ?? "").padEnd(10)}  ${provision} (${mark(confirmed)})`,
    ),
    ...gaps.map(
      ({ matter, from, until, why }) => `  ${matter.padEnd(28)}  ${from}  ${until}  silent: ${why}`,
    ),
    ...calendars.map(
      (each) =>
        `  holidays of ${each.name}: ${each.provision} (${mark(each.confirmed)})` +
        `${each.without === null ? "" : `; without ${each.without}`}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function listOf(): string {
  const lines = jurisdictionsOf(REGIMES).map(({ id, name }) => `${id.padEnd(8)}${name}`);
  return `${lines.join("\n")}\n`;
}

/** Ids in lines of help. */
export function paragraph(words: readonly string[]): string {
  const lines = [""];
  for (const word of words) {
    const line = lines[lines.length - 1] ?? "";
    if (line.length + word.length > 78) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line}, ${word}`;
  }
  return lines.map((line) => `                     ${line}`).join("\n");
}
