import { covers } from "#core/gate/choices";
import type { Subject } from "#core/gate/subject";
import type { Notice, Purpose } from "#core/notice/notice";
import type { Scope } from "./scope.ts";
import { type ChannelOfUse, type Decide, firstReason, usesOf } from "./uses.ts";

export type Stop = {
  readonly purpose: string;
  readonly channel: ChannelOfUse;
  readonly rule: number;
  readonly code: string;
};

export type PersonImpact = {
  /** Changed purposes of the old notice under which something is held or granted. */
  readonly under: readonly string[];
  readonly stops: readonly Stop[];
  /** Purposes for which a consent was given that the new revision does not cover. */
  readonly askAgain: readonly string[];
};

/** What is compared, once for all people. */
export type Comparison = {
  readonly before: Notice;
  readonly after: Notice;
  /** Purposes of the old notice whose uses may be decided otherwise. */
  readonly changed: readonly Purpose[];
  readonly askAgain: ReadonlySet<string>;
};

/**
 * What a version would mean for one person: the gate itself is asked under both notices. A purpose
 * and way count as stopped where anything that was allowed is denied, by its first reason. Pure.
 */
export function judgePerson(
  { before, after, changed, askAgain }: Comparison,
  decide: Decide,
  subject: Subject,
): PersonImpact {
  const under = changed.filter((purpose) => isUnder(purpose, subject));
  const stops = under.flatMap((purpose) => stopsOf(purpose, before, after, decide, subject));
  const asked = under.filter(({ id }) => askAgain.has(id) && hasGranted(subject, id));
  return { under: under.map(({ id }) => id), stops, askAgain: asked.map(({ id }) => id) };
}

function stopsOf(
  purpose: Purpose,
  before: Notice,
  after: Notice,
  decide: Decide,
  subject: Subject,
): readonly Stop[] {
  const found = new Map<ChannelOfUse, Stop>();
  for (const { channel, use } of usesOf(purpose, before, subject)) {
    if (found.has(channel) || !decide(before, subject, use).allowed) continue;
    const answer = decide(after, subject, use);
    if (!answer.allowed) {
      found.set(channel, { purpose: purpose.id, channel, ...firstReason(answer) });
    }
  }
  return [...found.values()];
}

/** Values were collected while the purpose stood beside them, or the person chose under it. */
function isUnder({ id }: Purpose, { values = [], choices = [] }: Subject): boolean {
  return (
    values.some(({ shown }) => Object.hasOwn(shown, id)) ||
    choices.some(({ purpose }) => purpose === id)
  );
}

/** Whether a grant of the purpose stands that no later refusal or withdrawal covers. */
export function hasGranted({ choices = [] }: Subject, purpose: string): boolean {
  const own = choices.filter((choice) => choice.purpose === purpose);
  return own.some(
    (grant) =>
      grant.act === "grant" &&
      !own.some(
        (later) => later.act !== "grant" && later.position > grant.position && covers(later, grant),
      ),
  );
}

/**
 * Whether anything may be used for one of the purposes, today or, for what the person would then
 * have been told of, under the new notice.
 */
export function mayBeUsed(
  { before, after }: Pick<Comparison, "before" | "after">,
  scope: Scope,
  decide: Decide,
  subject: Subject,
): boolean {
  const told = toldSubject(subject, scope);
  return scope.tell.some((id) => {
    const [old, now] = [before.purposes.get(id), after.purposes.get(id)];
    const allows = (purpose: Purpose | undefined, notice: Notice, person: Subject) =>
      purpose !== undefined &&
      usesOf(purpose, notice, person).some(({ use }) => decide(notice, person, use).allowed);
    return allows(old, before, subject) || allows(now, after, told);
  });
}

function toldSubject(subject: Subject, { revisions }: Scope): Subject {
  const of = new Map(revisions.map(({ purpose, revision }) => [purpose, revision]));
  const values = subject.values?.map((value) => {
    const notified = { ...value.notified };
    for (const [id, revision] of of) notified[id] = [...(notified[id] ?? []), revision];
    return { ...value, notified };
  });
  return values === undefined ? subject : { ...subject, values };
}
