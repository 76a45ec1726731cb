import type { Placeholder } from "../references.ts";
import type { NoticeKey } from "./messages.ts";
import type { Cell, Part, Row } from "./parts.ts";
import type { Words } from "./words.ts";

/** A column by the key of its heading, and what stands in it for one thing. */
export type Column<T> = readonly [heading: NoticeKey, cell: (thing: T) => Cell];

/**
 * A table of things; a column that is empty for all of them is left out, and so is a table without
 * things.
 */
export function tableOf<T>(
  words: Words,
  name: Placeholder,
  things: readonly T[],
  anchor: (thing: T) => string | null,
  columns: readonly Column<T>[],
): readonly Part[] {
  if (things.length === 0) return [];
  const filled = columns.filter(([, cell]) => things.some((thing) => cell(thing).length > 0));
  const rows = things.map(
    (thing): Row => ({ anchor: anchor(thing), cells: filled.map(([, cell]) => cell(thing)) }),
  );
  const head = filled.map(([heading]) => words.say(heading));
  return [{ is: "table", name, caption: words.say(`table.${name}`), head, rows }];
}
