/** Parts of the manifest that speak of the people themselves: their age, and California's words. */
import { Type } from "typebox";
import { listOf, oneOf, strict, text } from "./manifest-words.ts";

const AGE_MAX = 120;

const age = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: AGE_MAX, description }));

export const Audience = Type.Object(
  {
    from: age("Youngest age in years; without it there is none."),
    under: age("Age in years from which it is not meant any more; without it there is none."),
    guardianConsent: Type.Optional(
      text("How those who hold parental responsibility agree (GDPR 8(2))."),
    ),
    ageCheck: Type.Optional(text("How the age is known, or why it is not asked.")),
  },
  { ...strict, description: "For which ages it is meant, and how that is seen to." },
);

/** Cal. Civ. Code 1798.140(v)(1), letters (A) to (L) in their order. */
const CALIFORNIA_CATEGORIES = [
  "identifiers",
  "customer-records",
  "protected-characteristics",
  "commercial",
  "biometric",
  "internet-activity",
  "geolocation",
  "sensory",
  "employment",
  "education",
  "inferences",
  "sensitive",
] as const;

/** Cal. Civ. Code 1798.140(ae), as amended. */
const CALIFORNIA_SENSITIVE = [
  "government-id",
  "account-access",
  "precise-geolocation",
  "origin-or-belief",
  "message-contents",
  "genetic",
  "neural",
  "biometric-identification",
  "health",
  "sex-life",
] as const;

export const CaliforniaCategory = Type.Object(
  {
    as: listOf(
      oneOf(CALIFORNIA_CATEGORIES, "Letter of Cal. Civ. Code 1798.140(v)(1), in words."),
      "Categories of the Act that it belongs to.",
    ),
    sensitive: Type.Optional(
      oneOf(CALIFORNIA_SENSITIVE, "Kind of sensitive personal information (1798.140(ae))."),
    ),
  },
  { ...strict, description: "What it is in the words of the California Consumer Privacy Act." },
);
