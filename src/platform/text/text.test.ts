import { expect, test } from "vitest";
import {
  CATALOGUES,
  declaredLanguage,
  dir,
  LANGUAGES,
  languageFor,
  plural,
  type TextKey,
  t,
} from "./text.ts";

const keys = Object.keys(CATALOGUES.en) as readonly TextKey[];

test.each(LANGUAGES)("the catalogue of %s has every key, and no other", (language) => {
  expect(Object.keys(CATALOGUES[language]).sort()).toEqual([...keys].sort());
});

test.each(LANGUAGES)("every string of %s says something, in plain text", (language) => {
  for (const key of keys) {
    const text = CATALOGUES[language][key];
    expect(text.trim(), key).not.toBe("");
    // Markup in a string would be shown as it is: the edge escapes it.
    expect(text, key).not.toMatch(/<\/?[a-z]|&[a-z]+;/i);
  }
});

test.each(LANGUAGES)("every string of %s has the holes that the English one has", (language) => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const key of keys) {
    expect(holes(CATALOGUES[language][key]), key).toEqual(holes(CATALOGUES.en[key]));
  }
});

test("two languages do not share a sentence, which would be one that nobody translated", () => {
  for (const key of keys) {
    const text = CATALOGUES.en[key];
    if (text.split(" ").length < 5) continue;
    expect(CATALOGUES.fr[key], key).not.toBe(text);
    expect(CATALOGUES.de[key], key).not.toBe(text);
  }
});

test("holes are filled once: braces in a parameter are not holes", () => {
  const said = t("en", "mail.sender_at", { name: "{address}", address: "1 Road" });
  expect(said).toBe("This mail was sent by {address}, 1 Road.");
  expect(t("en", "mail.sender")).toContain("{name}");
});

test("a name that ends on a full stop brings no second one", () => {
  const said = (name: string) => t("en", "mail.sender", { name });
  expect(said("Northlight Email, Inc.")).toBe("This mail was sent by Northlight Email, Inc.");
  expect(said("Northlight Email Ltd")).toBe("This mail was sent by Northlight Email Ltd.");
});

test("counts take the form of the language: French has none in the singular, English has not", () => {
  expect(plural("en", "mail.expires.days", 1)).toBe("The link is good for 1 day.");
  expect(plural("en", "mail.expires.days", 0)).toBe("The link is good for 0 days.");
  expect(plural("fr", "mail.expires.days", 0)).toBe("Le lien est valable 0 jour.");
  expect(plural("de", "mail.expires.days", 1_500)).toBe("Der Link gilt 1.500 Tage lang.");
  // CLDR gives French a form of its own for whole millions.
  expect(plural("fr", "mail.expires.days", 1_000_000)).toMatch(/^Le lien est valable 1.000.000/);
});

test("an unknown language falls back as declared", () => {
  expect(languageFor("fr-CA")).toBe("fr");
  expect(languageFor("GSW")).toBe("de");
  expect(languageFor("pt-BR")).toBe("en");
  expect(languageFor("")).toBe("en");
  expect(declaredLanguage("de-AT", ["fr", "de"], "fr")).toBe("de");
  expect(declaredLanguage("ja", ["fr", "de"], "fr")).toBe("fr");
  expect(declaredLanguage("en-GB", ["en-US", "en-GB"], "en-US")).toBe("en-GB");
});

test("languages written from the right are shown from the right", () => {
  expect(dir("ar-EG")).toBe("rtl");
  expect(dir("he")).toBe("rtl");
  expect(dir("de")).toBe("ltr");
});
