import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Pair,
  Parser,
} from "yaml";
import { assert } from "#kit/assert";
import type { Place } from "../finding.ts";
import { type Entry, type Node, type Report, under } from "./tree.ts";
import { excessIn } from "./yaml-bounds.ts";

/** One mebibyte, in UTF-16 code units: the real notices have a tenth of it in three languages. */
export const SOURCE_MAX = 1_048_576;
const ALIASES_MAX = 100;
const NODES_MAX = 200_000;
/** The schema needs nine levels. */
const DEPTH_MAX = 24;
const DOCUMENTS_MAX = 100;
/** After the first few, a parser that lost its way only repeats itself. */
const SYNTAX_FINDINGS_MAX = 20;

/**
 * Reads a stream of YAML documents (1.2, core schema) into trees that know their places. Whatever
 * is not plain data is refused: tags, keys that are no text, duplicate keys, more aliases or levels
 * than a person writes.
 */
export function readYaml(source: string, file: string, report: Report): readonly Node[] {
  const start: Place = { file, line: 1, column: 1 };
  if (source.length > SOURCE_MAX) {
    report({ at: start, path: "", message: `the file is larger than ${SOURCE_MAX} characters` });
    return [];
  }
  const lines = new LineCounter();
  const tokens = tokensOf(source, lines);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const excess = excessIn(tokens, DEPTH_MAX, NODES_MAX);
  if (excess !== null) {
    report({ at: placeAt(excess.offset), path: "", message: excess.message });
    return [];
  }
  const documents = [...new Composer(OPTIONS).compose(tokens)];
  if (documents.length > DOCUMENTS_MAX) {
    report({ at: start, path: "", message: `more than ${DOCUMENTS_MAX} documents` });
    return [];
  }
  return documents.flatMap((document) => {
    const wrong = [...document.errors, ...document.warnings].slice(0, SYNTAX_FINDINGS_MAX);
    for (const { pos, message } of wrong) {
      report({ at: placeAt(pos[0]), path: "", message: lowerFirst(message) });
    }
    if (document.errors.length > 0 || isEmpty(document)) return [];
    const node = new Walk(document, placeAt, report).read(document.contents, "", 0);
    return node === null ? [] : [node];
  });
}

/**
 * Tokens of the source, or the first of them where something stands too deep: building what is
 * nested a million times takes longer than refusing it.
 */
function tokensOf(source: string, lines: LineCounter): readonly CST.Token[] {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(source)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > STACK_MAX) break;
  }
  tokens.push(...parser.end());
  return tokens;
}

/** Each level is a collection and the scalar or pair in it; the exact bound is asked afterwards. */
const STACK_MAX = 4 * DEPTH_MAX;

/** Comments alone, or nothing at all. */
function isEmpty({ contents }: Document.Parsed): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && !contents.source);
}

// Duplicate keys are found while walking: the composer compares each key with all others, which is
// slow for a hostile file.
const OPTIONS = {
  version: "1.2",
  schema: "core",
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;

class Walk {
  readonly #document: Document.Parsed;
  readonly #placeAt: (offset: number) => Place;
  readonly #report: Report;
  #aliases = 0;
  #nodes = 0;

  constructor(document: Document.Parsed, placeAt: (offset: number) => Place, report: Report) {
    this.#document = document;
    this.#placeAt = placeAt;
    this.#report = report;
  }

  /** Null where nothing can be read; that was reported. */
  read(given: unknown, path: string, depth: number): Node | null {
    const source = given as { readonly range?: readonly number[] | null };
    const at = this.#placeAt(source.range?.[0] ?? 0);
    this.#nodes += 1;
    if (this.#nodes > NODES_MAX || depth > DEPTH_MAX) {
      const message = depth > DEPTH_MAX ? `more than ${DEPTH_MAX} levels deep` : "too many parts";
      // Said once: every further part would say it again.
      if (this.#nodes <= NODES_MAX + 1) this.#report({ at, path, message });
      return null;
    }
    if (isAlias(given)) return this.#alias(given, at, path, depth);
    if (isMap(given)) return this.#map(given.items, at, path, depth);
    if (isSeq(given)) {
      const items = given.items.map((item, index) =>
        this.read(item, `${path}[${index}]`, depth + 1),
      );
      return { kind: "list", at, items: items.filter((item) => item !== null) };
    }
    assert(isScalar(given), "a YAML node is an alias, a map, a list or a scalar");
    if (isPlain(given.value)) return scalar(given.value, given.source, at);
    this.#report({
      at,
      path,
      message: "only text, numbers, true and false; a manifest is plain data",
    });
    return null;
  }

  #alias(
    alias: { readonly source: string; resolve(document: Document): unknown },
    at: Place,
    path: string,
    depth: number,
  ): Node | null {
    this.#aliases += 1;
    if (this.#aliases > ALIASES_MAX) {
      if (this.#aliases === ALIASES_MAX + 1) {
        this.#report({ at, path, message: `more than ${ALIASES_MAX} aliases` });
      }
      return null;
    }
    const target = alias.resolve(this.#document);
    if (target !== undefined) return this.read(target, path, depth + 1);
    this.#report({ at, path, message: `alias \`${alias.source}\` has no anchor` });
    return null;
  }

  #map(items: readonly Pair[], at: Place, path: string, depth: number): Node {
    const entries = new Map<string, Entry>();
    for (const { key, value } of items) {
      const keyAt = this.#placeAt((key as { range?: readonly number[] }).range?.[0] ?? 0);
      if (!isScalar(key) || typeof key.value !== "string") {
        this.#report({ at: keyAt, path, message: "a key must be text; put it in quotes" });
        continue;
      }
      const first = entries.get(key.value);
      if (first !== undefined) {
        const message = `duplicate key \`${key.value}\`, first on line ${first.keyAt.line}`;
        this.#report({ at: keyAt, path: under(path, key.value), message });
        continue;
      }
      const here = under(path, key.value);
      const node = value === null ? scalar(null, "", keyAt) : this.read(value, here, depth + 1);
      if (node !== null) entries.set(key.value, { keyAt, node });
    }
    return { kind: "map", at, entries };
  }
}

type Plain = string | number | boolean | null;

/** The core schema has nothing else, but a tag such as `!!binary` can ask for more. */
function isPlain(value: unknown): value is Plain {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function scalar(value: Plain, written: string | undefined, at: Place): Node {
  return { kind: "scalar", at, value, written: written ?? String(value) };
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
