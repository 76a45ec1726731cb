import { canonicalJson, type Json } from "#kit/canonical-json";
import type { Finding, Place } from "../finding.ts";

/**
 * A YAML value and where each part of it stands. Aliases are gone: what they meant stands in their
 * place.
 */
export type Node =
  | { readonly kind: "map"; readonly at: Place; readonly entries: ReadonlyMap<string, Entry> }
  | { readonly kind: "list"; readonly at: Place; readonly items: readonly Node[] }
  | {
      readonly kind: "scalar";
      readonly at: Place;
      readonly value: string | number | boolean | null;
      /** As it is written, without quotes. */
      readonly written: string;
    };

export type Entry = { readonly keyAt: Place; readonly node: Node };
export type MapNode = Extract<Node, { kind: "map" }>;

/** Finds what was probably meant. */
export type Suggest = () => string | null;

/** Takes what is wrong. */
export type Report = (finding: {
  readonly at: Place;
  readonly path: string;
  readonly message: string;
  readonly suggestion?: Suggest;
}) => void;

/**
 * Comparing a word with all that are known takes time. Nobody reads more suggestions than these; a
 * hostile file has a hundred thousand wrong words.
 */
const SUGGESTIONS_MAX = 500;

export function reportInto(findings: Finding[]): Report {
  return ({ at, path, message, suggestion }) => {
    const suggest = findings.length < SUGGESTIONS_MAX ? suggestion : undefined;
    findings.push({ ...at, path, message, suggestion: suggest?.() ?? null });
  };
}

/** `a` + `b` -> `a.b`. */
export function under(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

export function child(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === "map" ? node.entries.get(key)?.node : undefined;
}

export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === "list" ? node.items : [];
}

export function entriesOf(node: Node | undefined): ReadonlyMap<string, Entry> {
  return node?.kind === "map" ? node.entries : NO_ENTRIES;
}

const NO_ENTRIES: ReadonlyMap<string, Entry> = new Map();

/** The text of a scalar that is one, else null. */
export function textOf(node: Node | undefined): string | null {
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : null;
}

/** The value as plain JSON. Keys are own properties even where they are called `__proto__`. */
export function plain(node: Node): Json {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plain(entry.node)]));
}

/** Whether two nodes say the same. */
export function sameValue(a: Node, b: Node): boolean {
  return canonicalJson(plain(a)) === canonicalJson(plain(b));
}

/**
 * Calls `visit` for every node that fits a path such as `recipients.*.discloses[].purpose`: `*` is
 * every key of a map, `[]` every item of a list.
 */
export function visitPath(
  root: Node,
  wanted: string,
  visit: (node: Node, path: string) => void,
): void {
  const steps = wanted.match(/\[\]|[^.[\]]+/g) ?? [];
  let found: readonly (readonly [Node, string])[] = [[root, ""]];
  for (const step of steps) found = found.flatMap(([node, path]) => next(node, path, step));
  for (const [node, path] of found) visit(node, path);
}

function next(node: Node, path: string, step: string): (readonly [Node, string])[] {
  if (step === "[]") return itemsOf(node).map((item, index) => [item, `${path}[${index}]`]);
  if (step === "*") {
    return [...entriesOf(node)].map(([key, entry]) => [entry.node, under(path, key)]);
  }
  const found = child(node, step);
  return found === undefined ? [] : [[found, under(path, step)]];
}

/** Where a path of the manifest stands; the nearest part above it where it does not exist. */
export function placeIn(root: Node, path: string): Place {
  let node: Node = root;
  let at = root.at;
  for (const step of path.match(/\[\d+\]|[^.[\]]+/g) ?? []) {
    const index = /^\[(\d+)\]$/.exec(step)?.[1];
    const entry = index === undefined ? entriesOf(node).get(step) : undefined;
    const item = index === undefined ? entry?.node : itemsOf(node)[Number(index)];
    if (item === undefined) return at;
    at = entry?.keyAt ?? item.at;
    node = item;
  }
  return at;
}
