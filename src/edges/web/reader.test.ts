import { expect, test } from "vitest";
import { preferred } from "./reader.ts";

test("an exact language wins over a better placed relative", () => {
  expect(preferred("fr-CA, de;q=0.9", ["en", "de", "fr"])).toBe("fr");
  expect(preferred("pt, de;q=0.9", ["en", "de"])).toBe("de");
});

test("a quality of zero refuses a language", () => {
  expect(preferred("fr;q=0, en;q=0.5", ["fr", "en"])).toBe("en");
});

test("a field that is no list of languages prefers nothing", () => {
  expect(preferred(";;;,,q=,\u0000", ["en"])).toBeNull();
  expect(preferred("x".repeat(100_000), ["en"])).toBeNull();
});
