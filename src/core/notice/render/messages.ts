import { noticeDe } from "./messages.de.ts";
import { type NoticeKey, noticeEn } from "./messages.en.ts";
import { noticeFr } from "./messages.fr.ts";

export type { NoticeKey } from "./messages.en.ts";

/**
 * Languages that the fixed strings are written in. A notice may declare more; there the fixed
 * strings are English.
 */
export const CATALOGUES: { readonly [language: string]: { readonly [K in NoticeKey]: string } } = {
  en: noticeEn,
  fr: noticeFr,
  de: noticeDe,
};

/**
 * The string of a key with its `{parameters}` filled in; plain text, escaped where it is put into
 * markup.
 */
export function say(
  language: string,
  key: NoticeKey,
  parameters: { readonly [name: string]: string | number } = {},
): string {
  const primary = language.split("-")[0] ?? "";
  const catalogue = (Object.hasOwn(CATALOGUES, primary) && CATALOGUES[primary]) || noticeEn;
  return catalogue[key].replace(/\{(\w+)\}/g, (hole, name: string) =>
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
