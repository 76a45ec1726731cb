import { canonicalJson } from "#kit/canonical-json";
import type { Text } from "../notice.ts";

/**
 * How much a change matters. `material`: something is permitted that was not, or a promise or right
 * goes; people must be told. `narrowing`: less is permitted than before. `editorial`: no declared
 * fact changed; whether the words promise less, a person must judge.
 */
export type ChangeClass = "editorial" | "narrowing" | "material";

export type Difference = {
  /** What kind of thing differs: a section of the notice in the singular. */
  readonly kind: string;
  /** Its id; empty for the notice itself. */
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  readonly class: ChangeClass;
  /** One sentence in English, without an end stop. */
  readonly why: string;
  /** Purposes whose people it concerns. */
  readonly purposes: readonly string[];
};

/** Collects the differences of one thing. */
export class Differences {
  readonly #kind: string;
  readonly #id: string;
  readonly #purposes: readonly string[];
  readonly found: Difference[] = [];

  constructor(kind: string, id: string, purposes: readonly string[]) {
    this.#kind = kind;
    this.#id = id;
    this.#purposes = purposes;
  }

  add(change: Difference["change"], level: ChangeClass, why: string): void {
    const purposes = this.#purposes;
    this.found.push({ kind: this.#kind, id: this.#id, change, class: level, why, purposes });
  }

  /** More is material, less narrows. */
  set(what: string, before: Iterable<string>, after: Iterable<string>): void {
    const [old, now] = [new Set(before), new Set(after)];
    const more = [...now].filter((each) => !old.has(each));
    const less = [...old].filter((each) => !now.has(each));
    if (more.length > 0) this.add("changed", "material", `more ${what}: ${quoted(more)}`);
    if (less.length > 0) this.add("changed", "narrowing", `fewer ${what}: ${quoted(less)}`);
  }

  /** Less takes something from people: material. More narrows what is permitted. */
  without(what: string, before: readonly string[], after: readonly string[]): void {
    const less = before.filter((each) => !after.includes(each));
    const more = after.filter((each) => !before.includes(each));
    if (less.length > 0) this.add("changed", "material", `fewer ${what}: ${quoted(less)}`);
    if (more.length > 0) this.add("changed", "narrowing", `more ${what}: ${quoted(more)}`);
  }

  /** A switch whose `widens` position permits more. */
  flag(what: string, before: boolean, after: boolean, widens: boolean): void {
    if (before === after) return;
    const level = after === widens ? "material" : "narrowing";
    this.add("changed", level, `${after ? "now" : "no longer"}: ${what}`);
  }

  /** A length of time; more permits more. Null is without end. */
  length(what: string, before: number | null, after: number | null): void {
    if (before === after) return;
    const longer = (after ?? Number.POSITIVE_INFINITY) > (before ?? Number.POSITIVE_INFINITY);
    this.add(
      "changed",
      longer ? "material" : "narrowing",
      `${what} is ${longer ? "longer" : "shorter"}`,
    );
  }

  /**
   * Words, in the languages that both versions have: that a language came or went is said once, for
   * the whole.
   */
  words(
    what: string,
    before: Text | null,
    after: Text | null,
    level: ChangeClass = "editorial",
  ): void {
    if (before === null || after === null) {
      this.value(what, before, after, level);
      return;
    }
    const languages = Object.keys(after).filter((language) => Object.hasOwn(before, language));
    const changed = languages.filter((language) => before[language] !== after[language]);
    if (changed.length > 0) this.add("changed", level, `${what} changed (${changed.join(", ")})`);
  }

  /** A value that cannot be ordered: any other one counts as `level`. */
  value(what: string, before: unknown, after: unknown, level: ChangeClass): void {
    const [old, now] = [canonicalJson(before ?? null), canonicalJson(after ?? null)];
    if (old === now) return;
    const isShort = old.length <= 60 && now.length <= 60;
    const detail = isShort ? `: ${spoken(before)} to ${spoken(after)}` : "";
    this.add("changed", level, `${what} changed${detail}`);
  }
}

function spoken(value: unknown): string {
  if (value === null || value === undefined) return "none";
  return typeof value === "object" ? canonicalJson(value) : `\`${String(value)}\``;
}

export function quoted(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(", ");
}

/** Compares two sections by id. @param level what adding and removing a thing means, and why. */
export function compareById<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  start: (id: string, thing: T) => Differences,
  level: {
    readonly added: readonly [ChangeClass, string];
    readonly removed: readonly [ChangeClass, string];
  },
  compare: (differences: Differences, before: T, after: T) => void,
): readonly Difference[] {
  const found: Difference[] = [];
  for (const [id, now] of after) {
    const differences = start(id, now);
    const old = before.get(id);
    if (old === undefined) differences.add("added", ...level.added);
    else compare(differences, old, now);
    found.push(...differences.found);
  }
  for (const [id, old] of before) {
    if (after.has(id)) continue;
    const differences = start(id, old);
    differences.add("removed", ...level.removed);
    found.push(...differences.found);
  }
  return found;
}
