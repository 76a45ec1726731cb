import { jurisdictionOf, jurisdictionsOf } from "#core/law/choose-regime";
import { mattersOf } from "#core/law/pack-faults";
import type { Dated, RegimePack } from "#core/law/regime";
import { REGIME_PACKS, REGIMES } from "#regimes/all";
import { ADEQUACY } from "#regimes/world-adequacy";
import { MECHANISMS } from "#regimes/world-mechanisms";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { argumentsOf, refuseInput, unusable, write } from "./output.ts";
import { dayOf } from "./plain-day.ts";

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

type Life = { readonly from: string; readonly until: string | null };
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
  if (on !== undefined && dayOf(on) === null) return refuse("give --on DATE (2026-01-31)");
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
  const holds = ({ from, until }: Life) =>
    on === null || (from <= on && (until === null || on < until));
  const transfers = [
    ...ADEQUACY.map((line) => ({ ...line, newUntil: null, matter: `adequate ${line.country}` })),
    ...MECHANISMS.map((line) => ({ ...line, matter: `mechanism ${line.id}` })),
  ];
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
    transfers: transfers
      .filter(({ regime }) => regime === pack.id)
      .filter(holds)
      .map(({ matter, from, until, newUntil, provision, confirmed }) => ({
        ...{ matter, from, until, newUntil, provision, confirmed },
      })),
  };
}

type Told = ReturnType<typeof tellPack>;

function textOf({ id, name, zone, covers, calendars, gaps, rules, transfers }: Told): string {
  const mark = (confirmed: boolean) => (confirmed ? "confirmed" : "not confirmed");
  const row = (matter: string, { from, until }: Life) =>
    `  ${matter.padEnd(28)}  ${from}  ${(until ?? "").padEnd(10)}  `;
  const lines = [
    `${id}: ${name}, ${zone}; ${covers.join(" ")}`,
    ...rules.map((rule) => `${row(rule.matter, rule)}${rule.provision} (${mark(rule.confirmed)})`),
    ...gaps.map((gap) => `${row(gap.matter, gap)}silent: ${gap.why}`),
    ...transfers.map(
      (line) =>
        `${row(line.matter, line)}${line.provision} (${mark(line.confirmed)})` +
        `${line.newUntil === null ? "" : `; no new contracts from ${line.newUntil}`}`,
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
