import type { Use } from "#core/gate/use";
import { WORKED_CASES, type WorkedCase } from "#test/support/gate-cases";

const HEAD = `# What the gate answers, case by case

Each row is a test (\`src/core/gate/worked-cases.test.ts\`), and this page is written from the same data by
\`npm run check -- contract --write\`. *demo* is the present-day notice of \`notices/demo\`, *2017* that of
\`notices/smartfocus-2017\`. Somebody in London is meant, of whom everything else is known and ordinary. A denial names every
rule that denies; the row names the one that the case is about, by its number in the specification and its stable code.

`;

const TITLES: { readonly [group: string]: string } = {
  "0": "Bad input: an answer with its reason",
  "1": "Rule 1: declared",
  "2": "Rule 2: in force, and shown",
  "3": "Rule 3: gone",
  "4": "Rule 4: restricted and limited",
  "5": "Rule 5: objected",
  "6": "Rule 6: basis",
  "7": "Rule 7: device",
  "8": "Rule 8: recipient",
  "9": "Rule 9: transfer",
  "10": "Rule 10: retention",
  "11": "Rule 11: message class",
  "17": "The notice of 2017 on its own day",
};

/** The table of worked cases for people. */
export function workedCasesPage(): string {
  const groups = Map.groupBy(WORKED_CASES, ({ id }) => /^\d+/.exec(id)?.[0] ?? "");
  const sections = Object.entries(TITLES)
    .filter(([group]) => group !== "0")
    .concat([["0", TITLES["0"] as string]])
    .map(([group, title]) => section(title, groups.get(group) ?? []));
  return HEAD + sections.join("\n");
}

function section(title: string, cases: readonly WorkedCase[]): string {
  const rows = cases.map(
    ({ id, notice, on, facts, use, denies }) =>
      `| ${id} | ${notice} | ${on} | ${facts} | ${useInWords(use)} | ${denies === null ? "yes" : `no: rule ${denies.rule}, \`${denies.code}\``} |`,
  );
  const head = ["| | notice | day | facts | use | answer |", "|---|---|---|---|---|---|"];
  return [`## ${title}`, "", ...head, ...rows, ""].join("\n");
}

function useInWords(use: Use): string {
  const parts = [use.kind, use.purpose, use.channel, use.topic, use.storedItem];
  const to = use.recipient === undefined ? [] : [`to ${use.recipient} (${use.country ?? "?"})`];
  return [...parts.filter((part) => part !== undefined), ...to].join(" ");
}
