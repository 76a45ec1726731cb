import { expect, test } from "vitest";
import type { Field, Form } from "#core/notice/notice";
import { checkFields, undeclaredFields } from "./field-values.ts";

function field(name: string, more: Partial<Field>): Field {
  const base = {
    label: { en: name },
    category: name,
    required: false,
    requirement: null,
    needed: null,
    maxLength: 200,
    options: [],
  };
  return { ...base, kind: "text", ...more, name };
}

const form: Form = {
  id: "contact",
  name: { en: "Contact" },
  source: "website",
  purposes: ["enquiries"],
  offers: [],
  fields: [
    field("email", { kind: "email", required: true, maxLength: 254 }),
    field("phone", { kind: "phone", maxLength: 40 }),
    field("reply", { kind: "choice", options: [{ value: "call", label: { en: "Call" } }] }),
    field("message", { kind: "long-text", maxLength: 50 }),
  ],
};

function problemsOf(fields: { readonly [name: string]: string }) {
  const checked = checkFields(form, fields);
  return checked.good ? [] : checked.problems.map(({ field: name, problem }) => [name, problem]);
}

test("an address is taken as it was written, or refused: never changed into another", () => {
  expect(problemsOf({ email: "a\u0000b@home.example" })).toEqual([["email", "email"]]);
  expect(problemsOf({ email: `${"a".repeat(65)}@home.example` })).toEqual([["email", "email"]]);
});

test("what is missing, malformed or too long is said field by field, all at once", () => {
  const fields = { email: "ann", phone: "12", reply: "pigeon", message: "x".repeat(51) };
  expect(problemsOf(fields)).toEqual([
    ["email", "email"],
    ["phone", "phone"],
    ["reply", "choice"],
    ["message", "too_long"],
  ]);
  expect(problemsOf({})).toEqual([["email", "missing"]]);
});

test("addresses with a display name, a space or no dot are no addresses", () => {
  for (const email of [
    "Ann <ann@work.example>",
    "a b@work.example",
    "ann@localhost",
    "@x.example",
  ]) {
    expect(problemsOf({ email })).toEqual([["email", "email"]]);
  }
});

test("a script stays the text that it is, and control characters go", () => {
  const message = "<script>alert(1)</script>\u0000\u001b[2J";
  const checked = checkFields(form, { email: "ann@work.example", message });
  expect(checked.good && checked.values[1]?.text).toBe("<script>alert(1)</script>[2J");
});

test("a telephone number is kept in its international form", () => {
  const checked = checkFields(form, { email: "ann@work.example", phone: "+44 20 7946 0018" });
  expect(checked.good && checked.values[1]).toMatchObject({
    text: "+442079460018",
    address: "phone",
  });
});

test("a field that the form does not declare is named", () => {
  expect(undeclaredFields(form, { email: "x", passport: "y" })).toEqual(["passport"]);
  expect(undeclaredFields(form, { __proto__2: "y", constructor: "z" })).toHaveLength(2);
});
