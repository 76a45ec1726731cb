/** The small words that the manifest's schema is made of: ids, texts, dates, periods. */
import { type Static, type TSchema, Type } from "typebox";

/** Lower-case words joined by hyphens. An id lasts: choices, facts and links keep it. */
export const ID = "^(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$";
/** As an id, with dots between the levels: it is the clause's anchor on the page. */
export const CLAUSE_ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)*([.][a-z0-9]+(-[a-z0-9]+)*)*$";
export const LANGUAGE = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";
export const COUNTRY = "^[A-Z]{2}$";
export const REGIME = "^[a-z]{2,3}(-[a-z]{2,3})?$";
export const DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
export const EMAIL = "^[^\\s@<>]+@[^\\s@<>]+$";
export const WEB_URL = '^https?://[^\\s<>"]+$';
export const HOST = "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$";
/** What a clause may be about, with the section that the id is looked up in. */
export const REFERENCE =
  "^(purpose|category|source|recipient|stored-item|contact|controller|topic|form|right" +
  "|joint-control|decision|framework|practice)" +
  ":[a-z][a-z0-9]*(-[a-z0-9]+)*$";

const MEANINGS: { readonly [pattern: string]: string } = {
  [ID]: "an id of lower-case words joined by hyphens, at most 64 characters",
  [LANGUAGE]: "a language tag such as `en`",
  [REGIME]: "a regime such as `uk`",
};

/** What a key that fits the pattern is, in words. */
export function meaningOf(pattern: string): string {
  return MEANINGS[pattern] ?? `something that fits \`${pattern}\``;
}

/** Refuses unknown keys; every object of the manifest has it. */
export const strict = { additionalProperties: false } as const;

export const Id = Type.String({
  pattern: ID,
  description: "Id: lower-case words joined by hyphens. It lasts; choices and links keep it.",
});

/** Text of at most `max` characters in each language. */
export function text(description: string, max = 500) {
  return Type.Union(
    [
      Type.String({ minLength: 1, maxLength: max }),
      Type.Record(
        Type.String({ pattern: LANGUAGE }),
        Type.String({ minLength: 1, maxLength: max }),
        {
          ...strict,
          minProperties: 1,
        },
      ),
    ],
    {
      description: `${description} A string where the notice has one language, else a map with every language.`,
    },
  );
}

/** A section: things by id, in the order in which they are shown. */
export function byId<T extends TSchema>(thing: T, description: string) {
  return Type.Record(Type.String({ pattern: ID }), thing, {
    ...strict,
    maxProperties: 500,
    description,
  });
}

/** A list that names each thing once. */
export function listOf<T extends TSchema>(thing: T, description: string) {
  return Type.Array(thing, { uniqueItems: true, maxItems: 500, description });
}

/** One of a few words. */
export function oneOf<const W extends readonly string[]>(words: W, description: string) {
  return Type.Unsafe<W[number]>(Type.Enum([...words], { description }));
}

export function line(description: string, max = 200) {
  return Type.String({ minLength: 1, maxLength: max, description });
}

export function pattern(
  expression: string,
  description: string,
  max = 254,
  examples: readonly string[] = [],
) {
  const shown = examples.length === 0 ? {} : { examples: [...examples] };
  return Type.String({ pattern: expression, maxLength: max, description, ...shown });
}

/** A switch that is off unless it is said to be on. */
export function flag(description: string) {
  return Type.Optional(Type.Boolean({ default: false, description }));
}

/** A list of things that are no bare words, in the order in which they are shown. */
export function some<T extends TSchema>(thing: T, maxItems: number, description: string) {
  return Type.Array(thing, { minItems: 1, maxItems, description });
}

export const ids = (description: string) => listOf(Id, description);

export const Language = pattern(LANGUAGE, "Language tag (BCP 47), such as `en` or `pt-BR`.", 35, [
  "en",
  "fr",
  "pt-BR",
]);
export const Country = pattern(COUNTRY, "Country, ISO 3166-1 alpha-2, such as `GB`.", 2, [
  "GB",
  "FR",
  "US",
]);
export const Regime = pattern(REGIME, "Regime id, such as `uk`, `eu`, `ch`, `us-ca`.", 8, [
  "uk",
  "eu",
  "ch",
  "us-ca",
]);
export const PlainDate = pattern(DATE, "Date as YYYY-MM-DD.", 10, ["2026-11-01"]);
export const Email = pattern(EMAIL, "E-mail address.", 254, ["privacy@example.com"]);
export const Url = pattern(WEB_URL, "Web address, http or https.", 2000, [
  "https://www.example.com/privacy",
]);
export const addressOf = (description: string) => pattern(WEB_URL, description, 2000);
export const Host = pattern(
  HOST,
  "Host name without scheme and path, such as `www.example.com`.",
  254,
  ["www.example.com"],
);

/** Names one thing of another section. */
export const idOf = (description: string) => pattern(ID, description);

export function months(description: string) {
  return pattern("^[1-9][0-9]{0,2} (months|years)$", `${description} Such as \`24 months\`.`, 20, [
    "24 months",
    "2 years",
  ]);
}

/** How long somebody may take to answer: calendar units, or working days. */
export function answerTime(description: string) {
  const expression = "^[1-9][0-9]{0,2} (days|working days|months)$";
  return pattern(expression, `${description} Such as \`30 days\` or \`2 working days\`.`, 20, [
    "30 days",
    "1 months",
  ]);
}

export const REQUIREMENT = oneOf(
  ["statutory", "contractual", "for-contract", "voluntary"],
  "Whether a person must give it (GDPR 13(2)(e)): a law asks for it, a contract does, no contract without it, or freely.",
);

export type ManifestText = Static<ReturnType<typeof text>>;
