import { mailDe } from "./catalogues/mail.de.ts";
import { mailEn } from "./catalogues/mail.en.ts";
import { mailFr } from "./catalogues/mail.fr.ts";
import { webDe } from "./catalogues/web.de.ts";
import { webEn } from "./catalogues/web.en.ts";
import { webFr } from "./catalogues/web.fr.ts";

/**
 * Every string of a page or mail, by key and language. A catalogue is one file for each area and
 * language; the compiler refuses one that lacks a key. Values are plain text: whoever puts them
 * into markup escapes them there (`kit/html`). To add an area, write its three files in
 * `catalogues/` (keys begin with the area's name) and name them here.
 */
const english = { ...webEn, ...mailEn } as const;

export type TextKey = keyof typeof english;
type Catalogue = { readonly [Key in TextKey]: string };

/**
 * Languages that the fixed strings are written in. A notice may declare more; they fall back as
 * `FALLBACKS` says, else to English.
 */
export const LANGUAGES = ["en", "fr", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

export const CATALOGUES: { readonly [L in Language]: Catalogue } = {
  en: english,
  fr: { ...webFr, ...mailFr },
  de: { ...webDe, ...mailDe },
};

/** A language without strings of its own is shown in one that most of its readers know. */
const FALLBACKS: { readonly [primary: string]: Language } = {
  gsw: "de",
  lb: "de",
  rm: "de",
  br: "fr",
  co: "fr",
  oc: "fr",
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
  "sd",
  "ug",
  "ur",
  "yi",
]);

export type Parameters = { readonly [name: string]: string | number };

/**
 * The string of a key with its `{parameters}` filled in; the hole of a parameter that was not given
 * stays visible.
 */
export function t(language: string, key: TextKey, parameters: Parameters = {}): string {
  return filled(CATALOGUES[languageFor(language)][key], parameters);
}

/** A key of which there is a form for one and a form for any other count. */
export type PluralKey = {
  [Key in TextKey]: Key extends `${infer Base}.other`
    ? `${Base}.one` extends TextKey
      ? Base
      : never
    : never;
}[TextKey];

/**
 * The string in the form that the count needs (CLDR plural rules), `{count}` written as the
 * language writes numbers.
 */
export function plural(
  language: string,
  key: PluralKey,
  count: number,
  parameters: Parameters = {},
): string {
  const written = languageFor(language);
  const catalogue: { readonly [key: string]: string } = CATALOGUES[written];
  const category = new Intl.PluralRules(written).select(count);
  // A language has forms (French `many`) that differ from `other` for numbers which no string of
  // ours shows.
  const text = catalogue[`${key}.${category}`] ?? catalogue[`${key}.other`] ?? "";
  return filled(text, { count: new Intl.NumberFormat(written).format(count), ...parameters });
}

/** The written language nearest to the one asked for. */
export function languageFor(asked: string): Language {
  const primary = primaryOf(asked);
  return LANGUAGES.find((language) => language === primary) ?? FALLBACKS[primary] ?? "en";
}

/**
 * Of the languages that a notice declares, the one nearest to the reader's; the notice's own where
 * none is near.
 */
export function declaredLanguage(
  asked: string,
  declared: readonly string[],
  fallback: string,
): string {
  const wanted = asked.toLowerCase();
  return (
    declared.find((language) => language.toLowerCase() === wanted) ??
    declared.find((language) => primaryOf(language) === primaryOf(asked)) ??
    fallback
  );
}

/** Direction of writing, for `dir` attributes. */
export function dir(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(primaryOf(language)) ? "rtl" : "ltr";
}

function primaryOf(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}

/**
 * One pass, so that a parameter's own braces are never taken for a hole. A name that ends on a full
 * stop ("Inc.") ends the sentence, too.
 */
function filled(text: string, parameters: Parameters): string {
  return text.replace(/\{(\w+)\}(\.?)/g, (hole, name: string, stop: string) => {
    if (parameters[name] === undefined) return hole;
    const given = String(parameters[name]);
    return given.endsWith(".") ? given : given + stop;
  });
}
