import { expect, expectTypeOf, test } from "vitest";
import { assert, Defect, unreachable } from "./assert.ts";
import {
  parseAtMs,
  parseFactPosition,
  parseSubjectId,
  type SubjectId,
  subjectId,
} from "./brands.ts";
import { fromBase64, fromHex, fromUtf8, toBase64, toHex, uint16BigEndian, utf8 } from "./bytes.ts";
import { defineRefusals, Refusal } from "./refusal.ts";

test("a broken assertion is a defect with its message", () => {
  expect(() => assert(false, "the sky fell")).toThrow(new Defect("the sky fell"));
  expect(() => unreachable("x" as never)).toThrow(Defect);
});

test("ids, positions and instants are parsed, never cast", () => {
  const id = "01890A5D-AC96-774B-BCCE-B302099A8057";
  expect(parseSubjectId(id)).toBe(id.toLowerCase());
  for (const bad of ["", id.slice(1), `${id} `, id.replaceAll("-", "_"), 7, null]) {
    expect(parseSubjectId(bad)).toBeNull();
  }
  expect(() => subjectId("x")).toThrow(Defect);
  expectTypeOf(subjectId).returns.toEqualTypeOf<SubjectId>();
  expect(parseFactPosition("42")).toBe(42);
  for (const bad of ["", "0", "042", "4.2", 0, -1, 1.5, Number.NaN, 2 ** 53, "9999999999999999"]) {
    expect(parseFactPosition(bad)).toBeNull();
  }
  expect(parseAtMs(0)).toBe(0);
  for (const bad of [-1, 0.5, 1e15, "5"]) expect(parseAtMs(bad)).toBeNull();
});

test("bytes have one spelling each", () => {
  const bytes = Uint8Array.of(0, 255, 16);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  expect(fromHex(toHex(bytes))).toEqual(bytes);
  for (const bad of ["AA", "AB==", "A A=", "AA==\n", "AP_Q"]) expect(fromBase64(bad)).toBeNull();
  for (const bad of ["a", "zz", "AB", "0 "]) expect(fromHex(bad)).toBeNull();
  expect(fromUtf8(utf8("\ufeffé"))).toBe("\ufeffé");
  expect(fromUtf8(Uint8Array.of(0xff))).toBeNull();
  expect([...uint16BigEndian(258)]).toEqual([1, 2]);
});

test("a refusal carries code, status, title and the case at hand", () => {
  const { refuse } = defineRefusals({
    "choice.unknown_purpose": { status: 422, title: "The notice declares no such purpose." },
  });
  const caught = catchFrom(() => refuse("choice.unknown_purpose", { purpose: "x" }, "Try `y`."));
  expect(caught).toBeInstanceOf(Refusal);
  expect(caught).toMatchObject({
    code: "choice.unknown_purpose",
    status: 422,
    title: "The notice declares no such purpose.",
    detail: "Try `y`.",
    params: { purpose: "x" },
  });
  expect(() => refuse("choice.unknown_purpose", { status: 200 })).toThrow(Defect);
  // @ts-expect-error: a code that is not in the catalogue does not compile.
  expect(() => refuse("choice.other")).toThrow(Defect);
});

test("a catalogue with a malformed code or status is a defect", () => {
  expect(() => defineRefusals({ Wrong: { status: 422, title: "x" } })).toThrow(Defect);
  expect(() => defineRefusals({ "a.b": { status: 200, title: "x" } })).toThrow(Defect);
});

function catchFrom(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
