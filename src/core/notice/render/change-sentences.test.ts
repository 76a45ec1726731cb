import { describe, expect, test } from "vitest";
import { diffNotices } from "../diff.ts";
import type { Notice } from "../notice.ts";
import { compileStored } from "../read-notice.ts";
import { SAMPLE_MANIFEST } from "../sample-manifest.ts";
import { changeSentences, changeSummary } from "./change-sentences.ts";
import { Words } from "./words.ts";

const before = compileStored(SAMPLE_MANIFEST, "sample.yaml");

function changed(...pairs: readonly (readonly [from: string, to: string])[]): Notice {
  const next = [["version: 2\n", "version: 3\n"], ...pairs] as const;
  const text = next.reduce((given, [from = "", to = ""]) => {
    expect(given).toContain(from);
    return given.replace(from, to);
  }, SAMPLE_MANIFEST);
  return compileStored(text, "sample.yaml");
}

function sentencesOf(after: Notice, language = "en") {
  return changeSentences(diffNotices(before, after), before, after, language);
}

const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");

describe("changes in sentences", () => {
  test("longer retention: says what it was and what it is, in each language", () => {
    const after = changed(["for: 24 months", "for: 36 months"]);
    const [english] = sentencesOf(after);
    expect(english).toMatchObject({ class: "material", kind: "purpose", id: "marketing" });
    expect(english?.sentence).toBe(
      "Changed: Purpose “Marketing”. Kept for: now “E-mail address and Name: 3 years after we got it”, before “E-mail address and Name: 2 years after we got it”.",
    );
    expect(plain(sentencesOf(after, "fr")[0]?.sentence)).toBe(
      "Modifié : Finalité « Marketing ». Conservation : maintenant « Adresse e-mail et Nom : 3 ans après l’avoir reçue », avant « Adresse e-mail et Nom : 2 ans après l’avoir reçue ».",
    );
  });

  test("what came and what went are named; the heaviest stands first", () => {
    const after = changed(
      ["    countries: [FR]", "    countries: [FR, IN]"],
      [
        "  session:\n    item: sid",
        "  visits:\n    item: v\n    kind: cookie\n    name: { en: Counts., fr: Compte. }\n    provider: Us\n    lifetime: session\n    stores: [{ purpose: analytics, categories: [visits] }]\n  session:\n    item: sid",
      ],
      ["short: { en: Sample Limited decides.,", "short: { en: We decide.,"],
    );
    const all = sentencesOf(after);
    expect(all.map(({ class: level }) => level)).toEqual(["material", "material", "editorial"]);
    expect(all.map(({ sentence }) => sentence)).toEqual([
      "Changed: Recipient “Host SA”. Countries: now “France and India”, before “France”.",
      "New: On your device: “v”.",
      "Changed: Clause “Who we are”. Short answer: now “We decide”, before “Sample Limited decides”.",
    ]);
    expect(changeSummary(all, new Words(after, "en"))).toBe("Important: 2, Wording: 1");
    const back = changeSentences(diffNotices(after, before), after, before, "de");
    expect(back.map(({ change }) => change)).toContain("removed");
  });

  test("says when consent is asked again, and never leaves a change without a sentence", () => {
    const after = changed(["revision: 3\n", "revision: 4\n"]);
    const [asked] = sentencesOf(after);
    expect(asked?.sentence).toContain("We ask for your consent again.");
    const french = changed(["fr: Nous comptons les visites.", "fr: Nous comptons tout."]);
    expect(sentencesOf(french)[0]?.sentence).toContain("only in another language");
    expect(sentencesOf(french, "fr")[0]?.sentence).toContain("Nous comptons tout");
  });

  test("a version without a change has no sentence", () => {
    expect(sentencesOf(changed())).toEqual([]);
  });
});
