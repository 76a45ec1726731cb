import type { ChangeClass, NoticeDiff } from "../diff.ts";
import type { Notice } from "../notice.ts";
import { type SaidThing, saidOf } from "./change-facts.ts";
import type { NoticeKey } from "./messages.ts";
import { CATALOGUES } from "./messages.ts";
import { Words } from "./words.ts";

/** What a reader would have read of one fact before, and reads now; null: nothing. */
export type ChangedFact = {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
};

export type ChangeSentence = {
  /** The heaviest class among the differences of the thing. */
  readonly class: ChangeClass;
  readonly change: "added" | "removed" | "changed";
  readonly kind: string;
  readonly id: string;
  /** Clauses that are about it, by id, in the new version or else in the old. */
  readonly clauses: readonly string[];
  /** Plain text: what changed, ready for a page or a mail. */
  readonly sentence: string;
  /** The facts that read differently; empty where a thing came or went. */
  readonly facts: readonly ChangedFact[];
};

const HEAVIEST_FIRST: readonly ChangeClass[] = ["material", "narrowing", "editorial"];

/** Characters; a longer text is said to be reworded, and shown whole on the page of changes. */
const QUOTED_MAX = 160;

/**
 * The differences of two versions as sentences in the reader's language, one for each thing that
 * changed, the heaviest first. Pure: mail and pages say the same.
 * @param language one of the new version's; another falls back to its first.
 */
export function changeSentences(
  diff: NoticeDiff,
  before: Notice,
  after: Notice,
  language: string,
): readonly ChangeSentence[] {
  const now = new Words(after, language);
  const then = new Words(before, now.language);
  const groups = Map.groupBy(diff.differences, ({ kind, id }) => `${kind} ${id}`);
  const sentences = [...groups.values()].flatMap((differences): readonly ChangeSentence[] => {
    const [first] = differences;
    if (first === undefined) return [];
    const { kind, id, change, clauses } = first;
    const level = HEAVIEST_FIRST.find((each) => differences.some((one) => one.class === each));
    const [old, is] = [saidOf(kind, id, then), saidOf(kind, id, now)];
    const facts = change === "changed" ? changedFacts(old, is, now) : [];
    const asks = kind === "purpose" && diff.askAgain.includes(id);
    const sentence = sentenceOf(kind, change, is ?? old, facts, asks, now);
    return [{ class: level ?? "editorial", change, kind, id, clauses, sentence, facts }];
  });
  return HEAVIEST_FIRST.flatMap((level) => sentences.filter((each) => each.class === level));
}

/** How many changes of each class, in one line: `Important: 2, Wording: 5`; plain text. */
export function changeSummary(sentences: readonly ChangeSentence[], words: Words): string {
  const counted = HEAVIEST_FIRST.flatMap((level) => {
    const count = sentences.filter((each) => each.class === level).length;
    if (count === 0) return [];
    const label = words.say(`change.${level}`);
    return words.say("label", { label, text: words.number(count) });
  });
  return counted.join(", ");
}

function changedFacts(
  old: SaidThing | null,
  is: SaidThing | null,
  words: Words,
): readonly ChangedFact[] {
  if (old === null || is === null) return [];
  return is.facts.flatMap(({ label, text }, index) => {
    const was = old.facts[index]?.text ?? "";
    if (was === text) return [];
    return [{ label: words.say(label), before: was || null, after: text || null }];
  });
}

function sentenceOf(
  kind: string,
  change: ChangeSentence["change"],
  thing: SaidThing | null,
  facts: readonly ChangedFact[],
  asks: boolean,
  words: Words,
): string {
  const said = thingName(kind, thing, words);
  if (change === "added") return words.say("change.added", { thing: said });
  if (change === "removed") return words.say("change.removed", { thing: said });
  const details = facts.map((fact) => factSentence(fact, words));
  if (details.length === 0) details.push(words.say("change.elsewhere"));
  if (asks) details.push(words.say("change.ask"));
  return words.say("change.changed", { thing: said, details: details.join(" ") });
}

function thingName(kind: string, thing: SaidThing | null, words: Words): string {
  const key = `thing.${kind}`;
  const known = Object.hasOwn(CATALOGUES.en ?? {}, key) ? (key as NoticeKey) : "thing.other";
  if (kind === "notice") return words.say("thing.notice");
  const name = words.say("quoted", { name: thing?.name ?? "" });
  return thing === null || thing.name === ""
    ? words.say(known)
    : words.say("change.thing", { kind: words.say(known), name });
}

function factSentence({ label, before, after }: ChangedFact, words: Words): string {
  const isLong = (text: string | null) => (text?.length ?? 0) > QUOTED_MAX;
  if (isLong(before) || isLong(after)) return words.say("change.rewritten", { label });
  const none = words.say("change.none");
  const quote = (text: string | null) =>
    text === null ? none : words.say("quoted", { name: text.replace(/\.$/, "") });
  return words.say("change.now", { label, before: quote(before), after: quote(after) });
}
