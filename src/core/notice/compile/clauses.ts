import type { Manifest } from "../manifest-schema.ts";
import type { Clause } from "../notice.ts";
import type { Texts } from "./texts.ts";

type Given = Omit<Manifest["clauses"][number], "clauses"> & { readonly clauses?: readonly Given[] };

/** The tree of clauses as a list in the order of reading, numbered `5.1`. */
export function compileClauses(manifest: Manifest, texts: Texts): ReadonlyMap<string, Clause> {
  const clauses = new Map<string, Clause>();
  const add = (given: readonly Given[], parent: Clause | null) => {
    for (const [index, each] of given.entries()) {
      const number = `${parent === null ? "" : `${parent.number}.`}${index + 1}`;
      const clause: Clause = {
        id: each.id,
        number,
        title: texts.of(each.title),
        short: texts.orNull(each.short),
        body: each.body === undefined ? texts.each(() => "") : texts.of(each.body),
        parent: parent?.id ?? null,
        about: each.about ?? [],
      };
      clauses.set(each.id, clause);
      add(each.clauses ?? [], clause);
    }
  };
  add(manifest.clauses as readonly Given[], null);
  return clauses;
}
