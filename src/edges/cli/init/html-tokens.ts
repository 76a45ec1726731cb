export type Token =
  | { readonly is: "open"; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly is: "close"; readonly name: string }
  | { readonly is: "text"; readonly text: string };

const TOKENS_MAX = 200_000;
const ATTRIBUTES_MAX = 100;

/**
 * The tags and texts of somebody's page, as far as they can be told apart. Forgiving, since pages
 * are as they are; always moving forward, so that no page takes more than one pass. Not a browser:
 * what scripts would write is not there.
 */
export function* tokensOf(html: string): Generator<Token> {
  const lower = html.toLowerCase();
  let index = 0;
  for (let count = 0; index < html.length && count < TOKENS_MAX; count += 1) {
    const start = html.indexOf("<", index);
    const end = start === -1 ? html.length : start;
    if (end > index) yield { is: "text", text: decoded(html.slice(index, end)) };
    if (start === -1) return;
    const tag = tagAt(html, start);
    if (tag === null) {
      index = afterOther(html, start);
      continue;
    }
    yield tag.token;
    index = tag.end;
    const { token } = tag;
    if (token.is === "open" && RAW.has(token.name)) {
      const close = lower.indexOf(`</${token.name}`, index);
      index = close === -1 ? html.length : close;
    }
  }
}

/** Elements whose content is no markup. */
const RAW = new Set(["script", "style", "noscript", "template"]);

/** A comment, a declaration, or a `<` that stands for itself. */
function afterOther(html: string, start: number): number {
  const mark = html.startsWith("<!--", start)
    ? "-->"
    : /[!?/]/.test(html.charAt(start + 1))
      ? ">"
      : "";
  if (mark === "") return start + 1;
  const end = html.indexOf(mark, start + 2);
  return end === -1 ? html.length : end + mark.length;
}

const NAME = /[a-z][a-z0-9:-]*/iy;
const ATTRIBUTE = /[^\s"'<>/=]+/y;

function tagAt(
  html: string,
  start: number,
): { readonly token: Token; readonly end: number } | null {
  const isClosing = html.charAt(start + 1) === "/";
  NAME.lastIndex = start + (isClosing ? 2 : 1);
  const name = NAME.exec(html)?.[0].toLowerCase();
  if (name === undefined) return null;
  const attributes = new Map<string, string>();
  let index = NAME.lastIndex;
  while (index < html.length && html.charAt(index) !== ">") {
    ATTRIBUTE.lastIndex = index;
    const key = ATTRIBUTE.exec(html)?.[0].toLowerCase();
    if (key === undefined) {
      index += 1;
      continue;
    }
    const value = valueAt(html, ATTRIBUTE.lastIndex);
    if (attributes.size < ATTRIBUTES_MAX && !attributes.has(key)) {
      attributes.set(key, decoded(value.text));
    }
    index = value.end;
  }
  const token: Token = isClosing ? { is: "close", name } : { is: "open", name, attributes };
  return { token, end: index + 1 };
}

const EQUALS = /\s*=\s*/y;
const UNQUOTED = /[^\s>]*/y;

function valueAt(html: string, start: number): { readonly text: string; readonly end: number } {
  EQUALS.lastIndex = start;
  if (EQUALS.exec(html) === null) return { text: "", end: start };
  const from = EQUALS.lastIndex;
  const quote = html.charAt(from);
  if (quote === '"' || quote === "'") {
    const close = html.indexOf(quote, from + 1);
    const end = close === -1 ? html.length : close;
    return { text: html.slice(from + 1, end), end: end + 1 };
  }
  UNQUOTED.lastIndex = from;
  const text = UNQUOTED.exec(html)?.[0] ?? "";
  return { text, end: Math.max(from + text.length, start + 1) };
}

const ENTITIES: { readonly [name: string]: string } = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? whole;
    const isHex = name.charAt(1).toLowerCase() === "x";
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
