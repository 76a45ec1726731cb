/** What a person wrote, held against what the form declares. Pure. */
import { parsePhoneNumberFromString } from "libphonenumber-js";
import type { Field, Form } from "#core/notice/notice";
import { isEmailAddress } from "#kit/email-address";
import type { CollectedValue } from "./ports.ts";

export type FieldProblem = {
  readonly field: string;
  readonly problem: "missing" | "too_long" | "email" | "phone" | "choice";
  readonly max: number | null;
};

/** A value with the name of the field that it was written into. */
export type CheckedValue = CollectedValue & { readonly field: string };

export type Checked =
  | { readonly good: true; readonly values: readonly CheckedValue[] }
  | { readonly good: false; readonly problems: readonly FieldProblem[] };

/** Control characters but line ends and tabs: nobody types them, and terminals obey them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g;

/** @param fields by name, as sent; fields that the form does not declare were refused before. */
export function checkFields(form: Form, fields: { readonly [name: string]: string }): Checked {
  const problems: FieldProblem[] = [];
  const values: CheckedValue[] = [];
  for (const field of form.fields) {
    const written = (fields[field.name] ?? "").normalize("NFC");
    // An address without what was taken out of it would be another one.
    const text = (field.kind === "email" ? written : written.replace(CONTROL, "")).trim();
    if (text === "") {
      if (field.required) problems.push({ field: field.name, problem: "missing", max: null });
      continue;
    }
    const problem = problemOf(field, text);
    if (problem !== null) problems.push(problem);
    else values.push(collectedValue(field, text));
  }
  return problems.length > 0 ? { good: false, problems } : { good: true, values };
}

/** Names that the form does not declare, at most ten of them. */
export function undeclaredFields(
  form: Form,
  fields: { readonly [name: string]: string },
): string[] {
  const declared = new Set(form.fields.map((field) => field.name));
  return Object.keys(fields)
    .filter((name) => !declared.has(name))
    .slice(0, 10);
}

function problemOf(field: Field, text: string): FieldProblem | null {
  const wrong = (problem: FieldProblem["problem"], max: number | null = null) => ({
    field: field.name,
    problem,
    max,
  });
  if (text.length > field.maxLength) return wrong("too_long", field.maxLength);
  if (field.kind === "email" && !isEmailAddress(text)) return wrong("email");
  if (field.kind === "phone" && phoneOf(text) === null) return wrong("phone");
  if (field.kind === "choice" && !field.options.some((option) => option.value === text)) {
    return wrong("choice");
  }
  if (field.kind === "country" && !/^[A-Z]{2}$/.test(text)) return wrong("choice");
  return null;
}

function collectedValue({ name: field, category, kind }: Field, text: string): CheckedValue {
  if (kind === "email") return { field, category, text, address: "email" };
  if (kind === "phone") return { field, category, text: phoneOf(text) ?? text, address: "phone" };
  return { field, category, text, address: null };
}

/** E.164, or null where it is no possible number with its country. */
function phoneOf(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text);
  return parsed?.isPossible() ? parsed.number : null;
}
