import { join } from "node:path";
import { CATALOGUE } from "#core/notice/lint/catalogue";
import type { LintFinding } from "#core/notice/lint/finding";
import { lintNotice } from "#core/notice/lint/lint-notice";
import type { Clause, Notice } from "#core/notice/notice";
import { loadNotice } from "#edges/notice-files/load-notice";
import { LINT_WORLD } from "#regimes/notice/world";
import { ROOT } from "./repository.ts";

const THEN = "2017-09-13";
/** Fixed: the page changes with law and notice, not with the calendar. */
const TODAY = "2026-11-25";
const DAYS = [
  ["Then", THEN, ["uk", "eu"]],
  ["Today", TODAY, ["uk", "eu", "ch", "us-ca"]],
] as const;

const HEAD = `# A notice of 2017, read by a lawyer then and today

In September 2017 a company in London that sells marketing software to businesses published a
privacy and cookies notice. It was an ordinary one of its day: readable, detailed about cookies,
frank about its company in the United States. We have written it as a manifest
(\`notices/smartfocus-2017\`; facts are theirs, words are ours) and hold it against the law of
two days: the day it was made, **${THEN}**, in the United Kingdom and the European Union; and
**${TODAY}**, in those two, Switzerland and California.

Then, three things were wrong beyond argument. The notice leaned on the US-Swiss Safe Harbor,
which had ended on 12 April 2017. Customers were presumed to want marketing, and the forms that
took their addresses offered no refusal. And nobody could refuse a cookie: consent drawn from
using the site was tolerated in the United Kingdom of those years, yet people had to be told how
to say no. A careful lawyer would have added that purposes as wide as "business policies" bind
nobody, that retargeting hides behind "analysis", that assurances are no ground for a transfer,
and that addresses were bought and given away without consent.

Today nearly everything is missing that was not asked for then: legal bases, periods, half of
the rights, the lives of cookies, who gets what and where. The Shield died in 2020, the steps of
complaint that it promised lead nowhere, a fee may no longer be asked, and a company in London
needs a representative in the Union. None of this makes it a bad notice of 2017. It shows what
"law by date" means: the same text, two days, two judgments, each with its provision.

Each clause below is followed by what the lint finds in it. Provisions in *italics* await a
source. The page is written by \`npm run check -- contract --write\`;
\`src/core/notice/lint/notice-2017.test.ts\` holds every finding to its level, place, provision
and clause. The findings are explained in [lint.md](lint.md).

`;

/** `docs/notice-2017-annotated.md`: the notice of 2017 clause by clause, with its findings. */
export async function annotatedNoticePage(): Promise<string> {
  const { notice } = await loadNotice(join(ROOT, "notices/smartfocus-2017"));
  if (notice === null) return "the notice of 2017 does not compile\n";
  const found = DAYS.map(([name, day, regimes]) => ({
    name,
    day,
    regimes,
    findings: lintNotice(notice, regimes, day, LINT_WORLD),
  }));
  const clauses = [...notice.clauses.values()].map((clause) => clauseText(notice, clause, found));
  const whole = findingsText(found, null);
  const rest = whole === "" ? "" : `## The notice as a whole\n\n${whole}`;
  return `${HEAD}${summary(found)}${clauses.join("")}${rest}`;
}

type Found = {
  readonly name: string;
  readonly day: string;
  readonly regimes: readonly string[];
  readonly findings: readonly LintFinding[];
};

function summary(found: readonly Found[]): string {
  const rows = found.flatMap(({ day, regimes, findings }) =>
    regimes.map((regime) => {
      const count = (level: string) =>
        findings.filter((each) => each.regime === regime && each.level === level).length;
      return `| ${day} | ${regime} | ${count("error")} | ${count("warning")} | ${count("note")} |`;
    }),
  );
  return [
    "| day | regime | errors | warnings | notes |",
    "|---|---|---|---|---|",
    ...rows,
    "",
    "",
  ].join("\n");
}

function clauseText(notice: Notice, clause: Clause, found: readonly Found[]): string {
  const language = notice.defaultLanguage;
  const heading = clause.parent === null ? "##" : "###";
  const body = (clause.body[language] ?? "").trim();
  // A placeholder stands for a table, which the manifest holds.
  const words = body === "" || /^\{\{[a-z]+\}\}$/.test(body) ? "" : `> ${body}\n\n`;
  const title = `${heading} ${clause.title[language]}\n\n`;
  const id = clause.parent === null ? "" : `Clause \`${clause.id}\`\n\n`;
  return `${title}${id}${words}${findingsText(found, clause.id)}`;
}

function findingsText(found: readonly Found[], clause: string | null): string {
  const parts = found.flatMap(({ name, findings }) => {
    const groups = Map.groupBy(
      findings.filter((each) => each.clause === clause),
      ({ id, level }) => `${level} ${id}`,
    );
    const lines = [...groups.values()].map(lineOf);
    return lines.length === 0 ? [] : [`${name}:\n\n${lines.join("\n")}\n`];
  });
  return parts.length === 0 ? "" : `${parts.join("\n")}\n`;
}

/** One line for a finding, with regimes and provisions, and each thing that is wrong once. */
function lineOf(group: readonly LintFinding[]): string {
  const [first] = group;
  if (first === undefined) return "";
  const provisions = new Map<string, Set<string>>();
  for (const { regime, provision, confirmed } of group) {
    const said = confirmed ? provision : `*${provision}*`;
    provisions.set(regime, (provisions.get(regime) ?? new Set()).add(said));
  }
  const law = [...provisions].map(([regime, said]) => `${regime}: ${[...said].join(", ")}`);
  const whys = [...new Set(group.map(({ why }) => why))];
  const link = `[${first.id}](lint.md#${first.id.replaceAll(".", "")})`;
  const head = `- **${first.level}** ${link}, ${CATALOGUE[first.id].title}`;
  return `${head} (${law.join("; ")})\n${whys.map((why) => `  - ${why}`).join("\n")}`;
}
