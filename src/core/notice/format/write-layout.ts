import type { Schema } from "../parse/check-shape.ts";
import { type DocumentLayout, type Entry, type Group, hasComments, type Layout } from "./layout.ts";
import { blockText, scalarText } from "./scalars.ts";

/** Columns of a line. Prose is broken there; a long word or address is not. */
const WIDTH = 110;
/** A map of lists can be read on one line; deeper things cannot. */
const FLOW_LEVELS_MAX = 2;

export function writeDocument(document: DocumentLayout, schema: Schema): string {
  const { root, foot } = document;
  const head = commentLines(document.head, 0);
  const first = root.kind === "scalar" ? undefined : orderedEntries(root, schema)[0];
  // The head is set apart, so that it never becomes the comment of whatever comes first.
  const isApart = head.length > 0 && first !== undefined;
  const body =
    root.kind === "scalar"
      ? root.value === null
        ? []
        : [scalarText(root.value, false)]
      : blockLines(root, schema, 0, 2);
  const end = commentLines(foot, 0);
  const lines = [
    ...head,
    ...(isApart ? [""] : []),
    ...body,
    ...(end.length > 0 && body.length > 0 ? [""] : []),
    ...end,
  ];
  const kept = squeezed(lines);
  return kept.length === 0 ? "" : `${kept.join("\n")}\n`;
}

/** No empty line at the edges, and never two after each other. */
function squeezed(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const line of lines) {
    if (line === "" && (kept.at(-1) ?? "") === "") continue;
    kept.push(line);
  }
  while (kept.at(-1) === "") kept.pop();
  return kept;
}

/**
 * @param airy levels at which entries that take several lines are set apart by an empty line.
 */
function blockLines(
  group: Group,
  schema: Schema | null,
  indent: number,
  airy: number,
): readonly string[] {
  const written = orderedEntries(group, schema).map((entry) => ({
    entry,
    lines: entryLines(entry, schemaOf(schema, entry.key), indent, airy),
  }));
  const lines: string[] = [];
  for (const [index, { entry, lines: own }] of written.entries()) {
    const previous = written[index - 1];
    const isLong = own.length > 1 || (previous?.lines.length ?? 0) > 1;
    const comments = entry.before.length > 0;
    if (index > 0 && airy > 0 && (isLong || comments)) lines.push("");
    lines.push(...own);
  }
  return [...lines, ...commentLines(group.after, indent)];
}

function entryLines(
  entry: Entry,
  schema: Schema | null,
  indent: number,
  airy: number,
): readonly string[] {
  const { key, node, beside } = entry;
  const lead = " ".repeat(indent) + (key === null ? "-" : `${scalarText(key, false)}:`);
  const comment = beside === null ? "" : ` #${beside}`;
  const flow = flowText(node, schema, lead.length + 1, comment.length);
  if (flow !== null) return [...commentLines(entry.before, indent), `${lead} ${flow}${comment}`];
  if (beside !== null) {
    // Beside what takes several lines it would be read as said of the first of them.
    const above = { ...entry, before: [...entry.before, beside], beside: null };
    return entryLines(above, schema, indent, airy);
  }
  const above = commentLines(entry.before, indent);
  if (node.kind === "scalar") {
    const text = String(node.value);
    const block = blockText(text, indent + 2, WIDTH);
    if (block === null) return [...above, `${lead} ${scalarText(node.value, false)}`];
    const [mark = "", ...rest] = block;
    return [...above, `${lead} ${mark}`, ...rest];
  }
  if (key !== null) {
    return [...above, lead, ...blockLines(node, schema, indent + 2, airy - 1)];
  }
  return [...above, ...itemLines(node, schema, indent, airy)];
}

/** A map in a list begins beside its dash; what stood above its first key stands above the dash. */
function itemLines(
  node: Group,
  schema: Schema | null,
  indent: number,
  airy: number,
): readonly string[] {
  const [first, ...others] = orderedEntries(node, schema);
  if (first === undefined) return [];
  const above = commentLines(first.before, indent);
  const entries = [{ ...first, before: [] }, ...others];
  const inner = blockLines({ ...node, entries }, schema, indent + 2, airy - 2);
  const [line = "", ...rest] = inner;
  return [...above, `${" ".repeat(indent)}- ${line.trimStart()}`, ...rest];
}

/** On one line, or null where it does not fit or would be hard to read. */
function flowText(
  node: Layout,
  schema: Schema | null,
  column: number,
  comment: number,
): string | null {
  if (node.kind === "scalar") {
    if (typeof node.value === "string" && node.value.includes("\n")) {
      if (blockText(node.value, 0, WIDTH) !== null) return null;
    }
    const text = scalarText(node.value, false);
    const canBreak = typeof node.value === "string" && blockText(node.value, 0, 1) !== null;
    return canBreak && column + text.length + comment > WIDTH ? null : text;
  }
  if (node.entries.length > 0) {
    if (isSection(schema) || hasComments(node) || levelsOf(node) > FLOW_LEVELS_MAX) return null;
    if (hasLines(node)) return null;
  }
  const text = inFlow(node, schema);
  return column + text.length + comment > WIDTH && node.entries.length > 0 ? null : text;
}

/** Sections and clauses are read from top to bottom, however short they are. */
function isSection(schema: Schema | null): boolean {
  return schema?.maxProperties !== undefined || schema?.items?.required?.includes("title") === true;
}

function levelsOf(node: Layout): number {
  if (node.kind === "scalar") return 0;
  return 1 + Math.max(0, ...node.entries.map((entry) => levelsOf(entry.node)));
}

function hasLines(node: Layout): boolean {
  if (node.kind !== "scalar") return node.entries.some((entry) => hasLines(entry.node));
  return typeof node.value === "string" && node.value.includes("\n");
}

function inFlow(node: Layout, schema: Schema | null): string {
  if (node.kind === "scalar") return scalarText(node.value, true);
  const parts = orderedEntries(node, schema).map(({ key, node: inner }) => {
    const text = inFlow(inner, schemaOf(schema, key));
    return key === null ? text : `${scalarText(key, true)}: ${text}`;
  });
  if (node.kind === "list") return `[${parts.join(", ")}]`;
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

/**
 * Keys in the order of the schema, unknown ones last; ids and items keep theirs, for it is the
 * order in which they are shown.
 */
function orderedEntries({ entries }: Group, schema: Schema | null): readonly Entry[] {
  const keys = Object.keys(schema?.properties ?? {});
  if (keys.length === 0) return entries;
  const place = (key: string | null) => {
    const index = keys.indexOf(key ?? "");
    return index < 0 ? keys.length : index;
  };
  return [...entries].sort((a, b) => place(a.key) - place(b.key));
}

/** Of a form that may be a text or a map, the map has no order of its own. */
function schemaOf(schema: Schema | null, key: string | null): Schema | null {
  if (schema === null) return null;
  if (key === null) return schema.items ?? null;
  const known = schema.properties ?? {};
  if (Object.hasOwn(known, key)) return known[key] ?? null;
  const [thing = null] = Object.values(schema.patternProperties ?? {});
  if (thing !== null) return thing;
  const form = schema.anyOf?.find((each) => each.type === "object");
  const isText = schema.anyOf?.some((each) => each.type === "string") ?? false;
  return form === undefined || isText ? null : schemaOf(form, key);
}

function commentLines(lines: readonly string[], indent: number): readonly string[] {
  return lines.map((line) => (line === "" ? "" : `${" ".repeat(indent)}#${line.trimEnd()}`));
}
