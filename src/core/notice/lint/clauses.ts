import type { Clause, Notice, Purpose } from "../notice.ts";
import type { Placeholder } from "../references.ts";

/**
 * Finds the clause that says a thing: by what clauses declare to be `about`, by the clause that a
 * purpose names, else by the table in which the thing is shown. Never by the words of an id.
 */
export class Clauses {
  readonly #byReference = new Map<string, string[]>();
  readonly #byTable = new Map<string, string>();

  constructor(notice: Notice) {
    for (const clause of notice.clauses.values()) {
      for (const reference of [...clause.about, ...mentioned(clause)])
        this.#note(reference, clause.id);
      for (const table of tablesOf(clause)) {
        if (!this.#byTable.has(table)) this.#byTable.set(table, clause.id);
      }
    }
  }

  #note(reference: string, clause: string): void {
    const known = this.#byReference.get(reference);
    if (known === undefined) this.#byReference.set(reference, [clause]);
    else if (!known.includes(clause)) known.push(clause);
  }

  /** Clauses about a thing (`recipient:hosting`), in the order of reading. */
  about(reference: string): readonly string[] {
    return this.#byReference.get(reference) ?? [];
  }

  /** The first clause about one of the things, in their order; else that with the table. */
  of(references: readonly string[], table: Placeholder | null = null): string | null {
    for (const reference of references) {
      const [first] = this.about(reference);
      if (first !== undefined) return first;
    }
    return table === null ? null : (this.#byTable.get(table) ?? null);
  }

  ofPurpose(purpose: Purpose): string | null {
    return purpose.clause ?? this.of([`purpose:${purpose.id}`], "purposes");
  }
}

/** Things that the prose of a clause names, as `{{purpose:marketing}}`, after what it is about. */
function mentioned(clause: Clause): readonly string[] {
  return matches(clause, /\{\{([a-z-]+:[a-z0-9-]+)\}\}/g);
}

function tablesOf(clause: Clause): readonly string[] {
  return matches(clause, /\{\{([a-z]+)\}\}/g);
}

function matches(clause: Clause, pattern: RegExp): readonly string[] {
  const texts = Object.values(clause.body);
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = ""]) => name));
}
