import { arrangementsDe } from "./messages/arrangements.de.ts";
import { arrangementsEn } from "./messages/arrangements.en.ts";
import { arrangementsFr } from "./messages/arrangements.fr.ts";
import { noticeAr } from "./messages/notice.ar.ts";
import { noticeDe } from "./messages/notice.de.ts";
import { noticeEn } from "./messages/notice.en.ts";
import { noticeEs } from "./messages/notice.es.ts";
import { noticeFr } from "./messages/notice.fr.ts";
import { noticeHe } from "./messages/notice.he.ts";
import { noticeIt } from "./messages/notice.it.ts";
import { noticeNl } from "./messages/notice.nl.ts";
import { noticePl } from "./messages/notice.pl.ts";
import { noticePt } from "./messages/notice.pt.ts";
import { readingAr } from "./messages/reading.ar.ts";
import { readingDe } from "./messages/reading.de.ts";
import { readingEn } from "./messages/reading.en.ts";
import { readingEs } from "./messages/reading.es.ts";
import { readingFr } from "./messages/reading.fr.ts";
import { readingHe } from "./messages/reading.he.ts";
import { readingIt } from "./messages/reading.it.ts";
import { readingNl } from "./messages/reading.nl.ts";
import { readingPl } from "./messages/reading.pl.ts";
import { readingPt } from "./messages/reading.pt.ts";

const english = { ...noticeEn, ...readingEn, ...arrangementsEn } as const;

export type NoticeKey = keyof typeof english;
export type NoticeCatalogue = { readonly [K in NoticeKey]: string };

/**
 * Languages that the fixed strings are written in: `notice.*` what notices say, `reading.*` how a
 * reader finds the way in them and in their changes, `arrangements.*` what only some notices say. A
 * notice may declare other languages; there each string that is missing is English, and marked as
 * English. To add a language, write its files (the first two whole; the third may wait) and name
 * them here.
 */
export const CATALOGUES: { readonly [language: string]: Partial<NoticeCatalogue> } = {
  en: english,
  fr: { ...noticeFr, ...readingFr, ...arrangementsFr },
  de: { ...noticeDe, ...readingDe, ...arrangementsDe },
  ar: { ...noticeAr, ...readingAr },
  es: { ...noticeEs, ...readingEs },
  he: { ...noticeHe, ...readingHe },
  it: { ...noticeIt, ...readingIt },
  nl: { ...noticeNl, ...readingNl },
  pl: { ...noticePl, ...readingPl },
  pt: { ...noticePt, ...readingPt },
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
  const text = own(language, key) ?? english[key];
  return text.replace(/\{(\w+)\}(\.?)/g, (hole, name: string, stop: string) => {
    if (!Object.hasOwn(parameters, name)) return hole;
    const given = String(parameters[name]);
    // A name that ends on a full stop ("Inc.") ends the sentence, too.
    return given.endsWith(".") ? given : given + stop;
  });
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
