import { expect, test } from "vitest";
import { REASON_CODES } from "#core/gate/codes";
import { SENTENCES } from "./explain.ts";

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
