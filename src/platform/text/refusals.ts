import { refusalsDe } from "./catalogues/refusals.de.ts";
import { refusalsFr } from "./catalogues/refusals.fr.ts";
import { type Language, languageFor } from "./text.ts";

/** Sentences by code. English ones stand where a code is declared, in its `errors.ts`. */
export const REFUSALS: {
  readonly [L in Exclude<Language, "en">]: { readonly [code: string]: string };
} = { fr: refusalsFr, de: refusalsDe };

/**
 * What a refusal says to a person.
 * @param title the English sentence that the refusal carries.
 */
export function refusalText(language: string, code: string, title: string): string {
  const written = languageFor(language);
  return (written === "en" ? undefined : REFUSALS[written][code]) ?? title;
}
