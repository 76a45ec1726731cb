import { expect, test } from "vitest";
import { CATALOGUES, piecesOf, say } from "./messages.ts";

const reference: { readonly [key: string]: string } = CATALOGUES.en ?? {};

test.each(Object.keys(CATALOGUES))("%s has every key, with the same holes", (language) => {
  const catalogue: { readonly [key: string]: string } = CATALOGUES[language] ?? {};
  expect(Object.keys(catalogue).sort()).toEqual(Object.keys(reference).sort());
  for (const [key, english] of Object.entries(reference)) {
    const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(holes(catalogue[key] ?? ""), key).toEqual(holes(english));
    expect(catalogue[key]?.trim(), key).not.toBe("");
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
