import type { Finding, Place } from "../finding.ts";
import { itemsOf, type MapNode, type Node, type Report, reportInto, textOf } from "./tree.ts";
import { readYaml } from "./yaml-tree.ts";

/** One file that another names, and where. */
export type Include = { readonly path: string; readonly at: Place };

/** Files that one file may name. */
export const INCLUDES_MAX = 100;

/**
 * Whether the files that an `include` names were read and stand among the files. Text that came
 * without files, such as standard input, has none to name.
 */
export type Includes = "followed" | "refused";

/**
 * The files that a file names, in order. What is wrong with it otherwise is found when all files
 * are parsed together; here it names nothing.
 */
export function includesIn(text: string, name: string): readonly Include[] {
  const found: Finding[] = [];
  return readYaml(text, name, reportInto(found)).flatMap((part) => {
    if (part.kind !== "map") return [];
    return itemsOf(part.entries.get("include")?.node).flatMap((item) => {
      const path = textOf(item);
      return path === null ? [] : [{ path, at: item.at }];
    });
  });
}

/**
 * Takes `include` out of a part: it says how a manifest lies in files, and is no part of what the
 * notice says, so that the same notice has the same hash however it lies.
 */
export function withoutInclude(part: Node, includes: Includes, report: Report): Node {
  if (part.kind !== "map") return part;
  const given = part.entries.get("include");
  if (given === undefined) return part;
  const { keyAt, node } = given;
  const items = itemsOf(node);
  if (includes === "refused") {
    const message = "text without a file of its own cannot `include` others";
    report({ at: keyAt, path: "include", message });
  } else if (node.kind !== "list" || items.length === 0) {
    report({ at: node.at, path: "include", message: "expected a list of files" });
  }
  for (const [index, item] of items.entries()) {
    if (textOf(item) !== null) continue;
    report({ at: item.at, path: `include[${index}]`, message: "expected the path of a file" });
  }
  if (items.length > INCLUDES_MAX) {
    const message = `at most ${INCLUDES_MAX} files can be included, found ${items.length}`;
    report({ at: node.at, path: "include", message });
  }
  const entries = new Map(part.entries);
  entries.delete("include");
  return { ...part, entries } satisfies MapNode;
}
