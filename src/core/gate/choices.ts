/**
 * How choices combine (GATE.md). A narrowing act covers its scope and all below it, at every
 * revision; a later grant lifts it for a scope equal to or narrower than the one that it names, or
 * where its refusal was shown in the same act.
 */
import type { Purpose } from "#core/notice/notice";
import type { Choice, Position, Scope, Subject } from "./subject.ts";

/** Something that narrows a scope, at a position, made on a subject id. */
export type Narrowing = {
  readonly scope: Scope;
  readonly on: string;
  readonly position: Position;
  readonly at: number;
  readonly kind: "withdrawal" | "refusal" | "signal";
};

/** Whether `outer` covers `inner`: the same, or broader. */
export function covers(outer: Scope, inner: Scope): boolean {
  if (outer.purpose !== inner.purpose) return false;
  if (outer.channel !== undefined && outer.channel !== inner.channel) return false;
  return outer.topic === undefined || outer.topic === inner.topic;
}

export function sameScope(one: Scope, other: Scope): boolean {
  return (
    one.purpose === other.purpose && one.channel === other.channel && one.topic === other.topic
  );
}

/** What the person said against this scope, by choice or by a privacy signal. */
export function narrowingsOf(
  purpose: Purpose,
  choices: readonly Choice[],
  subject: Subject,
  scope: Scope,
): readonly Narrowing[] {
  const found: Narrowing[] = [];
  for (const choice of choices) {
    if (choice.act === "grant" || !covers(choice, scope)) continue;
    found.push({ ...narrowingOf(choice), kind: choice.act });
  }
  if (purpose.sale || purpose.sharing || purpose.targetedAdvertising) {
    const first = firstSignal(subject);
    if (first !== null) {
      const { on, position, at } = first;
      found.push({ scope: { purpose: purpose.id }, on, position, at, kind: "signal" });
    }
  }
  return found;
}

function narrowingOf({ on, position, at, purpose, channel, topic }: Choice) {
  const scope: Scope = {
    purpose,
    ...(channel === undefined ? {} : { channel }),
    ...(topic === undefined ? {} : { topic }),
  };
  return { scope, on, position, at };
}

/** Repeats of the signal are not new acts. */
function firstSignal(subject: Subject) {
  let first: NonNullable<Subject["signals"]>[number] | null = null;
  for (const signal of subject.signals ?? []) {
    if (first === null || signal.position < first.position) first = signal;
  }
  return first;
}

/**
 * Whether a grant lifts what narrows. @param linkedAt position at which each id joined the person.
 */
export function lifts(grant: Choice, against: Narrowing, subject: Subject): boolean {
  if (grant.position <= against.position) return false;
  if (!mayLift(grant, against.on, subject)) return false;
  if (against.kind === "signal") return grant.namedSignal;
  if (covers(against.scope, grant)) return true;
  if (grant.names !== undefined && sameScope(grant.names, against.scope)) return true;
  return grant.refusalsShown.some((shown) => sameScope(shown, against.scope));
}

/** A grant lifts only what narrows on its own id, or on one already linked when it was made. */
export function mayLift(grant: Choice, on: string, subject: Subject): boolean {
  if (grant.on === on) return true;
  const own = subject.ids?.find(({ id }) => id === grant.on);
  const other = subject.ids?.find(({ id }) => id === on);
  if (own === undefined || other === undefined) return false;
  return own.linkedAt <= grant.position && other.linkedAt <= grant.position;
}

/**
 * Whether a grant counts at all: one made offline names the choice it replaces, and counts only
 * while that is still the head of its scope.
 */
export function counts(grant: Choice, choices: readonly Choice[]): boolean {
  if (!grant.offline) return true;
  const { replaces } = grant;
  if (replaces === undefined) return false;
  return !choices.some(
    (other) =>
      other.position > replaces && other.position < grant.position && sameScope(other, grant),
  );
}
