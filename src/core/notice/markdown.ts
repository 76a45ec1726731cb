/**
 * The small Markdown of clause bodies: paragraphs, lists of one level, `**strong**`, `*emphasis*`,
 * `[links](https://…)`, placeholders such as `{{purposes}}` alone in a paragraph, and references
 * such as `{{purpose:marketing}}`. Everything else is text. Markup of other kinds, HTML among it,
 * has no meaning here and is shown as it is written.
 */
export type Inline =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "strong" | "emphasis"; readonly inner: readonly Inline[] }
  | { readonly is: "link"; readonly href: string; readonly inner: readonly Inline[] }
  | { readonly is: "reference"; readonly kind: string; readonly id: string };

export type Block =
  | { readonly is: "paragraph"; readonly inner: readonly Inline[] }
  | {
      readonly is: "list";
      readonly ordered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  | { readonly is: "placeholder"; readonly name: string };

/** Links that may stand in prose: they lead somewhere and do nothing else. */
const LINK = /^(https?:\/\/|mailto:)[^\s<>"'`\\]+$/i;

export function isAllowedLink(href: string): boolean {
  return LINK.test(href);
}

export function parseMarkdown(text: string): readonly Block[] {
  const paragraphs = text.replace(/\r\n?/g, "\n").split(/\n[ \t]*(?:\n[ \t]*)+/);
  return paragraphs
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .flatMap(blocksOf);
}

const BULLET = /^[-*] +/;
const NUMBER = /^\d{1,9}[.)] +/;

/** A list may follow its introduction without a blank line, as people write it. */
function blocksOf(paragraph: string): readonly Block[] {
  const placeholder = /^\{\{([a-z-]+)\}\}$/.exec(paragraph)?.[1];
  if (placeholder !== undefined) return [{ is: "placeholder", name: placeholder }];
  const blocks: { mark: RegExp | null; lines: string[] }[] = [];
  for (const line of paragraph.split("\n")) {
    const trimmed = line.trim();
    const mark = BULLET.test(trimmed) ? BULLET : NUMBER.test(trimmed) ? NUMBER : null;
    const last = blocks.at(-1);
    // An indented line goes on with the item above it, and so does any line of a paragraph.
    if (mark !== null) {
      if (last?.mark === mark) last.lines.push(trimmed.replace(mark, ""));
      else blocks.push({ mark, lines: [trimmed.replace(mark, "")] });
    } else if (last === undefined) blocks.push({ mark, lines: [trimmed] });
    else last.lines[last.lines.length - 1] += ` ${trimmed}`;
  }
  return blocks.map(({ mark, lines }) =>
    mark === null
      ? { is: "paragraph", inner: parseInline(lines.join(" ")) }
      : { is: "list", ordered: mark === NUMBER, items: lines.map((line) => parseInline(line)) },
  );
}

/** Characters that a backslash takes the meaning from. */
const ESCAPABLE = "\\*[]{}-.)";

export function parseInline(text: string): readonly Inline[] {
  const found: Inline[] = [];
  let plain = "";
  let index = 0;
  const flush = () => {
    if (plain !== "") found.push({ is: "text", text: plain });
    plain = "";
  };
  while (index < text.length) {
    const char = text.charAt(index);
    const following = text.charAt(index + 1);
    if (char === "\\" && following !== "" && ESCAPABLE.includes(following)) {
      plain += following;
      index += 2;
      continue;
    }
    const markup = "*[{".includes(char) ? markupAt(text, index) : null;
    if (markup === null) {
      plain += char;
      index += 1;
      continue;
    }
    flush();
    found.push(markup.inline);
    index = markup.end;
  }
  flush();
  return found;
}

type Markup = { readonly inline: Inline; readonly end: number };

// Sticky expressions that cannot backtrack over more than one piece of markup: the time stays
// proportional to the text.
const REFERENCE = /\{\{([a-z-]+):([a-z0-9.-]+)\}\}/y;
const LINKED = /\[([^[\]]{1,500})\]\(([^()\s]{1,2000})\)/y;
const STRONG = /\*\*(?=[^\s*])((?:[^*\\]|\\.|\*(?!\*)){1,2000}?)\*\*/y;
const EMPHASIS = /\*(?=[^\s*])((?:[^*\\]|\\.|\*\*){1,2000}?)\*(?!\*)/y;

function markupAt(text: string, index: number): Markup | null {
  const at = (expression: RegExp) => {
    expression.lastIndex = index;
    const match = expression.exec(text);
    return match === null ? null : { parts: match.slice(1), end: index + match[0].length };
  };
  const reference = at(REFERENCE);
  if (reference !== null) {
    const [kind = "", id = ""] = reference.parts;
    return { inline: { is: "reference", kind, id }, end: reference.end };
  }
  const link = at(LINKED);
  if (link !== null) {
    const [label = "", href = ""] = link.parts;
    return { inline: { is: "link", href, inner: parseInline(label) }, end: link.end };
  }
  for (const [is, expression] of [
    ["strong", STRONG],
    ["emphasis", EMPHASIS],
  ] as const) {
    const match = at(expression);
    if (match === null) continue;
    return { inline: { is, inner: parseInline(match.parts[0] ?? "") }, end: match.end };
  }
  return null;
}

/** All inline parts of a text, from outside to inside. */
export function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block) => {
    if (block.is === "placeholder") return [];
    return block.is === "list" ? block.items.flatMap(deep) : deep(block.inner);
  });
}

function deep(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline) =>
    "inner" in inline ? [inline, ...deep(inline.inner)] : inline,
  );
}
