import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Pair,
  parseAllDocuments,
} from "yaml";
import { assert } from "#kit/assert";
import type { DocumentLayout, Entry, Group, Layout, Leaf } from "./layout.ts";

/** Reads text that `readYaml` found nothing wrong with, comments included. */
export function readLayout(text: string): readonly DocumentLayout[] {
  const documents = parseAllDocuments(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  if ("empty" in documents) return [{ head: [], root: NOTHING, foot: linesOf(documents.comment) }];
  return documents.map(documentLayout);
}

type Commented = { readonly commentBefore?: string | null; readonly comment?: string | null };

function documentLayout(document: Document.Parsed): DocumentLayout {
  const foot = linesOf(document.comment);
  const { contents } = document;
  if (contents === null) {
    return { head: linesOf(document.commentBefore), root: NOTHING, foot };
  }
  const given = below(ownBefore(contents), layoutOf(contents, document));
  const apart = linesOf(document.commentBefore);
  // Where an empty line sets the head apart, what follows it is said of the first entry.
  const { above, root } = apart.length > 0 ? { above: [], root: given } : beheaded(given);
  const head = [...apart, ...above];
  if (!isScalar(contents)) return { head, root, foot };
  return { head: [...head, ...ownBefore(contents), ...linesOf(contents.comment)], root, foot };
}

/**
 * What stands above the first entry of a file is said of the file; after an empty line it is said
 * of the entry.
 */
function beheaded(root: Layout): { readonly above: readonly string[]; readonly root: Layout } {
  if (root.kind === "scalar") return { above: [], root };
  const [first, ...others] = root.entries;
  if (first === undefined) return { above: [], root };
  const { before } = first;
  const end = before.lastIndexOf("");
  const [above, own] = end < 0 ? [before, []] : [before.slice(0, end), before.slice(end + 1)];
  return { above, root: { ...root, entries: [{ ...first, before: own }, ...others] } };
}

const NOTHING: Leaf = { kind: "scalar", value: null };

/** Lines of a comment, without spaces at their ends. */
function linesOf(comment: string | null | undefined): readonly string[] {
  if (comment === null || comment === undefined) return [];
  // The reader gives a lone number sign as a space, so that it is told from an empty line.
  return comment.split("\n").map((line) => line.trimEnd() || line.slice(0, 1));
}

/** What stands above a node; of a block collection that is what stands above its first entry. */
function ownBefore(node: unknown): readonly string[] {
  return linesOf((node as Commented).commentBefore);
}

function layoutOf(given: unknown, document: Document): Layout {
  if (isAlias(given)) {
    const target = given.resolve(document);
    assert(target !== undefined, "an alias without an anchor was refused before");
    return withoutComments(layoutOf(target, document));
  }
  if (isScalar(given)) return { kind: "scalar", value: given.value as Leaf["value"] };
  assert(isCollection(given), "a YAML node is an alias, a map, a list or a scalar");
  const entries = given.items.map((item) => {
    return isPair(item) ? pairEntry(item, document) : entryOf(null, [], item, document);
  });
  const after = given.flow === true ? [] : linesOf(given.comment);
  return { kind: isMap(given) ? "map" : "list", entries, after };
}

function pairEntry({ key, value }: Pair, document: Document): Entry {
  assert(isScalar(key) && typeof key.value === "string", "keys that are no text were refused");
  const before = [...linesOf(key.commentBefore), ...linesOf(key.comment)];
  return entryOf(key.value, before, value, document);
}

/** The comment of a scalar or of a list on one line stands beside it; more than a line, above. */
function entryOf(
  key: string | null,
  above: readonly string[],
  value: unknown,
  document: Document,
): Entry {
  if (value === null) return { key, before: above, beside: null, node: NOTHING };
  const node = layoutOf(value, document);
  const own = ownBefore(value);
  const isBlock = isCollection(value) && value.flow !== true && value.items.length > 0;
  const comment = isBlock ? [] : linesOf((value as Commented).comment);
  const [beside = null, ...more] = comment;
  if (isBlock && key !== null) return { key, before: above, beside: null, node: below(own, node) };
  const before = [...above, ...own];
  return more.length === 0
    ? { key, before, beside, node }
    : { key, before: [...before, ...comment], beside: null, node };
}

/** A comment between a key and its first entry belongs to the entry. */
function below(comment: readonly string[], node: Layout): Layout {
  if (comment.length === 0 || node.kind === "scalar") return node;
  const [first, ...others] = node.entries;
  if (first === undefined) return { ...node, after: [...comment, ...node.after] };
  return { ...node, entries: [{ ...first, before: [...comment, ...first.before] }, ...others] };
}

/** What an alias stands for is written out; its comments stay where they were. */
function withoutComments(node: Layout): Layout {
  if (node.kind === "scalar") return node;
  const entries = node.entries.map((entry) => ({
    ...entry,
    before: [],
    beside: null,
    node: withoutComments(entry.node),
  }));
  return { ...node, entries, after: [] } satisfies Group;
}
