import { webDe } from "./catalogues/web.de.ts";
import { type WebKey, webEn } from "./catalogues/web.en.ts";
import { webFr } from "./catalogues/web.fr.ts";

/**
 * Every string of a page or mail, by key and language. A catalogue is one file for each area and language; the compiler refuses one that lacks a
 * key. Values are plain text: whoever puts them into markup escapes them there (`kit/html`).
 */
export type TextKey = WebKey;

/** Languages that the fixed strings are written in. A notice may declare more; they fall back to English. */
export const LANGUAGES = ["en", "fr", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

const CATALOGUES: { readonly [L in Language]: { readonly [Key in TextKey]: string } } = {
  en: { ...webEn },
  fr: { ...webFr },
  de: { ...webDe },
};

const RIGHT_TO_LEFT = new Set([
  "ar",
  "arc",
  "dv",
  "fa",
  "ha",
  "he",
  "khw",
  "ks",
  "ku",
  "ps",
  "ur",
  "yi",
]);

/** The string of a key with its `{parameters}` filled in. An unknown language falls back by its primary subtag, then to English. */
export function t(
  language: string,
  key: TextKey,
  parameters: { readonly [name: string]: string | number } = {},
): string {
  const text = CATALOGUES[languageFor(language)][key];
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(parameters[name] ?? hole));
}

/** The written language nearest to the one asked for. */
export function languageFor(asked: string): Language {
  const primary = asked.toLowerCase().split("-")[0];
  return LANGUAGES.find((language) => language === primary) ?? "en";
}

/** Direction of writing, for `dir` attributes. */
export function dir(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language.toLowerCase().split("-")[0] ?? "") ? "rtl" : "ltr";
}
