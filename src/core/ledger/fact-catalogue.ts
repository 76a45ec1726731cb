import type { Static } from "typebox";
import { Compile } from "typebox/compile";
import { assert } from "#kit/assert";
import { addressFacts } from "./facts/address-facts.ts";
import { choiceFacts } from "./facts/choice-facts.ts";
import type { FactEntry, Immutable } from "./facts/fact-entry.ts";
import { organisationFacts } from "./facts/organisation-facts.ts";
import { personFacts } from "./facts/person-facts.ts";
import { valueFacts } from "./facts/value-facts.ts";

/**
 * Every kind of fact there is. A kind is added, never changed: entries of years ago must still
 * read. To add one, put it into the file of its area in `facts/` and teach the projectors that
 * care.
 */
export const factCatalogue = {
  ...choiceFacts,
  ...valueFacts,
  ...addressFacts,
  ...personFacts,
  ...organisationFacts,
} as const;

type Catalogue = typeof factCatalogue;
export type FactKind = keyof Catalogue;
export type FactBody<K extends FactKind> = Immutable<Static<Catalogue[K]["body"]>>;

export const FACT_KINDS = Object.keys(factCatalogue) as readonly FactKind[];

/**
 * Kinds of which some or all facts narrow what is permitted; `isNarrowing` decides for one fact.
 */
export const NARROWING_KINDS: ReadonlySet<FactKind> = new Set(
  FACT_KINDS.filter((kind) => factCatalogue[kind].narrows !== false),
);

export function isFactKind(text: string): text is FactKind {
  return Object.hasOwn(factCatalogue, text);
}

/**
 * Whether this fact takes away something that was permitted, and so goes to the journal before it
 * is acknowledged.
 */
export function isNarrowing<K extends FactKind>(kind: K, body: FactBody<K>): boolean {
  const { narrows } = entryOf(kind);
  return typeof narrows === "function" ? narrows(body) : narrows;
}

/** Whose facts of this kind are. */
export function aboutOf(kind: FactKind): FactEntry["about"] {
  return entryOf(kind).about;
}

/**
 * A body that is not of its kind's shape is a defect: what people send was checked long before it
 * became a fact.
 */
export function assertFactBody<K extends FactKind>(
  kind: K,
  body: unknown,
): asserts body is FactBody<K> {
  const checker = checkerOf(kind);
  if (checker.Check(body)) return;
  const [first] = checker.Errors(body);
  const where = first === undefined ? "" : ` at \`${first.instancePath}\` ${first.message}`;
  assert(false, `the body of \`${kind}\` is not of its shape:${where}`);
}

function entryOf(kind: FactKind): FactEntry {
  return factCatalogue[kind] as unknown as FactEntry;
}

type Checker = ReturnType<typeof Compile<FactEntry["body"]>>;
const checkers = new Map<FactKind, Checker>();

/** Compiled at first use: a process appends a handful of kinds, and a command line tool none. */
function checkerOf(kind: FactKind): Checker {
  const known = checkers.get(kind);
  if (known !== undefined) return known;
  const made = Compile(entryOf(kind).body);
  checkers.set(kind, made);
  return made;
}
