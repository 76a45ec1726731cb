import { expect, test } from "vitest";
import { lawOf } from "./built-in-law.ts";

test.each([
  ["legal-obligation", "uk", "2017-09-13", "Data Protection Act 1998 sch 2(3)"],
  ["legal-obligation", "uk", "2018-05-25", "GDPR 6(1)(c)"],
  ["legal-obligation", "uk", "2026-11-01", "UK GDPR 6(1)(c)"],
  ["contract", "uk-sct", "2026-11-01", "UK GDPR 6(1)(b)"],
  ["legitimate-interests", "eu", "2017-09-13", "Directive 95/46/EC 7(f)"],
  ["legitimate-interests", "fr", "2026-11-01", "GDPR 6(1)(f)"],
  ["legal-obligation", "ch", "2026-11-01", "FADP 31(1)"],
  ["legal-obligation", "us-ca", "2026-11-01", ""],
  ["legal-obligation", "ca", "2026-11-01", ""],
] as const)("%s in %s on %s rests on %j", (kind, regime, date, law) => {
  expect(lawOf(kind, regime, date)).toBe(law);
});
