import { expect, test } from "vitest";
import { noticeEn } from "./messages/notice.en.ts";
import { readingEn } from "./messages/reading.en.ts";
import { CATALOGUES, piecesOf, say } from "./messages.ts";

const reference: { readonly [key: string]: string } = CATALOGUES.en ?? {};
const holesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(Object.keys(CATALOGUES))(
  "%s has every key of its families, with the same holes",
  (language) => {
    const catalogue: { readonly [key: string]: string } = CATALOGUES[language] ?? {};
    const families = { ...noticeEn, ...readingEn };
    const wanted = Object.keys({
      ...families,
      ...("table.security" in catalogue ? reference : {}),
    });
    expect(Object.keys(catalogue).sort()).toEqual(wanted.sort());
    for (const [key, text] of Object.entries(catalogue)) {
      expect(holesIn(text), key).toEqual(holesIn(reference[key] ?? ""));
      expect(text.trim(), key).not.toBe("");
    }
  },
);

test("a language that is written is no copy of another", () => {
  const prose = (language: string) =>
    Object.entries(CATALOGUES[language] ?? {}).filter(
      ([key, text]) => text.length > 40 && !key.startsWith("california."),
    );
  for (const language of Object.keys(CATALOGUES)) {
    if (language === "en") continue;
    const same = prose(language).filter(([key, text]) => text === reference[key]);
    expect(same, language).toEqual([]);
  }
});

test("a region falls back to its language, an unknown language to English", () => {
  expect(say("fr-CA", "part.glance")).toBe("En un coup d’œil");
  expect(say("xx", "part.glance")).toBe("At a glance");
  expect(say("constructor", "part.glance")).toBe("At a glance");
});

test("a hole without its parameter stays visible", () => {
  expect(say("en", "head.version", { version: 3 })).toBe("Version 3 of {date}");
  expect(piecesOf("en", "rights.how")).toEqual([
    "Write to ",
    { hole: "email" },
    " or use ",
    { hole: "page" },
    ".",
  ]);
});
