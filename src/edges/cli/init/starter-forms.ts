import type { Manifest } from "#core/notice/manifest-schema";
import type { Answers } from "./answers.ts";
import type { FoundField, FoundForm } from "./read-page.ts";
import { idOf, type Say, sameIn } from "./starter-words.ts";

type Forms = NonNullable<Manifest["forms"]>;
type Fields = Forms[string]["fields"];
type Categories = Manifest["categories"];

export type FormParts = {
  readonly forms: Forms;
  /** Categories beyond those of every starter. */
  readonly categories: Categories;
  /** All categories that the forms collect. */
  readonly collected: ReadonlySet<string>;
};

/** The forms that were found on the page, else one to write by; and one for the newsletter. */
export function formParts(answers: Answers, say: Say): FormParts {
  const categories: Categories = {};
  const forms: Forms = {};
  for (const found of answers.forms) {
    const id = freeId(idOf(found.name || "form"), forms);
    const fields = fieldsOf(found, categories, answers, say);
    forms[id] = {
      name: sameIn(answers, found.name || id),
      source: "forms",
      purposes: ["enquiries"],
      fields,
    };
  }
  if (answers.forms.length === 0) forms.contact = contactForm(answers, say);
  if (answers.newsletter) forms[freeId("newsletter", forms)] = newsletterForm(say);
  const used = Object.values(forms).flatMap(({ fields }) => Object.values(fields));
  const collected = new Set(["email", "name", "message", ...used.map(({ category }) => category)]);
  return { forms, categories, collected };
}

function freeId(wanted: string, taken: { readonly [id: string]: unknown }): string {
  if (!Object.hasOwn(taken, wanted)) return wanted;
  let number = 2;
  while (Object.hasOwn(taken, `${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

function contactForm(answers: Answers, say: Say): Forms[string] {
  return {
    name: say("form.contact"),
    source: "forms",
    purposes: ["enquiries"],
    ...(answers.newsletter && {
      offers: [{ purpose: "newsletter", channel: "email" as const, topic: "news" }],
    }),
    fields: {
      name: { label: say("field.name"), category: "name", kind: "text" },
      email: { label: say("field.email"), category: "email", kind: "email", required: true },
      message: {
        label: say("field.message"),
        category: "message",
        kind: "long-text",
        required: true,
        maxLength: 4000,
      },
    },
  };
}

function newsletterForm(say: Say): Forms[string] {
  return {
    name: say("form.newsletter"),
    source: "forms",
    purposes: ["choices"],
    offers: [{ purpose: "newsletter", channel: "email", topic: "news" }],
    fields: {
      email: { label: say("field.email"), category: "email", kind: "email", required: true },
    },
  };
}

function fieldsOf(found: FoundForm, categories: Categories, answers: Answers, say: Say): Fields {
  const fields: Fields = {};
  for (const field of found.fields) {
    const category = categoryOf(field);
    const known = KNOWN[category];
    if (known !== undefined) categories[category] ??= known(say);
    else if (!BASIC.has(category)) categories[category] ??= { name: sameIn(answers, field.label) };
    fields[freeId(idOf(field.name), fields)] = {
      label: sameIn(answers, field.label),
      category,
      kind: kindOf(field, category),
      ...(field.required && { required: true }),
      ...(field.maxLength !== null && { maxLength: Math.min(field.maxLength, 10_000) }),
    };
  }
  return fields;
}

/** Categories that every starter declares. */
const BASIC: ReadonlySet<string> = new Set(["email", "name", "message", "choices", "visits"]);

const KNOWN: { readonly [category: string]: (say: Say) => Categories[string] } = {
  phone: (say) => ({ name: say("category.phone"), kind: "phone", dpv: "TelephoneNumber" }),
  company: (say) => ({ name: say("category.company") }),
  job: (say) => ({ name: say("category.job"), dpv: "JobTitle" }),
  country: (say) => ({ name: say("category.country"), dpv: "Country" }),
};

/**
 * By type and purpose of the field as the page declares them, then by the words of its name and
 * label; in this order.
 */
const GUESSES: readonly (readonly [category: string, words: RegExp])[] = [
  ["email", /e-?mail|courriel/],
  ["phone", /phone|mobile|\btel\b|telefon|téléphone/],
  ["company", /company|organi[sz]ation|firma|entreprise|société/],
  ["job", /job|\btitle\b|funktion|fonction|position/],
  ["country", /country|\bland\b|\bpays\b/],
  ["name", /name|\bnom\b|prénom/],
  ["message", /message|comment|enquiry|question|nachricht/],
];

function categoryOf({ name, label, type, autocomplete }: FoundField): string {
  if (type === "email" || autocomplete === "email") return "email";
  if (type === "tel" || autocomplete.startsWith("tel")) return "phone";
  if (type === "textarea") return "message";
  const words = `${name} ${label}`.toLowerCase().replace(/[_[\]]/g, " ");
  const guess = GUESSES.find(([, expression]) => expression.test(words))?.[0];
  if (guess !== undefined) return guess;
  // An id of its own, which cannot meet those of the starter.
  return `field-${idOf(name)}`.slice(0, 64).replace(/-+$/, "");
}

function kindOf({ type }: FoundField, category: string): Fields[string]["kind"] {
  if (category === "email" || category === "phone") return category;
  if (type === "textarea") return "long-text";
  return category === "country" && type === "select" ? "country" : "text";
}
