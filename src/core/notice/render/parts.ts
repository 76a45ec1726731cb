/**
 * A notice as parts that know no markup. HTML and Markdown are written from the same parts, so that
 * they cannot say different things.
 */
export type Run =
  /** `language`: that of the text, where it is not the notice's own. */
  | { readonly is: "text"; readonly text: string; readonly language?: string }
  /** A name, an address or a code: its direction is its own, whatever stands around it. */
  | { readonly is: "name"; readonly text: string }
  | { readonly is: "strong" | "emphasis"; readonly runs: readonly Run[] }
  /** `leaves`: it leads away from the organisation's own sites. */
  | {
      readonly is: "link";
      readonly href: string;
      readonly leaves: boolean;
      readonly runs: readonly Run[];
    };

/** One line of text. */
export type Line = readonly Run[];

/** A cell has one line or several, shown as a list. */
export type Cell = readonly Line[];

export type Row = {
  readonly anchor: string | null;
  readonly cells: readonly Cell[];
  /** Heading of the rows that it stands among, where the table is in groups. */
  readonly group: string | null;
};

export type Head = { readonly text: string; readonly language?: string };

export type Table = {
  readonly is: "table";
  readonly name: string;
  /** Null for one that is shown again: an anchor may stand once on a page. */
  readonly anchor: string | null;
  readonly caption: Head;
  readonly head: readonly Head[];
  readonly rows: readonly Row[];
};

export type Part =
  | { readonly is: "paragraph"; readonly runs: Line }
  | { readonly is: "list"; readonly ordered: boolean; readonly items: readonly Line[] }
  | Table;

export type Section = {
  /** Anchor that lasts. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** The answer in one sentence; it opens the clause. */
  readonly short: string | null;
  readonly parts: readonly Part[];
  readonly sections: readonly Section[];
};

/** A question that readers bring, and its answer from the declared facts. */
export type Answer = {
  readonly id: string;
  readonly question: Line;
  readonly lines: readonly Line[];
};

export type NoticeParts = {
  readonly language: string;
  readonly title: string;
  readonly version: Line;
  readonly terms: Line | null;
  readonly versions: Line;
  /** What changed since the version before, in one line; null for a first version. */
  readonly changed: Line | null;
  readonly answers: readonly Answer[];
  readonly sections: readonly Section[];
  /** Facts that no clause shows. */
  readonly annex: { readonly about: Line; readonly parts: readonly Part[] } | null;
};

/** Where pages of the running product are. */
export type Links = {
  readonly privacy: string;
  readonly cookies: string;
  readonly preferences: string;
  readonly rights: string;
  readonly complaints: string;
  readonly versions: string;
};

export const LINKS: Links = {
  privacy: "/privacy",
  cookies: "/cookies",
  preferences: "/preferences",
  rights: "/rights",
  complaints: "/complaints",
  versions: "/privacy/versions",
};

export function text(given: string): Run {
  return { is: "text", text: given };
}

export function named(given: string): Run {
  return { is: "name", text: given };
}

export function strong(...runs: Line): Run {
  return { is: "strong", runs };
}

export function link(href: string, given: string | Line, leaves = false): Run {
  return { is: "link", href, leaves, runs: typeof given === "string" ? [named(given)] : given };
}

/** A cell of one line of text; empty text is an empty cell. */
export function cell(given: string | null): Cell {
  return given === null || given === "" ? [] : [[text(given)]];
}

/** A cell of one name, address or code. */
export function nameCell(given: string | null): Cell {
  return given === null || given === "" ? [] : [[named(given)]];
}

/** The words of runs without their markup. */
export function plainText(runs: Line): string {
  return runs.map((run) => ("text" in run ? run.text : plainText(run.runs))).join("");
}

/** Lines one after the other in one line. */
export function joined(lines: readonly Line[], separator: string): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [text(separator), ...line]));
}

/** Anchors of things; clause ids have no colon, so they cannot meet. */
export function anchorOf(kind: string, id: string): string {
  return `${kind}:${id}`;
}
