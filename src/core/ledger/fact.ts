import { assert } from "#kit/assert";
import { type AtMs, type FactPosition, ORGANISATION, type SubjectId } from "#kit/brands";
import { aboutOf, assertFactBody, type FactBody, type FactKind } from "./fact-catalogue.ts";

/** A fact as a capability states it, before the ledger gives it time, place and commitment. */
export type FactInputOf<K extends FactKind> = {
  readonly subjectId: SubjectId;
  readonly kind: K;
  /** Version of the notice it was made under; null where none applies. */
  readonly noticeVersion: number | null;
  readonly body: FactBody<K>;
};

/**
 * Everything that can change a decision is a fact, appended once in the transaction of its effect
 * (ARCHITECTURE.md, "Facts"). `position` orders the facts of one person; between people only the
 * log's order counts, which decides nothing.
 */
export type FactOf<K extends FactKind> = FactInputOf<K> & {
  readonly position: FactPosition;
  /** The server's time, epoch milliseconds. */
  readonly at: AtMs;
  /**
   * 16 bytes, drawn for this fact. With the person's salt it makes the opening of the commitment.
   */
  readonly nonce: Uint8Array;
  /** 32 bytes: what the public log says of subject, position, kind and body. */
  readonly commitment: Uint8Array;
};

export type FactInput = { [K in FactKind]: FactInputOf<K> }[FactKind];
export type Fact = { [K in FactKind]: FactOf<K> }[FactKind];

export const NONCE_BYTES = 16;

/** Refuses, as defects, a body of another shape and a fact about the wrong kind of subject. */
export function assertFactInput(input: FactInput): void {
  const about = aboutOf(input.kind);
  const isOrganisations = input.subjectId === ORGANISATION;
  assert(
    about === "either" || (about === "organisation") === isOrganisations,
    `\`${input.kind}\` is a fact about ${about === "person" ? "a person" : "the organisation"}`,
  );
  const version = input.noticeVersion;
  assert(
    version === null || (Number.isSafeInteger(version) && version > 0),
    "a notice version is a positive integer",
  );
  assertFactBody(input.kind, input.body);
}

/** Narrows a list of facts to the kinds that a projector reads. */
export function factsOf<K extends FactKind>(
  facts: readonly Fact[],
  ...kinds: readonly K[]
): readonly { [Kind in K]: FactOf<Kind> }[K][] {
  const wanted = new Set<FactKind>(kinds);
  return facts.filter((fact) => wanted.has(fact.kind)) as never;
}
