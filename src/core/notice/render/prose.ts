import type { Block, Inline } from "../markdown.ts";
import type { Text } from "../notice.ts";
import type { PageName } from "../references.ts";
import { anchorOf, type Links, link, named, type Part, type Run, text } from "./parts.ts";
import type { Words } from "./words.ts";

/** Makes parts of prose: links know whether they leave, references their names and anchors. */
export class Prose {
  readonly #words: Words;
  readonly #links: Links;
  /** Kinds of things that have a row to link to. */
  readonly #anchored: ReadonlySet<string>;

  constructor(words: Words, links: Links, anchored: ReadonlySet<string>) {
    this.#words = words;
    this.#links = links;
    this.#anchored = anchored;
  }

  /** @param table makes the parts of a placeholder. */
  parts(blocks: readonly Block[], table: (name: string) => readonly Part[]): readonly Part[] {
    return blocks.flatMap((block): readonly Part[] => {
      if (block.is === "placeholder") return table(block.name);
      if (block.is === "paragraph") return [{ is: "paragraph", runs: this.runs(block.inner) }];
      const items = block.items.map((item) => this.runs(item));
      return [{ is: "list", ordered: block.ordered, items }];
    });
  }

  runs(inlines: readonly Inline[]): readonly Run[] {
    return inlines.map((inline): Run => {
      if (inline.is === "text") return text(inline.text);
      if (inline.is === "reference") return this.#reference(inline.kind, inline.id);
      const runs = this.runs(inline.inner);
      if (inline.is !== "link") return { is: inline.is, runs };
      return { is: "link", href: inline.href, leaves: this.#words.leaves(inline.href), runs };
    });
  }

  #reference(kind: string, id: string): Run {
    const { notice } = this.#words;
    if (kind === "page") {
      return link(this.#links[id as PageName], this.#words.runs(`page.${id as PageName}`));
    }
    if (kind === "clause")
      return link(`#${id}`, this.#words.text(notice.clauses.get(id)?.title ?? {}));
    const name = this.#nameOf(kind, id);
    return this.#anchored.has(kind) ? link(`#${anchorOf(kind, id)}`, name) : named(name);
  }

  /** Things whose name is a text of the notice. */
  #thingsOf(kind: string): ReadonlyMap<string, { readonly name: Text }> {
    const { notice } = this.#words;
    if (kind === "source") return notice.sources;
    if (kind === "joint-control") return notice.jointControl;
    return kind === "decision" ? notice.decisions : notice.forms;
  }

  #nameOf(kind: string, id: string): string {
    const { notice } = this.#words;
    switch (kind) {
      case "contact":
        return notice.contacts.find((contact) => contact.id === id)?.email ?? id;
      case "controller":
        return notice.controllers.get(id)?.name ?? id;
      case "stored-item":
        return notice.storedItems.get(id)?.item ?? id;
      case "right":
        return this.#words.right(id);
      case "purpose":
        return this.#words.purpose(id);
      case "category":
        return this.#words.categories([id]);
      case "recipient":
        return this.#words.recipient(id);
      case "topic":
        return this.#words.topic(id);
      case "framework": {
        const framework = notice.frameworks.get(id)?.framework;
        return framework === undefined ? id : this.#words.say(`framework.${framework}`);
      }
      default: {
        const thing = this.#thingsOf(kind).get(id);
        return thing === undefined ? id : this.#words.text(thing.name);
      }
    }
  }
}
