import { expect, test } from "vitest";
import { questionFrom, registersFrom, WireError } from "./wire.ts";

const use = { kind: "process", purpose: "enquiries", categories: ["name"] };
const question = (subject: object, at: unknown = 0) => questionFrom({ subject, use, at });

test("instants come as epoch milliseconds or as texts, everywhere", () => {
  const ms = Date.parse("2026-11-24T10:00:00Z");
  expect(question({}, "2026-11-24T10:00:00Z").at).toBe(ms);
  expect(question({}, "2026-11-24T11:00:00+01:00").at).toBe(ms);
  const { subject } = question({
    values: [
      { id: "v", category: "name", source: "website", collectedAt: "2026-11-24T10:00:00Z" },
      { id: "w", category: "name", source: "x", events: { at: "2026-11-24T10:00:00Z", other: 5 } },
    ],
    ageBand: { from: 30, below: null },
    erased: null,
  });
  expect(subject.values?.map(({ collectedAt }) => collectedAt)).toEqual([ms, undefined]);
  expect(subject.values?.[1]?.events).toEqual({ at: ms, other: 5 });
  expect(subject.ageBand).toEqual({ from: 30, below: null });
  const { mechanisms } = registersFrom({
    mechanisms: [{ id: "x", regime: "uk", from: "2026-11-24T10:00:00Z", until: null }],
  });
  expect(mechanisms).toEqual([{ id: "x", regime: "uk", from: ms, until: null }]);
});

test("what is not said stays unsaid; what has one safe reading is filled in", () => {
  expect(question({}).subject).toEqual({});
  const choice = { act: "grant", purpose: "p", position: 1, at: 0, revision: 1, noticeVersion: 1 };
  const { subject } = question({
    ids: [{ id: "me", linkedAt: 0 }],
    choices: [{ ...choice, manner: "explicit" }],
  });
  expect(subject.choices?.[0]).toMatchObject({ on: "me", namedSignal: false, refusalsShown: [] });
});

test("sets come as lists", () => {
  const { screening } = registersFrom({
    screening: [{ register: "tps", fetchedAt: 0, listed: ["a1"] }],
  });
  expect(screening?.[0]?.listed.has("a1")).toBe(true);
});

test.each([
  ["a misspelt fact", { subject: { choises: [] }, use, at: 0 }, "/subject/choises"],
  [
    "a misspelt field of a use",
    { subject: {}, use: { ...use, recipent: "x" }, at: 0 },
    "/use/recipent",
  ],
  ["another kind of use", { subject: {}, use: { ...use, kind: "sell" }, at: 0 }, "/use/kind"],
  ["no subject", { use, at: 0 }, "/"],
  ["no instant", { subject: {}, use }, "/"],
  ["a day that is none", { subject: {}, use, at: "2026-13-45T00:00:00Z" }, "/at"],
  ["an endless instant", { subject: {}, use, at: 1e300 }, "/at"],
  ["null", null, "/"],
  ["a list", [], "/"],
])("%s is refused, and the place named", (_name, given, place) => {
  expect(() => questionFrom(given)).toThrow(WireError);
  expect(() => questionFrom(given)).toThrow(place);
});

test("lists and texts are bounded", () => {
  const categories = Array.from({ length: 10_001 }, () => "name");
  expect(() => questionFrom({ subject: {}, use: { ...use, categories }, at: 0 })).toThrow(
    WireError,
  );
  const purpose = "x".repeat(201);
  expect(() => questionFrom({ subject: {}, use: { ...use, purpose }, at: 0 })).toThrow(WireError);
  expect(() => registersFrom({ agreement: [] })).toThrow("/agreement");
});
