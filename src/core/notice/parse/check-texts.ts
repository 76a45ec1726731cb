import { inlinesOf, isAllowedLink, parseMarkdown } from "../markdown.ts";
import { PAGES, PLACEHOLDERS, REFERENCE_SECTIONS } from "../references.ts";
import { sectionOf } from "./check-references.ts";
import { formFor, type Schema } from "./check-shape.ts";
import { type KnownIds, textsOf } from "./known-ids.ts";
import { nearest } from "./nearest.ts";
import {
  child,
  type Entry,
  itemsOf,
  type Node,
  type Report,
  type Suggest,
  textOf,
  under,
} from "./tree.ts";

/** Reports missing and odd translations, and what cannot stand in the prose of clauses. */
export function checkTexts(schema: Schema, root: Node, known: KnownIds, report: Report): void {
  const languages = textsOf(child(root, "languages"));
  if (languages.length === 0) return;
  visitTexts(schema, root, "", (node, path) => checkLanguages(node, path, languages, report));
  for (const { node, path } of known.clauses) {
    const body = child(node, "body");
    if (body === undefined) continue;
    const entries = body.kind === "map" ? [...body.entries] : [];
    for (const [language, { node: prose }] of entries) {
      checkProse(prose, `${path}.body.${language}`, known, report);
    }
    if (body.kind === "scalar") checkProse(body, `${path}.body`, known, report);
  }
}

/** Texts are where the schema leaves the choice between a string and a map by language. */
function visitTexts(
  schema: Schema,
  node: Node,
  path: string,
  visit: (node: Node, path: string) => void,
): void {
  if (schema.anyOf !== undefined) {
    const isText = schema.anyOf.some(({ type }) => type === "string");
    const form = formFor(schema, node);
    if (isText) visit(node, path);
    else if (form !== undefined) visitTexts(form, node, path, visit);
    return;
  }
  if (node.kind === "list" && schema.items !== undefined) {
    for (const [index, item] of itemsOf(node).entries()) {
      visitTexts(schema.items, item, `${path}[${index}]`, visit);
    }
  }
  if (node.kind !== "map") return;
  const [things] = Object.values(schema.patternProperties ?? {});
  for (const [key, entry] of node.entries) {
    const inner = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key] : things;
    if (inner !== undefined) visitTexts(inner, entry.node, under(path, key), visit);
  }
}

function checkLanguages(
  node: Node,
  path: string,
  languages: readonly string[],
  report: Report,
): void {
  if (node.kind === "scalar" && languages.length > 1 && typeof node.value === "string") {
    const list = languages.map((language) => `\`${language}\``).join(", ");
    report({ at: node.at, path, message: `expected a map with the languages ${list}` });
  }
  if (node.kind !== "map") return;
  for (const language of languages) {
    if (node.entries.has(language)) continue;
    const message = `missing translation \`${language}\` of \`${path}\``;
    report({ at: placeOf(node.entries) ?? node.at, path, message });
  }
  for (const [language, { keyAt }] of node.entries) {
    if (languages.includes(language)) continue;
    const missing = languages.filter((each) => !node.entries.has(each));
    const message = `\`${language}\` is not among the languages of the notice`;
    report({
      at: keyAt,
      path: under(path, language),
      message,
      suggestion: () => nearest(language, missing),
    });
  }
}

function placeOf(entries: ReadonlyMap<string, Entry>) {
  return [...entries.values()][0]?.keyAt;
}

type Say = (message: string, suggestion?: Suggest) => void;

function checkProse(node: Node, path: string, known: KnownIds, report: Report): void {
  const prose = textOf(node);
  if (prose === null) return;
  const blocks = parseMarkdown(prose);
  const say: Say = (message, suggestion) =>
    report({ at: node.at, path, message, ...(suggestion === undefined ? {} : { suggestion }) });
  for (const block of blocks) {
    if (block.is !== "placeholder" || isPlaceholder(block.name)) continue;
    say(`unknown placeholder \`{{${block.name}}}\``, () => nearest(block.name, PLACEHOLDERS));
  }
  for (const inline of inlinesOf(blocks)) {
    if (inline.is === "link" && !isAllowedLink(inline.href)) {
      say(`link \`${inline.href}\` is refused: only http, https and mailto may stand in prose`);
    }
    if (inline.is === "reference") checkReference(inline.kind, inline.id, known, say);
    if (inline.is === "text") checkLeftover(inline.text, say);
  }
}

/** What still looks like a placeholder in plain text is one in the wrong place or misspelt. */
function checkLeftover(text: string, say: Say) {
  for (const [whole, name = ""] of text.matchAll(/\{\{\s*([^{}]{0,100}?)\s*\}\}/g)) {
    if (isPlaceholder(name)) say(`placeholder \`${whole}\` must stand alone in its paragraph`);
    else
      say(`\`${whole}\` is neither a placeholder nor a reference`, () =>
        nearest(name, PLACEHOLDERS),
      );
  }
}

function checkReference(kind: string, id: string, known: KnownIds, say: Say): void {
  if (kind === "page") {
    const pages: readonly string[] = PAGES;
    if (!pages.includes(id)) say(`there is no page \`${id}\``, () => nearest(id, PAGES));
    return;
  }
  const section = sectionOf(kind);
  if (section === null) {
    const kinds = [...Object.keys(REFERENCE_SECTIONS), "right", "clause", "page"];
    say(`\`{{${kind}:${id}}}\` is no kind of reference`, () => nearest(kind, kinds));
    return;
  }
  const ids = known.in(section);
  if (!ids.has(id)) say(`\`${id}\` is not declared in \`${section}\``, () => nearest(id, ids));
}

function isPlaceholder(name: string): boolean {
  const names: readonly string[] = PLACEHOLDERS;
  return names.includes(name);
}
