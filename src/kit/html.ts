/**
 * HTML by tagged template. What stands in a hole is escaped for the place where the hole is; a hole
 * where escaping cannot help (an attribute without quotes, an event handler, a comment) is a
 * defect, found at the first rendering.
 */
import { assert } from "./assert.ts";
import { type Hole, holesOf } from "./html-holes.ts";

/** Markup that is safe to put into a page. Only this file makes it. */
export class Html {
  readonly #markup: string;
  readonly #raw: boolean;
  constructor(markup: string, key: symbol, raw = false) {
    assert(key === KEY, "markup is made by `html`, `raw` and `attributes` only");
    this.#markup = markup;
    this.#raw = raw;
  }
  toString(): string {
    return this.#markup;
  }
  static isRaw(html: Html): boolean {
    return html.#raw;
  }
}

/** Attributes of one element, each escaped and preceded by a space. */
export class Attributes {
  readonly #markup: string;
  constructor(markup: string, key: symbol) {
    assert(key === KEY, "attributes are made by `attributes` only");
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

const KEY = Symbol("html");

export type HtmlValue =
  | Html
  | Attributes
  | string
  | number
  | bigint
  | false
  | null
  | undefined
  | readonly HtmlValue[];

/** `null`, `undefined` and `false` show nothing; lists show their members one after the other. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const holes = holesOf(strings);
  let markup = strings[0] ?? "";
  for (let index = 0; index < values.length; index += 1) {
    const hole = holes[index];
    assert(hole !== undefined, "every value has its hole");
    markup += fill(hole, values[index]) + (strings[index + 1] ?? "");
  }
  return new Html(markup, KEY);
}

/** Markup from a trusted maker (our own files, a sanitiser). Never give it what a person typed. */
export function raw(markup: string): Html {
  return new Html(markup, KEY, true);
}

/** `true` writes the name alone; `false`, `null` and `undefined` leave the attribute out. */
export function attributes(given: {
  readonly [name: string]: string | number | boolean | null | undefined;
}): Attributes {
  let markup = "";
  for (const [name, value] of Object.entries(given)) {
    assert(/^[a-z][a-z0-9-]*$/.test(name), `\`${name}\` is no attribute name`);
    if (value === false || value === null || value === undefined) continue;
    if (value === true) markup += ` ${name}`;
    else markup += ` ${name}="${attributeText({ in: "attribute", name, start: true }, value)}"`;
  }
  return new Attributes(markup, KEY);
}

/** The text of a page or of a part of it. */
export function render(page: Html): string {
  return page.toString();
}

/** Escapes for text and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (char) => ENTITIES[char] ?? char);
}

const ENTITIES: { readonly [char: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

function fill(hole: Hole, value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map((each) => fill(hole, each)).join("");
  switch (hole.in) {
    case "text":
      assert(!(value instanceof Attributes), "attributes belong inside a tag");
      return value instanceof Html ? value.toString() : escapeHtml(String(value));
    case "tag":
      assert(value instanceof Attributes || value === "", "inside a tag use `attributes`");
      return value.toString();
    case "script":
      assert(value instanceof Html && Html.isRaw(value), "inside a script or style use `raw`");
      return value.toString();
    case "attribute":
      assert(
        !(value instanceof Html) && !(value instanceof Attributes),
        "markup does not belong into an attribute",
      );
      return attributeText(hole, value as string | number | bigint);
  }
}

const URL_ATTRIBUTES = new Set([
  "href",
  "src",
  "action",
  "formaction",
  "poster",
  "cite",
  "data",
  "xlink:href",
]);
const CODE_ATTRIBUTES = /^(on|style$|srcdoc$|srcset$)/;

/** A scheme that does nothing but lead somewhere, or no scheme at all. */
const HARMLESS_URL = /^(https?:|mailto:|tel:|[^:/?#]*([/?#]|$))/i;

function attributeText(
  hole: { readonly in: "attribute"; readonly name: string; readonly start: boolean },
  value: string | number | bigint,
): string {
  assert(!CODE_ATTRIBUTES.test(hole.name), `no values in the attribute \`${hole.name}\``);
  const text = String(value);
  if (hole.start && URL_ATTRIBUTES.has(hole.name) && !isHarmlessUrl(text)) return "about:invalid";
  return escapeHtml(text);
}

/**
 * Browsers drop control characters and blanks in front of a URL, and tabs and line ends inside it.
 */
function isHarmlessUrl(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the very characters that a browser drops.
  return HARMLESS_URL.test(text.replace(/[\u0000-\u0020]/g, ""));
}
