import { BUILT_IN_CATEGORY_IDS, BUILT_IN_PURPOSE_IDS } from "../built-in.ts";
import { PRACTICES } from "../references.ts";
import { child, entriesOf, itemsOf, type Node, textOf, under } from "./tree.ts";

export type ClauseNode = { readonly id: string; readonly node: Node; readonly path: string };

/** Ids that a manifest declares, by section, with the built-in ones. */
export class KnownIds {
  readonly #root: Node;
  readonly #bySection = new Map<string, ReadonlySet<string>>();
  readonly clauses: readonly ClauseNode[];

  constructor(root: Node) {
    this.#root = root;
    this.clauses = clausesUnder(root, "");
  }

  in(section: string): ReadonlySet<string> {
    const known = this.#bySection.get(section);
    if (known !== undefined) return known;
    const ids = new Set(this.#idsIn(section));
    this.#bySection.set(section, ids);
    return ids;
  }

  #idsIn(section: string): Iterable<string> {
    if (section === "clauses") return this.clauses.map(({ id }) => id);
    if (section === "practices") return PRACTICES;
    if (section === "regimes") return textsOf(child(this.#root, "regimes"));
    if (section === "rights") return textsOf(child(child(this.#root, "rights"), "offered"));
    if (section === "sites") return sitesOf(child(this.#root, "sites"));
    const declared = entriesOf(child(this.#root, section)).keys();
    if (section === "purposes") return [...declared, ...BUILT_IN_PURPOSE_IDS];
    if (section === "categories") return [...declared, ...BUILT_IN_CATEGORY_IDS];
    return declared;
  }
}

/** Hosts, whether they are listed or each has something said of it. */
function sitesOf(node: Node | undefined): Iterable<string> {
  return node?.kind === "map" ? node.entries.keys() : textsOf(node);
}

export function textsOf(list: Node | undefined): readonly string[] {
  return itemsOf(list)
    .map(textOf)
    .filter((each) => each !== null);
}

/** All clauses in the order of reading. */
function clausesUnder(node: Node, path: string): readonly ClauseNode[] {
  return itemsOf(child(node, "clauses")).flatMap((clause, index) => {
    const here = `${under(path, "clauses")}[${index}]`;
    const id = textOf(child(clause, "id"));
    const inner = clausesUnder(clause, here);
    return id === null ? inner : [{ id, node: clause, path: here }, ...inner];
  });
}
