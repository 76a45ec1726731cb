/** Drafts, diffs, impact and tellings as the console shows them. */
import type { ImpactRow, TellingView } from "#changes";
import { stopsIn, unreachedIn } from "#changes";
import { because } from "#core/explain/explain";
import type { ReasonCode } from "#core/gate/codes";
import type { NoticeDiff } from "#core/notice/diff";
import type { Notice } from "#core/notice/notice";
import { changeSentences } from "#core/notice/render/change-sentences";
import type { House } from "#edges/house";
import type { DraftRow, DraftView } from "#notice";
import type { Tx } from "#platform/database/database";
import type { Action, Colleague } from "#staff";

export type NameOf = (id: string) => { readonly id: string; readonly name: string };

export async function namesOf(house: House, tx: Tx): Promise<NameOf> {
  const lines = await house.staff.list(tx);
  const names = new Map(lines.map((line) => [line.id, line.name ?? ""]));
  return (id) => ({ id, name: names.get(id) ?? "" });
}

export function draftRowOf(row: DraftRow, nameOf: NameOf) {
  return {
    id: row.draftId,
    baseVersion: row.baseVersion,
    edit: row.edit,
    state: row.state,
    createdBy: nameOf(row.createdBy),
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    publishAt: row.publishAt?.toISOString() ?? null,
    scheduledBy: row.scheduledBy === null ? null : nameOf(row.scheduledBy),
    publishedVersion: row.publishedVersion,
    outcome: row.outcome,
  };
}

export async function draftOf(house: House, tx: Tx, view: DraftView, colleague: Colleague) {
  const nameOf = await namesOf(house, tx);
  const { text, authors, reviews, state } = view;
  const may = new Set<Action>(house.staff.actionsOf(colleague.role));
  const isAlone = (await house.staff.countActive(tx)) === 1;
  const isAuthor = authors.includes(colleague.id);
  const inReview = state === "in-review" && may.has("notice.review");
  return {
    ...draftRowOf(view, nameOf),
    source: text.source,
    fileName: text.fileName,
    sha256: text.sha256,
    editedBy: nameOf(text.editedBy),
    editedAt: text.at.toISOString(),
    authors: authors.map(nameOf),
    reviews: reviews.map((review) => ({
      id: review.reviewId,
      edit: review.edit,
      sha256: review.sha256,
      verdict: review.verdict,
      note: review.note,
      by: nameOf(review.reviewedBy),
      at: review.at.toISOString(),
      current: review.edit === text.edit && review.sha256 === text.sha256,
    })),
    may: {
      edit: OPEN.has(state) && may.has("notice.draft"),
      submit: state === "draft" && may.has("notice.draft"),
      review: inReview && !isAuthor,
      override: inReview && colleague.role === "owner" && isAlone,
      publish: state === "approved" && may.has("notice.publish"),
      cancel: state === "scheduled" && may.has("notice.publish"),
    },
  };
}

const OPEN: ReadonlySet<string> = new Set(["draft", "in-review", "approved"]);

export function diffOf(
  diff: NoticeDiff,
  [from, before]: readonly [string, Notice],
  [to, after]: readonly [string, Notice],
  language: string,
) {
  const clauseOf = (id: string) => {
    const clause = after.clauses.get(id) ?? before.clauses.get(id);
    const title = clause?.title[language] ?? clause?.title[after.defaultLanguage] ?? id;
    return { id, number: clause?.number ?? "", title };
  };
  return {
    before: { side: from, ...diff.before },
    after: { side: to, ...diff.after },
    class: diff.class,
    sentences: changeSentences(diff, before, after, language).map((each) => ({
      ...{ class: each.class, change: each.change, kind: each.kind, id: each.id },
      sentence: each.sentence,
      clauses: each.clauses.map(clauseOf),
    })),
    differences: diff.differences.map((each) => ({
      ...{ class: each.class, change: each.change, kind: each.kind, id: each.id, why: each.why },
      purposes: [...each.purposes],
      clauses: [...each.clauses],
    })),
    tell: [...diff.tell],
    tellAll: diff.tellAll,
    askAgain: [...diff.askAgain],
  };
}

export function impactOf(
  row: ImpactRow,
  notice: Notice,
  now: { readonly edit: number; readonly epoch: number },
) {
  const { counters } = row;
  const stops = stopsIn(counters);
  const language = notice.defaultLanguage;
  const unreached = unreachedIn(counters);
  return {
    ...{ id: row.impactId, draftId: row.draftId, edit: row.edit, baseVersion: row.baseVersion },
    ...{ hash: row.hash, current: row.edit === now.edit, stale: row.epoch !== now.epoch },
    ...{ state: row.state, phase: row.phase, considered: row.considered },
    total: Math.max(row.total, row.considered),
    beganAt: row.beganAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    purposes: Object.entries(counters.people).map(([id, people]) => ({
      ...{ id, people, askAgain: counters.askAgain[id] ?? 0 },
      name: notice.purposes.get(id)?.name[language] ?? id,
      stops: stops
        .filter(({ purpose }) => purpose === id)
        .map(({ channel, ...stop }) => ({
          ...{ channel, rule: stop.rule, code: stop.code, people: stop.people },
          sentence: sentenceOf(stop, id, notice),
        })),
    })),
    askAgain: { people: counters.asked, devices: counters.devicesAsked },
    tell: {
      ...{ people: counters.told, byEmail: counters.byEmail, devices: counters.devicesTold },
      unreached: unreached.reduce((sum, each) => sum + each.people, 0),
      reasons: unreached.map((each) => withSentence(each, notice)),
    },
  };
}

export function tellingOf(view: TellingView, notice: Notice) {
  return {
    ...{ version: view.version, baseVersion: view.baseVersion, state: view.state },
    ...{ pass: view.pass, considered: view.considered, total: view.total },
    ...{ affected: view.affected, unreached: view.unreached },
    reasons: view.reasons.map((each) => withSentence(each, notice)),
    letters: { ...view.letters },
    secondPassAt: view.secondPassAt.toISOString(),
    beganAt: view.beganAt.toISOString(),
    endedAt: view.endedAt?.toISOString() ?? null,
  };
}

type Reasoned = { readonly rule: number; readonly code: string };

function withSentence<T extends Reasoned>(reasoned: T, notice: Notice) {
  return { ...reasoned, sentence: sentenceOf(reasoned, "notice-change", notice) };
}

/** The gate's own words, of nobody in particular. */
export function sentenceOf({ code }: Reasoned, purpose: string, notice: Notice): string {
  const reason = { code: code as ReasonCode, what: null, since: null };
  return because(reason, notice, purpose, "en", "staff");
}
