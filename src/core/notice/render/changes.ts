import { type Html, html } from "#kit/html";
import { diffNotices } from "../diff.ts";
import type { Notice } from "../notice.ts";
import { type ChangedFact, type ChangeSentence, changeSentences } from "./change-sentences.ts";
import { directionOf } from "./direction.ts";
import { htmlRuns } from "./html-parts.ts";
import { type NoticeKey, say } from "./messages.ts";
import { LINKS, type Links } from "./parts.ts";
import { wordDiff } from "./word-diff.ts";
import { Words } from "./words.ts";

const CLASSES = ["material", "narrowing", "editorial"] as const;

/**
 * What changed between two versions, for people: by weight, each thing in a sentence, and below it
 * the texts with the words that went and came. Told apart by underline and strike as well as by
 * colour, and in words to those who listen.
 */
export function renderChanges(
  before: Notice,
  after: Notice,
  language: string,
  links: Links = LINKS,
): Html {
  const words = new Words(after, language);
  const spoken = words.language;
  const runs = (key: NoticeKey, given: Parameters<Words["runs"]>[1] = {}) =>
    htmlRuns(words.runs(key, given), spoken);
  const all = changeSentences(diffNotices(before, after), before, after, spoken);
  const versions = { before: before.version, after: after.version };
  const dates = { from: words.date(before.date), to: words.date(after.date) };
  const groups = CLASSES.map(
    (level) => [level, all.filter((each) => each.class === level)] as const,
  );
  return html`<article class="notice-changes" lang="${spoken}" dir="${directionOf(spoken)}">
<h1>${runs("change.title", versions)}</h1>
<p class="lead">${runs("change.between", { ...versions, ...dates })}</p>
${all.length === 0 ? html`<p>${runs("change.nothing")}</p>` : html`<p class="hint">${runs("change.key")}</p>`}
${groups.map(
  ([level, sentences]) =>
    sentences.length > 0 &&
    html`<section aria-labelledby="class:${level}">
<h2 id="class:${level}">${runs("label", { label: words.runs(`change.${level}`), text: words.number(sentences.length) })}</h2>
<p class="hint">${runs(`change.${level}.about`)}</p>
<ul class="changes">
${sentences.map((each) => changeItem(each, words, links))}</ul>
</section>
`,
)}</article>
`;
}

function changeItem(sentence: ChangeSentence, words: Words, links: Links): Html {
  const { kind, id, facts, clauses } = sentence;
  // The sentence says short changes in full: only longer ones are worth their texts beside it.
  const shown = facts.filter(({ before, after }) => before !== null && after !== null);
  return html`<li class="change change-${sentence.class}" id="${kind}:${id}">
<p>${sentence.sentence}</p>
${shown.length > 0 && html`<dl>\n${shown.map((fact) => changedFact(fact, words))}</dl>\n`}${clauseLinks(clauses, words, links)}</li>
`;
}

function changedFact({ label, before, after }: ChangedFact, words: Words): Html {
  const pieces = wordDiff(before ?? "", after ?? "", words.language).map(({ is, text }) => {
    if (is === "same" || text.trim() === "") return html`${text}`;
    const heard = (key: NoticeKey) => say(words.language, key);
    return is === "inserted"
      ? html`<ins><span class="visually-hidden">[${heard("change.inserted")}: </span>${text}<span class="visually-hidden">]</span></ins>`
      : html`<del><span class="visually-hidden">[${heard("change.deleted")}: </span>${text}<span class="visually-hidden">]</span></del>`;
  });
  return html`<dt>${label}</dt><dd>${pieces}</dd>\n`;
}

/** Clauses that went are in the old version only, and not linked. */
function clauseLinks(clauses: readonly string[], words: Words, links: Links): Html | null {
  const { notice } = words;
  const there = clauses.flatMap((id) => notice.clauses.get(id) ?? []);
  if (there.length === 0) return null;
  const label = say(words.language, "change.clauses");
  const each = there.map(({ id, number, title }, index) => {
    const href = `${links.versions}/${notice.version}#${id}`;
    return html`${index > 0 && ", "}<a href="${href}">${number} ${words.text(title)}</a>`;
  });
  return html`<p class="hint">${htmlRuns(words.runs("label", { label, text: "" }), words.language)}${each}</p>\n`;
}

/** One version in the history of a notice. */
export type PastVersion = {
  readonly notice: Notice;
  /** Epoch milliseconds. */
  readonly inForceFrom: number;
  readonly inForceUntil: number | null;
  readonly state: "past" | "in-force" | "future";
};

/**
 * The history of a notice, the latest version first, each with what it changed.
 * @param language of the reader; where the latest version lacks it, that version's first.
 */
export function renderHistory(
  versions: readonly PastVersion[],
  language: string,
  links: Links = LINKS,
): Html {
  const latest = versions.at(-1);
  if (latest === undefined) return html``;
  const words = new Words(latest.notice, language);
  const spoken = words.language;
  const items = versions.map((version, index) =>
    historyItem(version, versions[index - 1]?.notice ?? null, words, links),
  );
  return html`<article class="notice-history" lang="${spoken}" dir="${directionOf(spoken)}">
<h1>${htmlRuns(words.runs("history.title"), spoken)}</h1>
<ol class="history" reversed>
${items.reverse()}</ol>
</article>
`;
}

function historyItem(
  { notice, inForceFrom, inForceUntil, state }: PastVersion,
  before: Notice | null,
  words: Words,
  links: Links,
): Html {
  const spoken = words.language;
  const runs = (key: NoticeKey, given: Parameters<Words["runs"]>[1] = {}) =>
    htmlRuns(words.runs(key, given), spoken);
  const { version, date } = notice;
  const from = words.instant(inForceFrom);
  const until = inForceUntil === null ? "" : words.instant(inForceUntil);
  const life =
    state === "future" ? "history.future" : until === "" ? "history.since" : "history.until";
  return html`<li>
<h2><a href="${links.versions}/${version}">${runs("history.version", { version, date: words.date(date) })}</a>${state === "in-force" && html` <span class="badge">${runs("history.inforce")}</span>`}</h2>
<p class="hint">${runs(life, { from, until })}</p>
${before === null ? html`<p>${runs("change.first")}</p>\n` : changesOf(before, notice, words, links)}</li>
`;
}

/** Sentences of one version in the history; the page of changes has all of them. */
const SENTENCES_MAX = 6;

function changesOf(before: Notice, after: Notice, words: Words, links: Links): Html {
  const spoken = words.language;
  const all = changeSentences(diffNotices(before, after), before, after, spoken);
  if (all.length === 0) return html`<p>${htmlRuns(words.runs("change.nothing"), spoken)}</p>\n`;
  const first = all
    .slice(0, SENTENCES_MAX)
    .map(
      (each) =>
        html`<li><strong>${htmlRuns(words.runs(`change.${each.class}`), spoken)}</strong> · ${each.sentence}</li>\n`,
    );
  const href = `${links.versions}/${after.version}/changes`;
  const label = htmlRuns(words.runs("change.see"), spoken);
  const rest = all.length > SENTENCES_MAX && ` (${words.number(all.length)})`;
  return html`<ul>
${first}</ul>
<p><a href="${href}">${label}<span class="visually-hidden">: ${after.version}</span></a>${rest}</p>
`;
}
