/** How a scalar is written: plain where nobody can misread it, else in double quotes. */

/** Begins like a word, a path, a date or a period, and holds nothing that YAML gives a meaning. */
const PLAIN =
  /^(?:[\p{L}_/]|\d{4}-\d{2}-\d{2}$|\d+ \p{L})[\p{L}\p{M}\p{N} _./,;()'’“”«»„‘!?+=@&%$€£–—…·:#"\u00a0\u202f[\]{}-]*$/u;

/** Words that mean something else than text, in any YAML that a reader might use. */
const OTHER = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

/** What ends a plain scalar: a colon or number sign at an edge of a word, a space at the end. */
const ENDS = /:(?: |$)| #|[ \u00a0]$/;

const FLOW_SIGNS = /[,[\]{}]/;

export function isPlain(text: string, inFlow: boolean): boolean {
  if (!PLAIN.test(text) || OTHER.test(text) || ENDS.test(text)) return false;
  return !inFlow || !FLOW_SIGNS.test(text);
}

export function scalarText(value: string | number | boolean | null, inFlow: boolean): string {
  if (typeof value !== "string") return Object.is(value, -0) ? "-0" : String(value);
  return isPlain(value, inFlow) ? value : quoted(value);
}

/** As JSON writes it, and what a reader cannot see by its number. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{Cc}\u00ad\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Signs that a block scalar cannot show, or that its reading would change. */
const NOT_IN_BLOCK = /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;

/**
 * Text of several lines as it stands, or a long line in lines of `width`; null where neither says
 * the same.
 * @param indent columns before each line.
 */
export function blockText(text: string, indent: number, width: number): readonly string[] | null {
  if (NOT_IN_BLOCK.test(text)) return null;
  return text.includes("\n") ? literal(text, indent) : folded(text, indent, width);
}

function literal(text: string, indent: number): readonly string[] | null {
  // A first line that is empty or begins with a space would need its indentation said.
  if (/^[\s]/.test(text) || /[ \t]\n|[ \t]$/.test(text)) return null;
  const ending = /\n*$/.exec(text)?.[0].length ?? 0;
  const mark = ending === 0 ? "|-" : ending === 1 ? "|" : null;
  if (mark === null) return null;
  const lines = text.slice(0, text.length - ending).split("\n");
  return [mark, ...lines.map((line) => (line === "" ? "" : " ".repeat(indent) + line))];
}

function folded(text: string, indent: number, width: number): readonly string[] | null {
  const words = text.split(" ");
  if (words.some((word) => word === "" || /^\s|\s$/.test(word))) return null;
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.length < 2 ? null : [">-", ...lines.map((each) => " ".repeat(indent) + each)];
}
