import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { formatFindings } from "./finding.ts";
import { readNotice } from "./read-notice.ts";
import { PAGES, PLACEHOLDERS, REFERENCE_SECTIONS } from "./references.ts";

const guide = await readFile(
  new URL("../../../docs/guides/write-a-manifest.md", import.meta.url),
  "utf8",
);

test("the smallest manifest of the guide is one", () => {
  const text = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? "";
  const { notice, findings } = readNotice([{ name: "guide", text }]);
  expect(formatFindings(findings)).toBe("");
  expect(notice?.purposes.get("answers")?.revision).toBe(1);
});

test("the guide names every placeholder, kind of reference and page", () => {
  const words = [...PLACEHOLDERS, ...Object.keys(REFERENCE_SECTIONS), "right", "clause", ...PAGES];
  for (const word of words) expect(guide).toMatch(new RegExp(`[\`{:]${word}[\`}:]`));
});
