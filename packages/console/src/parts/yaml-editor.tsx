import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import {
  bracketMatching,
  defaultHighlightStyle,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";

/** Something to mend at a place of the text; line and column from 1. */
export type Mark = {
  readonly line: number;
  readonly column: number;
  readonly level: "error" | "warning";
  readonly message: string;
};

/** Where the cursor should go; a new object each time it should. */
export type Jump = { readonly line: number; readonly column: number };

const LOOK = EditorView.theme({
  "&": { height: "60vh", fontSize: "14px", border: "1px solid #ced4da", borderRadius: "6px" },
  "&.cm-focused": { outline: "2px solid #1971c2", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" },
  ".cm-content": { caretColor: "auto" },
});

/**
 * An editor of YAML that marks what the server finds. It lives in a shadow root, for there its
 * sheets are objects of the page and the policy of the console needs no exception. Tab moves on, as
 * everywhere on the page: lines are indented by spaces (WCAG 2.2, 2.1.2).
 */
export function YamlEditor({
  label,
  text,
  readOnly,
  marks,
  jump,
  onChange,
}: {
  readonly label: string;
  /** What it begins with; later changes of it replace the text. */
  readonly text: string;
  readonly readOnly: boolean;
  readonly marks: readonly Mark[];
  readonly jump: Jump | null;
  readonly onChange: (text: string) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const tell = useRef(onChange);
  tell.current = onChange;

  useEffect(() => {
    const host = place.current;
    if (host === null) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const opened = new EditorView({
      root,
      parent: root,
      state: stateOf(text, readOnly, label, (now) => tell.current(now)),
    });
    view.current = opened;
    return () => opened.destroy();
  }, [readOnly, label, text]);

  useEffect(() => {
    const opened = view.current;
    if (opened !== null)
      opened.dispatch(setDiagnostics(opened.state, diagnosticsOf(opened, marks)));
  }, [marks]);

  useEffect(() => {
    const opened = view.current;
    if (opened === null || jump === null) return;
    const anchor = positionOf(opened, jump);
    opened.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
    });
    opened.focus();
  }, [jump]);

  return <div ref={place} />;
}

function stateOf(text: string, readOnly: boolean, label: string, tell: (text: string) => void) {
  return EditorState.create({
    doc: text,
    extensions: [
      ...[lineNumbers(), history(), bracketMatching(), highlightActiveLine(), lintGutter()],
      ...[highlightSelectionMatches(), indentUnit.of("  "), yaml(), LOOK],
      syntaxHighlighting(defaultHighlightStyle),
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
      EditorState.readOnly.of(readOnly),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) tell(update.state.doc.toString());
      }),
    ],
  });
}

function positionOf({ state }: EditorView, { line, column }: Jump): number {
  const found = state.doc.line(Math.min(Math.max(1, line), state.doc.lines));
  return Math.min(found.to, found.from + Math.max(0, column - 1));
}

function diagnosticsOf(view: EditorView, marks: readonly Mark[]): Diagnostic[] {
  return marks
    .map(({ level, message, ...place }) => {
      const from = positionOf(view, place);
      const to = Math.max(from, view.state.doc.lineAt(from).to);
      return { from, to, severity: level, message };
    })
    .sort((one, other) => one.from - other.from);
}
