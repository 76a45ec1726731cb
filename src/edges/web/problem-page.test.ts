import { globSync } from "node:fs";
import { join, resolve } from "node:path";
import type { FastifyRequest } from "fastify";
import { expect, test } from "vitest";
import { problem } from "#edges/http/problem";
import type { RefusalCatalogue } from "#kit/refusal";
import { REFUSALS, refusalText } from "#platform/text/refusals";
import { problemPage } from "./problem-page.ts";

const SOURCE = resolve(import.meta.dirname, "../..");

/** Every code of every `errors.ts`, with its English sentence. */
async function declared(): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  for (const file of globSync("**/errors.ts", { cwd: SOURCE })) {
    const module: object = await import(join(SOURCE, file));
    for (const each of Object.values(module) as { readonly catalogue?: RefusalCatalogue }[]) {
      for (const [code, { title }] of Object.entries(each.catalogue ?? {})) titles.set(code, title);
    }
  }
  return titles;
}

test("every refusal has a sentence in each language, and no sentence is left over", async () => {
  const titles = await declared();
  expect(titles.size).toBeGreaterThan(70);
  for (const [language, sentences] of Object.entries(REFUSALS)) {
    expect(Object.keys(sentences).sort(), language).toEqual([...titles.keys()].sort());
  }
});

test("no sentence shows a code or an id, and none is English in another language", async () => {
  const titles = await declared();
  for (const [code, title] of titles) {
    for (const language of ["en", "fr", "de"]) {
      const text = refusalText(language, code, title);
      expect(text, code).toMatch(/^\p{Lu}.*[.]$/u);
      expect(text, code).not.toMatch(/`|[a-z]_[a-z]|\{|urn:|[0-9a-f]{8}-/);
      if (language !== "en") expect(text, code).not.toBe(title);
    }
  }
});

test("a page of an error speaks the reader's language alone, and never a program's detail", () => {
  const site = { name: "House", languages: ["en", "fr", "de"], nav: () => [], demo: false };
  const answer = problem(422, "http.invalid", "What was sent", { detail: "body/email must match" });
  const page = (language: string, query: object = {}) =>
    problemPage(site, answer, {
      headers: { "accept-language": language },
      query,
    } as FastifyRequest);
  expect(page("fr-FR")).toContain("Ce qui a été envoyé");
  expect(page("de")).toContain("nicht die erwartete Form");
  expect(page("de", { lang: "fr" })).toContain("Ce qui a été envoyé");
  for (const text of [page("fr"), page("de"), page("en")]) expect(text).not.toContain("must match");
});
