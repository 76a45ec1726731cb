/**
 * A notice as parts that know no markup. HTML and Markdown are written from the same parts, so that
 * they cannot say different things.
 */
export type Run =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "strong" | "emphasis"; readonly runs: readonly Run[] }
  /** `leaves`: it leads away from the organisation's own sites. */
  | {
      readonly is: "link";
      readonly href: string;
      readonly leaves: boolean;
      readonly runs: readonly Run[];
    };

/** A cell has one line or several, shown as a list. */
export type Cell = readonly (readonly Run[])[];

export type Row = { readonly anchor: string | null; readonly cells: readonly Cell[] };

export type Part =
  | { readonly is: "paragraph"; readonly runs: readonly Run[] }
  | { readonly is: "list"; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | {
      readonly is: "table";
      readonly name: string;
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly Row[];
    };

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

export type NoticeParts = {
  readonly language: string;
  readonly title: string;
  readonly version: string;
  readonly terms: readonly Run[] | null;
  readonly versions: { readonly href: string; readonly text: string };
  readonly sections: readonly Section[];
  /** Facts that no clause shows. */
  readonly annex: { readonly about: string; readonly parts: readonly Part[] } | null;
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

export function link(href: string, given: string, leaves = false): Run {
  return { is: "link", href, leaves, runs: [text(given)] };
}

/** A cell of one line of plain text; empty text is an empty cell. */
export function cell(given: string | null): Cell {
  return given === null || given === "" ? [] : [[text(given)]];
}

/** Anchors of things; clause ids have no colon, so they cannot meet. */
export function anchorOf(kind: string, id: string): string {
  return `${kind}:${id}`;
}
