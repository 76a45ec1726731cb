import { assert } from "#kit/assert";
import { canonicalJson } from "#kit/canonical-json";
import { meaningOf } from "../manifest-words.ts";
import { nearest } from "./nearest.ts";
import { entriesOf, type MapNode, type Node, plain, type Report, under } from "./tree.ts";

/** The part of JSON Schema that the manifest's schema uses. */
export type Schema = {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: { readonly [key: string]: Schema };
  readonly patternProperties?: { readonly [pattern: string]: Schema };
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Schema[];
};

/**
 * Compares a tree with a schema and reports everything that does not fit, where it stands. A
 * validator of its own because people need every finding at once, with its line and the word that
 * was meant; a test holds it against an independent validator.
 */
export function checkShape(schema: Schema, node: Node, path: string, report: Report): void {
  checkOf(schema)(schema, node, path, report);
}

type Check = (schema: Schema, node: Node, path: string, report: Report) => void;

function checkOf(schema: Schema): Check {
  if (schema.anyOf !== undefined) return checkEither;
  if (schema.enum !== undefined) return checkWord;
  switch (schema.type) {
    case "object":
      return checkMap;
    case "array":
      return checkList;
    case "string":
      return checkText;
    case "integer":
      return checkInteger;
    case "boolean":
      return checkSwitch;
    default:
      assert(false, `the checker knows no schema of type \`${schema.type}\``);
  }
}

/**
 * Of several forms the one that has the kind of the node; so its own findings are shown, not
 * "neither fits".
 */
function checkEither(schema: Schema, node: Node, path: string, report: Report): void {
  const fitting = formFor(schema, node);
  if (fitting !== undefined) checkShape(fitting, node, path, report);
  else {
    const isText = schema.anyOf?.some(({ type }) => type === "string");
    const wanted = isText ? "text or a map by language" : "a list or a map";
    report({ at: node.at, path, message: `expected ${wanted}, found ${said(node)}` });
  }
}

/** Of several forms the one that a node of this kind takes. */
export function formFor(schema: Schema, node: Node): Schema | undefined {
  const wanted = node.kind === "map" ? "object" : node.kind === "list" ? "array" : "string";
  return schema.anyOf?.find((each) => each.type === wanted);
}

function checkSwitch(_schema: Schema, node: Node, path: string, report: Report): void {
  if (node.kind === "scalar" && typeof node.value === "boolean") return;
  const message = `expected \`true\` or \`false\`, found ${said(node)}`;
  report({ at: node.at, path, message });
}

function checkWord(schema: Schema, node: Node, path: string, report: Report): void {
  const words = (schema.enum ?? []).map(String);
  if (node.kind === "scalar" && words.includes(String(node.value))) return;
  const list = words.map((word) => `\`${word}\``).join(", ");
  const suggestion = () => (node.kind === "scalar" ? nearest(node.written, words) : null);
  report({ at: node.at, path, message: `${said(node)} is not one of ${list}`, suggestion });
}

function checkMap(schema: Schema, node: Node, path: string, report: Report): void {
  if (node.kind !== "map") {
    report({ at: node.at, path, message: `expected a map, found ${said(node)}` });
    return;
  }
  const known = schema.properties ?? {};
  for (const [key, { keyAt, node: inner }] of node.entries) {
    const here = under(path, key);
    const property = Object.hasOwn(known, key) ? known[key] : byPattern(schema, key);
    if (property !== undefined) checkShape(property, inner, here, report);
    else report({ at: keyAt, path: here, ...unknownKey(schema, node, key) });
  }
  for (const key of schema.required ?? []) {
    if (node.entries.has(key)) continue;
    report({ at: node.at, path, message: `missing key \`${key}\`${inside(path)}` });
  }
  checkCount(schema.minProperties, schema.maxProperties, node.entries.size, node, path, report);
}

