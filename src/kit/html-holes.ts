import { assert } from "./assert.ts";

/**
 * Where a hole of a template stands; `start` says that the template itself writes nothing of the
 * value before it.
 */
export type Hole =
  | { readonly in: "text" }
  | { readonly in: "tag" }
  | { readonly in: "script" }
  | { readonly in: "attribute"; readonly name: string; readonly start: boolean };

type State =
  | { readonly at: "text" }
  | { readonly at: "tag-name"; readonly name: string }
  | { readonly at: "tag"; readonly element: string; readonly word: string }
  | { readonly at: "before-value"; readonly element: string; readonly name: string }
  | {
      readonly at: "value";
      readonly element: string;
      readonly name: string;
      readonly quote: string;
      readonly empty: boolean;
    }
  | { readonly at: "unquoted"; readonly element: string }
  | { readonly at: "comment"; readonly seen: string }
  | { readonly at: "script"; readonly element: string; readonly seen: string };

const cache = new WeakMap<TemplateStringsArray, readonly Hole[]>();

/**
 * The place of every hole of a template, found once for each place in the source where a template
 * is written.
 */
export function holesOf(strings: TemplateStringsArray): readonly Hole[] {
  const known = cache.get(strings);
  if (known !== undefined) return known;
  const holes: Hole[] = [];
  let state: State = { at: "text" };
  for (let index = 0; index < strings.length; index += 1) {
    for (const char of strings[index] ?? "") state = next(state, char);
    if (index === strings.length - 1) break;
    holes.push(holeAt(state));
  }
  assert(state.at === "text", `a template must end outside of tags, not in a ${state.at}`);
  cache.set(strings, holes);
  return holes;
}

function holeAt(state: State): Hole {
  switch (state.at) {
    case "text":
      return { in: "text" };
    case "script":
      return { in: "script" };
    case "value":
      return { in: "attribute", name: state.name, start: state.empty };
    case "tag":
      assert(state.word === "", "no hole in the name of an attribute");
      return { in: "tag" };
    case "tag-name":
      // After `<input` a list of attributes may follow at once: it brings its own space.
      assert(/^[a-z]/.test(state.name), "no hole in the name of an element");
      return { in: "tag" };
    default:
      assert(false, `no hole in ${state.at}: put the attribute in quotes`);
  }
}

function next(state: State, char: string): State {
  switch (state.at) {
    case "text":
      return char === "<" ? { at: "tag-name", name: "" } : state;
    case "tag-name":
      return inTagName(state.name, char);
    case "tag":
      return inTag(state.element, state.word, char);
    case "before-value":
      if (char === '"' || char === "'") return { ...state, at: "value", quote: char, empty: true };
      if (isBlank(char)) return state;
      return { at: "unquoted", element: state.element };
    case "value":
      if (char === state.quote) return { at: "tag", element: state.element, word: "" };
      return isBlank(char) ? state : { ...state, empty: false };
    case "unquoted":
      if (char === ">") return afterTag(state.element);
      return isBlank(char) ? { at: "tag", element: state.element, word: "" } : state;
    case "comment": {
      const seen = (state.seen + char).slice(-3);
      return seen === "-->" ? { at: "text" } : { at: "comment", seen };
    }
    case "script": {
      const end = `</${state.element}>`;
      const seen = (state.seen + char.toLowerCase()).slice(-end.length);
      return seen === end ? { at: "text" } : { ...state, seen };
    }
  }
}

function inTagName(name: string, char: string): State {
  if (char === ">") return afterTag(name);
  if (isBlank(char)) {
    // A lone `<` followed by a blank is text to a browser.
    return name === "" ? { at: "text" } : { at: "tag", element: name, word: "" };
  }
  const longer = name + char.toLowerCase();
  return longer === "!--" ? { at: "comment", seen: "" } : { at: "tag-name", name: longer };
}

function inTag(element: string, word: string, char: string): State {
  if (char === ">") return afterTag(element);
  if (char === "=") {
    assert(word !== "", "the name of an attribute stands directly before its `=`");
    return { at: "before-value", element, name: word };
  }
  if (char === "/" || isBlank(char)) return { at: "tag", element, word: "" };
  return { at: "tag", element, word: word + char.toLowerCase() };
}

function afterTag(element: string): State {
  const isCode = element === "script" || element === "style";
  return isCode ? { at: "script", element, seen: "" } : { at: "text" };
}

function isBlank(char: string): boolean {
  return char === " " || char === "\n" || char === "\t" || char === "\r" || char === "\f";
}
