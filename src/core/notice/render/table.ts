import type { Placeholder } from "../references.ts";
import type { NoticeKey } from "./messages.ts";
import { anchorOf, type Cell, type Part, type Row } from "./parts.ts";
import type { Words } from "./words.ts";

/** A column by the key of its heading, and what stands in it for one thing. */
export type Column<T> = readonly [heading: NoticeKey, cell: (thing: T) => Cell];

/** Most placeholders are one table; California's has others beside its own. */
export type TableName = Placeholder | "california-incentives" | "california-metrics";

export type TableOptions<T> = {
  readonly anchor?: (thing: T) => string;
  /** Heading of the group that a thing stands in; things of a group stand together. */
  readonly group?: (thing: T) => string;
};

/**
 * A table of things; a column that is empty for all of them is left out, and so is a table without
 * things.
 */
export function tableOf<T>(
  words: Words,
  name: TableName,
  things: readonly T[],
  columns: readonly Column<T>[],
  { anchor, group }: TableOptions<T> = {},
): readonly Part[] {
  if (things.length === 0) return [];
  const made = things.map((thing) => columns.map(([, cell]) => cell(thing)));
  const filled = columns.map((_, index) => made.some((cells) => (cells[index]?.length ?? 0) > 0));
  const rows = things.map(
    (thing, row): Row => ({
      anchor: anchor?.(thing) ?? null,
      cells: (made[row] ?? []).filter((_, index) => filled[index]),
      group: group?.(thing) ?? null,
    }),
  );
  const head = columns.filter((_, index) => filled[index]).map(([heading]) => words.head(heading));
  const caption = words.head(`table.${name}`);
  return [{ is: "table", name, anchor: anchorOf("table", name), caption, head, rows }];
}
