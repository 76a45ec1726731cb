import { expect, test } from "vitest";
import type { Notice } from "#core/notice/notice";
import type { RequestKind } from "#rights";
import { clockFor as clockOf, regimeFor } from "./request-clock.ts";

const clockFor = (regime: string, kind: RequestKind, received: number, proven: number | null) =>
  clockOf(regime, kind, {
    ...{ receivedAt: new Date(received), provenAt: proven === null ? null : new Date(proven) },
    ...{ clarificationAskedAt: null, clarifiedAt: null, extendedAt: null },
  });
const at = (instant: string) => Date.parse(instant);
const declaring = (...regimes: readonly string[]) => ({ regimes }) as unknown as Notice;

test("a request runs on the day of the place: in Los Angeles it is still the day before", () => {
  const received = at("2026-11-24T05:00:00Z");
  expect(clockFor("us-ca", "access", received, null).due).toBe("2027-01-07");
  expect(clockFor("uk", "access", received, null).due).toBe("2026-12-24");
});

test("proof was asked for with the receipt: the Union takes the wait off, California never", () => {
  const received = at("2026-11-23T12:00:00Z");
  const proven = at("2026-11-27T12:00:00Z");
  expect(clockFor("eu", "access", received, proven).due).toBe("2026-12-28");
  expect(clockFor("uk", "access", received, proven).due).toBe("2026-12-29");
  expect(clockFor("us-ca", "access", received, proven).due).toBe("2027-01-07");
});

test("where the law names no day the house sets one, and says that no law does", () => {
  const { due, rules } = clockFor("eu", "complaint", at("2026-11-23T12:00:00Z"), null);
  expect(due).toBe("2026-12-23");
  expect(rules.map(({ provision }) => provision)).toEqual(["GDPR 12, 77", "practice of the house"]);
  const other = clockFor("xx", "access", at("2026-11-23T12:00:00Z"), null);
  expect(other.due).toBe("2026-12-23");
  expect(other.rules).toHaveLength(1);
});

test("in the United Kingdom it is the acknowledgement of section 164A", () => {
  expect(clockFor("uk", "complaint", at("2026-11-25T12:00:00Z"), null).due).toBe("2026-12-29");
});

test("the law is that of the person's place where the notice declares it", () => {
  const now = at("2026-11-25T12:00:00Z");
  expect(regimeFor(declaring("uk", "eu"), "FR", now)).toBe("fr");
  expect(regimeFor(declaring("uk", "eu"), "GB", now)).toBe("uk");
  expect(regimeFor(declaring("uk", "eu"), "CH", now)).toBe("uk");
  expect(regimeFor(declaring("uk", "us-ca"), "US", now)).toBe("us-ca");
  expect(regimeFor(declaring("uk"), null, now)).toBe("uk");
});
