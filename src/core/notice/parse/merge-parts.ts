import { type Entry, type Node, type Report, under } from "./tree.ts";

/**
 * Makes one manifest of several documents: files of a folder, or parts of one stream. A section by
 * id may be spread over them, and so may the clauses, which follow each other in the order of the
 * parts; anything else is said once.
 */
export function mergeParts(parts: readonly Node[], report: Report): Node | null {
  const [first] = parts;
  if (first === undefined) return null;
  if (parts.length === 1) return first;
  const entries = new Map<string, Entry>();
  for (const part of parts) {
    if (part.kind !== "map") {
      report({ at: part.at, path: "", message: "a part of a manifest must be a map" });
      continue;
    }
    for (const [key, entry] of part.entries) {
      const known = entries.get(key);
      entries.set(key, known === undefined ? entry : joined(key, known, entry, report));
    }
  }
  return { kind: "map", at: first.at, entries };
}

function joined(key: string, first: Entry, second: Entry, report: Report): Entry {
  const [a, b] = [first.node, second.node];
  if (SPREAD.has(key) && a.kind === "map" && b.kind === "map") {
    const entries = new Map(a.entries);
    for (const [id, entry] of b.entries) {
      const known = entries.get(id);
      if (known === undefined) entries.set(id, entry);
      else sayDuplicate(id, known, entry, under(key, id), report);
    }
    return { keyAt: first.keyAt, node: { ...a, entries } };
  }
  if (key === "clauses" && a.kind === "list" && b.kind === "list") {
    return { keyAt: first.keyAt, node: { ...a, items: [...a.items, ...b.items] } };
  }
  sayDuplicate(key, first, second, key, report);
  return first;
}

const SPREAD: ReadonlySet<string> = new Set([
  "controllers",
  "contacts",
  "recipients",
  "messageClasses",
  "categories",
  "sources",
  "purposes",
  "topics",
  "families",
  "events",
  "storedItems",
  "forms",
  "jointControl",
  "decisions",
  "frameworks",
]);

function sayDuplicate(key: string, first: Entry, second: Entry, path: string, report: Report) {
  const { file, line } = first.keyAt;
  const message = `duplicate key \`${key}\`, first in ${file} on line ${line}`;
  report({ at: second.keyAt, path, message });
}