function unknownKey(schema: Schema, node: MapNode, key: string) {
  const [pattern] = Object.keys(schema.patternProperties ?? {});
  if (pattern !== undefined) {
    return { message: `\`${key}\` cannot stand here: expected ${meaningOf(pattern)}` };
  }
  const free = Object.keys(schema.properties ?? {}).filter((each) => !node.entries.has(each));
  return { message: `unknown key \`${key}\``, suggestion: () => nearest(key, free) };
}

function byPattern(schema: Schema, key: string): Schema | undefined {
  for (const [pattern, property] of Object.entries(schema.patternProperties ?? {})) {
    if (new RegExp(pattern, "u").test(key)) return property;
  }
  return undefined;
}

function checkList(schema: Schema, node: Node, path: string, report: Report): void {
  if (node.kind !== "list") {
    report({ at: node.at, path, message: `expected a list, found ${said(node)}` });
    return;
  }
  checkCount(schema.minItems, schema.maxItems, node.items.length, node, path, report);
  const seen = new Set<string>();
  for (const [index, item] of node.items.entries()) {
    const here = `${path}[${index}]`;
    assert(schema.items !== undefined, "a list of the schema has items");
    checkShape(schema.items, item, here, report);
    if (schema.uniqueItems !== true) continue;
    const value = canonicalJson(plain(item));
    if (seen.has(value)) {
      report({ at: item.at, path: here, message: `${said(item)} is listed twice` });
    }
    seen.add(value);
  }
}

function checkText(schema: Schema, node: Node, path: string, report: Report): void {
  if (node.kind !== "scalar" || typeof node.value !== "string") {
    const quotes = node.kind === "scalar" && node.value !== null ? "; put it in quotes" : "";
    report({ at: node.at, path, message: `expected text, found ${said(node)}${quotes}` });
    return;
  }
  // Code points, as JSON Schema counts.
  const length = [...node.value].length;
  if (length < (schema.minLength ?? 0)) {
    report({ at: node.at, path, message: "expected text, found none" });
  } else if (length > (schema.maxLength ?? Number.POSITIVE_INFINITY)) {
    const message = `${length} characters are too many: at most ${schema.maxLength}`;
    report({ at: node.at, path, message });
  } else if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(node.value)) {
    const wanted = schema.description === undefined ? "" : `: ${lowerFirst(schema.description)}`;
    report({ at: node.at, path, message: `${said(node)} does not fit${wanted}` });
  }
}

function checkInteger(schema: Schema, node: Node, path: string, report: Report): void {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  const value = node.kind === "scalar" ? node.value : null;
  const fits = typeof value === "number" && Number.isInteger(value);
  if (fits && value >= minimum && value <= maximum) return;
  const message = `expected a whole number from ${minimum} to ${maximum}, found ${said(node)}`;
  report({ at: node.at, path, message });
}

function checkCount(
  least: number | undefined,
  most: number | undefined,
  count: number,
  node: Node,
  path: string,
  report: Report,
): void {
  if (count < (least ?? 0)) {
    report({
      at: node.at,
      path,
      message: `at least ${least} needed${inside(path)}, found ${count}`,
    });
  }
  if (count > (most ?? Number.POSITIVE_INFINITY)) {
    report({
      at: node.at,
      path,
      message: `at most ${most} allowed${inside(path)}, found ${count}`,
    });
  }
}

const SAID_MAX = 60;

/** What stands there, in the words of a message. */
function said(node: Node): string {
  if (node.kind === "list") return "a list";
  if (node.kind === "map") return entriesOf(node).size === 0 ? "an empty map" : "a map";
  if (node.value === null) return "nothing";
  const written = String(node.value).replace(/\s+/g, " ");
  return written.length > SAID_MAX ? `\`${written.slice(0, SAID_MAX)}…\`` : `\`${written}\``;
}

function inside(path: string): string {
  return path === "" ? "" : ` in \`${path}\``;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}
