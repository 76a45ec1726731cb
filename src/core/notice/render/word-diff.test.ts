import fc from "fast-check";
import { expect, test } from "vitest";
import { wordDiff } from "./word-diff.ts";

const show = (before: string, after: string, language = "en") =>
  wordDiff(before, after, language)
    .map(({ is, text }) =>
      is === "same" ? text : is === "deleted" ? `[-${text}-]` : `{+${text}+}`,
    )
    .join("");

test("shows words, not letters, and neighbours as one change", () => {
  expect(show("kept for two years", "kept for three years")).toBe(
    "kept for [-two-]{+three+} years",
  );
  expect(show("we send you news", "nobody calls on us")).toBe(
    "[-we send you news-]{+nobody calls on us+}",
  );
  expect(show("", "new")).toBe("{+new+}");
  expect(show("same", "same")).toBe("same");
  expect(show("数据保存两年", "数据保存三年", "zh")).toContain("保存");
});

test("what stayed and went is the old text, what stayed and came the new one", () => {
  const word = fc.constantFrom("a", "b", "c", "ו", " ", "  ", ", ", "\n", "😀");
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before, after, "en");
      const without = (kind: string) =>
        pieces
          .filter(({ is }) => is !== kind)
          .map((piece) => piece.text)
          .join("");
      expect(without("inserted")).toBe(before);
      expect(without("deleted")).toBe(after);
    }),
  );
});

test("a text of any length is compared in good time", () => {
  const long = "word ".repeat(50_000);
  const started = performance.now();
  expect(wordDiff(long, `${long}more`, "en")).toHaveLength(2);
  expect(performance.now() - started).toBeLessThan(2000);
});
