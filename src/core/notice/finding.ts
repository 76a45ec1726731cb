/** Something wrong at one place of a manifest. */
export type Finding = {
  readonly file: string;
  /** Path in the manifest: `purposes.marketing.channels[1]`; empty for the whole. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** Lower case, the input in backticks. */
  readonly message: string;
  /** What was probably meant. */
  readonly suggestion: string | null;
};

export type Place = { readonly file: string; readonly line: number; readonly column: number };

/** A reader stops reading long before; the rest is counted. */
const SHOWN_MAX = 100;

/**
 * `file:line:column: message (did you mean \`name\`?)`, as compilers write it, so that editors jump
 * there.
 */
export function formatFinding(finding: Finding): string {
  const { file, line, column, message, suggestion } = finding;
  const hint = suggestion === null ? "" : ` (did you mean \`${suggestion}\`?)`;
  return `${file}:${line}:${column}: ${message}${hint}`;
}

/** All findings, one a line, and how many there are. */
export function formatFindings(findings: readonly Finding[]): string {
  const lines = findings.slice(0, SHOWN_MAX).map(formatFinding);
  const rest = findings.length - lines.length;
  if (rest > 0) lines.push(`and ${rest} more`);
  return lines.map((line) => `${line}\n`).join("");
}

/**
 * By place; findings of one place keep their order. Files keep the order in which they were read.
 */
export function sortFindings(findings: readonly Finding[], files: readonly string[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}
