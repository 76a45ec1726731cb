/**
 * A YAML file as the formatter sees it: values with the comments that belong to them. Anchors and
 * aliases are gone, as in the manifest itself.
 */
export type Leaf = {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
};
export type Entry = {
  /** Null in a list. */
  readonly key: string | null;
  /** Lines of comment above it, without the number sign; an empty one is an empty line. */
  readonly before: readonly string[];
  /** Comment at the end of its line. */
  readonly beside: string | null;
  readonly node: Layout;
};
export type Group = {
  readonly kind: "map" | "list";
  readonly entries: readonly Entry[];
  /** Lines of comment after the last entry. */
  readonly after: readonly string[];
};
export type Layout = Leaf | Group;

export type DocumentLayout = {
  /** Lines of comment at the top, apart from what follows. */
  readonly head: readonly string[];
  readonly root: Layout;
  /** Lines of comment at the end. */
  readonly foot: readonly string[];
};

/** Whether a comment stands anywhere within. */
export function hasComments(node: Layout): boolean {
  if (node.kind === "scalar") return false;
  if (node.after.length > 0) return true;
  return node.entries.some(
    ({ before, beside, node: inner }) => before.length > 0 || beside !== null || hasComments(inner),
  );
}
