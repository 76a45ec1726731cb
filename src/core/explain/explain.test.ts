import { expect, test } from "vitest";
import { REASON_CODES } from "#core/gate/codes";
import { SENTENCES, STAFF_SENTENCES } from "./explain.ts";

test("each reason has its sentence in each language, with the same holes", () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
  for (const code of REASON_CODES) {
    const english = SENTENCES.en?.because[code] ?? "";
    expect(english).not.toBe("");
    for (const sentences of Object.values(SENTENCES)) {
      expect(holes(sentences.because[code])).toEqual(holes(english));
    }
  }
});

/** Words by which a sentence speaks to its reader. */
const TO_THE_READER: { readonly [language: string]: RegExp } = {
  en: /\b(you|yours?)\b/i,
  fr: /\b(vous|votre|vos|vôtre)\b/i,
  de: /\b(Sie|Ihr|Ihre[mnrs]?|Ihnen)\b/,
};

test("a colleague reads of the person, and is not taken for them", () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
  for (const [language, staff] of Object.entries(STAFF_SENTENCES)) {
    const person = SENTENCES[language]!;
    const pairs = [
      ...REASON_CODES.map((code) => [staff.because[code], person.because[code]] as const),
      ...Object.keys(person.basis).map((id) => [staff.basis[id], person.basis[id]] as const),
    ];
    for (const [theirs = "", own = ""] of pairs) {
      expect(theirs).not.toMatch(TO_THE_READER[language]!);
      expect(holes(theirs)).toEqual(holes(own));
    }
    // What speaks to the person is said otherwise to a colleague, and nothing else is.
    for (const [theirs, own = ""] of pairs) {
      expect(theirs === own, own).toBe(!TO_THE_READER[language]!.test(own));
    }
  }
});
