import { NOTICE_ITEMS, type NoticeItem } from "#core/law/notice-items";
import { CATALOGUE, FINDING_IDS, type FindingId } from "#core/notice/lint/catalogue";
import { LINT_WORLD } from "#regimes/notice/world";
import { PLANTED } from "#test/support/lint/planted-faults";

const HEAD = `# What the lint finds

\`npm run -s fairnotice -- check MANIFEST [--regime ID ...] [--on DATE]\` holds a notice against
the law of a place and day. Here is every finding by its id, which lasts: acceptances, reports
and code hosts refer to it. This page is written from the code by \`npm run check -- contract
--write\`, and a test plants a fault for every finding.

**error**: the law asks for it in so many words. **warning**: a careful lawyer would object, a
court might see it otherwise. **note**: good practice, or a law that begins within half a year
(with the day). A level is the gravest; laws differ, and so do days: what each law asks, from
when, and by which provision, stands in \`regimes/notice/\` and in the table at the end.
Provisions marked *unconfirmed* still await a source.

## To accept a finding

A finding that an organisation has decided to live with is accepted in the manifest, with a
reason and an end:

\`\`\`yaml
accepted:
  - finding: cookies.lifetime-long
    path: storedItems.wishlist.lifetime   # without it: every place
    regime: eu                            # without it: every regime
    reason: The list would be lost between two Christmases.
    until: 2027-12-31                     # at most 24 months after the date of the version
    by: Board meeting of 3 November
\`\`\`

It is then shown as accepted and does not count (in SARIF: a suppression). After its last day
the finding is back. An acceptance that matches nothing is a finding itself.

`;

const TITLES: { readonly [group: string]: string } = {
  purpose: "Purposes and bases",
  consent: "Consent",
  collect: "Collection",
  children: "Children",
  recipient: "Recipients",
  transfer: "Transfers",
  framework: "Frameworks",
  cookies: "Cookies",
  marketing: "Marketing",
  rights: "Rights",
  authority: "Authorities",
  complaints: "Complaints",
  automated: "Automated decisions",
  joint: "Joint control",
  controller: "Controllers",
  changes: "Changes",
  notice: "The notice itself",
  security: "Security",
  "opt-out": "Opting out in the United States",
  contradiction: "Contradictions",
  acceptance: "Acceptances",
};

/** `docs/lint.md`: every finding, and what each law asks for. */
export function lintCataloguePage(): string {
  const groups = Map.groupBy(FINDING_IDS, (id) => id.split(".")[0] ?? "");
  const known = Object.keys(TITLES);
  const order = [...known, ...[...groups.keys()].filter((group) => !known.includes(group))];
  const sections = order.flatMap((group) => {
    const ids = groups.get(group);
    return ids === undefined ? [] : [sectionOf(TITLES[group] ?? group, ids)];
  });
  return `${HEAD}${sections.join("\n")}\n${lawTable()}`;
}

function sectionOf(title: string, ids: readonly FindingId[]): string {
  return [`## ${title}`, "", ...ids.map(entryOf)].join("\n");
}

function entryOf(id: FindingId): string {
  const { level, title, about, write } = CATALOGUE[id];
  const tested = PLANTED.filter((each) => each.id === id).map(({ what }) => what);
  return [
    `### ${id}`,
    "",
    `**${level}**: ${title}. ${about}`,
    "",
    `What to write: ${write}.`,
    ...(tested.length === 0 ? [] : ["", `Planted in the tests: ${tested.join("; ")}.`]),
    "",
  ].join("\n");
}

function lawTable(): string {
  const laws = LINT_WORLD.laws.filter(({ regime }) => !/^us-(?!ca)/.test(regime));
  const rows = NOTICE_ITEMS.flatMap((item) => {
    const cells = laws.map((law) => (law.items[item] ?? []).map(lifeOf).join("<br>"));
    return cells.some((cell) => cell !== "") ? [`| ${item} | ${cells.join(" | ")} |`] : [];
  });
  return [
    "## What each law asks, and from when",
    "",
    "The states of the United States differ in provision and first day alone (`regimes/notice/us-states.ts`). *(u)*: unconfirmed.",
    "",
    `| item | ${laws.map(({ regime }) => regime).join(" | ")} |`,
    `|---|${laws.map(() => "---|").join("")}`,
    ...rows,
    "",
  ].join("\n");
}

function lifeOf({ from, until, provision, confirmed, rule }: NoticeItem): string {
  const life = until === null ? `since ${from}` : `${from} to ${until}`;
  return `${provision} (${rule.level}, ${life})${confirmed ? "" : " *(u)*"}`;
}
