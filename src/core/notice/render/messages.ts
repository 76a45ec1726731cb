import { arrangementsDe } from "./messages/arrangements.de.ts";
import { arrangementsEn } from "./messages/arrangements.en.ts";
import { arrangementsFr } from "./messages/arrangements.fr.ts";
import { noticeDe } from "./messages/notice.de.ts";
import { noticeEn } from "./messages/notice.en.ts";
import { noticeFr } from "./messages/notice.fr.ts";
import { readingDe } from "./messages/reading.de.ts";
import { readingEn } from "./messages/reading.en.ts";
import { readingFr } from "./messages/reading.fr.ts";

const english = { ...noticeEn, ...readingEn, ...arrangementsEn } as const;

export type NoticeKey = keyof typeof english;
export type NoticeCatalogue = { readonly [K in NoticeKey]: string };

/**
 * Languages that the fixed strings are written in: `notice.*` what notices say, `reading.*` how a
 * reader finds the way in them and in their changes, `arrangements.*` what only some notices say. A
 * notice may declare other languages; there
 * each string that is missing is English, and marked as English. To add a language, write its three
 * files and name them here.
 */
export const CATALOGUES: { readonly [language: string]: Partial<NoticeCatalogue> } = {
  en: english,
  fr: { ...noticeFr, ...readingFr, ...arrangementsFr },
  de: { ...noticeDe, ...readingDe, ...arrangementsDe },
};

/** Whether a language has fixed strings of its own. */
export function isWritten(language: string): boolean {
  return Object.hasOwn(CATALOGUES, primaryOf(language));
}

/** The language that a string falls back to; null where the language asked for has it. */
export function writtenIn(language: string, key: NoticeKey): "en" | null {
  return own(language, key) === undefined ? "en" : null;
}

/**
 * The string of a key with its `{parameters}` filled in; plain text, escaped where it is put into
 * markup.
 */
export function say(
  language: string,
  key: NoticeKey,
  parameters: { readonly [name: string]: string | number } = {},
): string {
  return (own(language, key) ?? english[key]).replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(parameters, name) ? String(parameters[name]) : hole,
  );
}

/**
 * The text before, between and after the named holes of a string, so that links can stand in them.
 */
export function piecesOf(
  language: string,
  key: NoticeKey,
): readonly (string | { readonly hole: string })[] {
  return say(language, key)
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .map((piece) => (/^\{\w+\}$/.test(piece) ? { hole: piece.slice(1, -1) } : piece));
}

function own(language: string, key: NoticeKey): string | undefined {
  const primary = primaryOf(language);
  return Object.hasOwn(CATALOGUES, primary) ? CATALOGUES[primary]?.[key] : undefined;
}

function primaryOf(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}
