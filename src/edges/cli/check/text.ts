import { CATALOGUE } from "#core/notice/lint/catalogue";
import { counts } from "#core/notice/lint/finding";
import type { Checked, PlacedFinding } from "#edges/cli/check";

const LEVELS = ["error", "warning", "note"] as const;
/** A long list of places of one finding is cut; `--format json` has them all. */
const PLACES_MAX = 40;

/** Findings for people: by regime, then by what is wrong, gravest first, with all its places. */
export function textOf({ found, regimes, unknown, day }: Checked): string {
  const several = regimes.length > 1;
  const parts = regimes.flatMap((regime) => {
    const those = found.filter((each) => each.regime === regime);
    const groups = [...Map.groupBy(those.filter(counts), groupOf).values()].sort(byLevel);
    const nothing = those.length === 0 ? "nothing found\n" : "";
    const head = several ? [`== ${regime} ==\n${nothing}`] : [];
    return [...head, ...groups.map(groupText), ...acceptedText(those)];
  });
  const untold = unknown.map((id) => `no law on notices is known for \`${id}\`\n`);
  return [...parts, ...untold, summaryOf(found, regimes, day)].join("\n");
}

/** Places that share id, level, provision and advice are told together. */
function groupOf({ id, level, provision, from, write }: PlacedFinding): string {
  return JSON.stringify([id, level, provision, from, write]);
}

function byLevel(a: readonly PlacedFinding[], b: readonly PlacedFinding[]): number {
  const rank = ([first]: readonly PlacedFinding[]) => LEVELS.indexOf(first?.level ?? "note");
  return rank(a) - rank(b);
}

function groupText(group: readonly PlacedFinding[]): string {
  const [first] = group;
  if (first === undefined) return "";
  const { id, level, regime, provision, confirmed, from } = first;
  const source = confirmed ? provision : `${provision}; unconfirmed`;
  const begins = from === null ? "" : ` from ${from}`;
  const rest = group.length - PLACES_MAX;
  return [
    `${level} ${id}${begins} [${regime}, ${source}]`,
    `  ${CATALOGUE[id].title}`,
    ...group.slice(0, PLACES_MAX).map((each) => `  ${placeOf(each)}: ${each.why}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    `  write: ${first.write}`,
    "",
  ].join("\n");
}

function placeOf({ file, line, column, clause, path }: PlacedFinding): string {
  const where = clause === null ? path : `clause ${clause}, ${path}`;
  return `${file}:${line}:${column}: ${where}`;
}

function acceptedText(found: readonly PlacedFinding[]): readonly string[] {
  const accepted = found.filter((each) => !counts(each));
  if (accepted.length === 0) return [];
  const lines = accepted.map(({ accepted: by, ...each }) => {
    const who = by?.by == null ? "" : ` by ${by.by}`;
    return `  ${placeOf({ ...each, accepted: by })}: ${each.id}, until ${by?.until}${who}: ${by?.reason}`;
  });
  return [`accepted\n${lines.join("\n")}\n`];
}

function summaryOf(found: readonly PlacedFinding[], regimes: readonly string[], day: string) {
  const standing = found.filter(counts);
  const count = (level: string) => standing.filter((each) => each.level === level).length;
  const accepted = found.length - standing.length;
  const also = accepted === 0 ? "" : `, ${accepted} accepted`;
  return `${count("error")} errors, ${count("warning")} warnings, ${count("note")} notes${also} under the law of ${day} (${regimes.join(", ")})\n`;
}
