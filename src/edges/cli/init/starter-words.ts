import type { ManifestText } from "#core/notice/manifest-words";
import type { Answers } from "./answers.ts";
import { starterDe } from "./starter.de.ts";
import { type StarterKey, starterEn } from "./starter.en.ts";
import { starterFr } from "./starter.fr.ts";

const CATALOGUES = { en: starterEn, fr: starterFr, de: starterDe } as const;

export type Say = (key: StarterKey) => ManifestText;

/** Texts in the languages of the answers: a string where there is one, else a map. */
export function sayIn({ languages, organisation }: Answers): Say {
  return (key) => {
    const texts = languages.map((language) => {
      const text: string = CATALOGUES[language][key];
      return [language, text.replaceAll("{organisation}", organisation)] as const;
    });
    const [only] = texts;
    return texts.length === 1 && only !== undefined ? only[1] : Object.fromEntries(texts);
  };
}

/** Letters and digits of a name, joined by hyphens. */
export function idOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const id = words.join("-").slice(0, 60).replace(/-+$/, "");
  return /^[a-z]/.test(id) ? id : `x-${id}`.replace(/-+$/, "");
}

/** A name that is the same in every language. */
export function sameIn({ languages }: Answers, name: string): ManifestText {
  if (languages.length === 1) return name;
  return Object.fromEntries(languages.map((language) => [language, name]));
}
