import type { ManifestText } from "../manifest-words.ts";
import type { Text } from "../notice.ts";

/** Texts as the compiled notice has them: a map with every language of the notice. */
export class Texts {
  readonly languages: readonly string[];

  constructor(languages: readonly string[]) {
    this.languages = languages;
  }

  of(given: ManifestText): Text {
    return this.each((language) => (typeof given === "string" ? given : (given[language] ?? "")));
  }

  orNull(given: ManifestText | undefined): Text | null {
    return given === undefined ? null : this.of(given);
  }

  each(write: (language: string) => string): Text {
    return Object.fromEntries(this.languages.map((language) => [language, write(language)]));
  }
}

/** A section of the manifest as a map by id; what is absent is empty. */
export function section<In, Out>(
  given: { readonly [id: string]: In } | undefined,
  compile: (thing: In, id: string) => Out,
): ReadonlyMap<string, Out> {
  return new Map(Object.entries(given ?? {}).map(([id, thing]) => [id, compile(thing, id)]));
}
