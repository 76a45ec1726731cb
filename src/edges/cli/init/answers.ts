import { countryMeant, isCountry } from "#core/notice/codes";
import { type Unusable, unusable } from "#edges/cli/output";
import type { Asking, Question } from "./ask.ts";
import { EEA } from "./places.ts";
import type { FoundForm } from "./read-page.ts";

export const STARTER_LANGUAGES = ["en", "fr", "de"] as const;
export type StarterLanguage = (typeof STARTER_LANGUAGES)[number];
/** Laws that the starter's clauses and bases are written for. */
export const STARTER_REGIMES = ["uk", "eu"] as const;
export type StarterRegime = (typeof STARTER_REGIMES)[number];

export type Company = { readonly name: string; readonly country: string };

export type Answers = {
  readonly organisation: string;
  readonly country: string;
  readonly address: string;
  readonly site: string;
  readonly email: string;
  readonly languages: readonly StarterLanguage[];
  readonly regimes: readonly StarterRegime[];
  readonly representatives: readonly (Company & { readonly address: string })[];
  /** Null: not named. */
  readonly hosting: Company | null;
  readonly newsletter: boolean;
  readonly statistics: (Company & { readonly cookie: string }) | null;
  readonly forms: readonly FoundForm[];
};

/** What a look at the site suggests; all null or empty without one. */
export type Suggested = {
  readonly organisation: string | null;
  readonly site: string | null;
  readonly language: string | null;
  readonly forms: readonly FoundForm[];
};

/** Flags that answer the questions, with their explanation for `--help`. */
export const ANSWER_FLAGS = {
  name: "legal name of the organisation",
  country: "its country, two letters",
  address: "its postal address",
  site: "host of the site",
  email: "e-mail for privacy questions",
  languages: "such as en,fr (of en, fr, de); the first is the fallback",
  regimes: "laws: uk, eu, or uk,eu",
  representative: '"name; country; address" of the representative there',
  hosting: '"name; country" of the company that hosts site and mail',
  newsletter: "yes or no",
  statistics: '"cookie; provider; country" of the tool that counts visits',
} as const;

class Stop extends Error {
  readonly answer: Unusable;
  constructor(answer: Unusable) {
    super(answer.unusable);
    this.answer = answer;
  }
}

/** Asks for everything that a starter needs. */
export async function askAnswers(
  asking: Asking,
  suggested: Suggested,
): Promise<Answers | Unusable> {
  try {
    return await askAll(asking, suggested);
  } catch (error) {
    if (error instanceof Stop) return error.answer;
    throw error;
  }
}

async function askAll(asking: Asking, suggested: Suggested): Promise<Answers> {
  const ask = async <T>(
    flag: keyof typeof ANSWER_FLAGS,
    text: string,
    fallback: string | null,
    read: Question<T>["read"],
  ): Promise<T> => {
    const value = await asking.ask({ flag, text, default: fallback, read });
    if (typeof value === "object" && value !== null && "unusable" in value) throw new Stop(value);
    return value;
  };
  const known = STARTER_LANGUAGES.find((each) => each === suggested.language) ?? "en";
  const organisation = await ask(
    "name",
    "Legal name of your organisation",
    suggested.organisation,
    lineOf(200),
  );
  const country = await ask("country", "Its country, two letters", null, readCountry);
  const address = await ask("address", "Its postal address, on one line", null, lineOf(300));
  const site = await ask("site", "Host of your site", suggested.site, readHost);
  const email = await ask("email", "E-mail for privacy questions", null, readEmail);
  const languages = await ask("languages", "Languages", known, listOf(STARTER_LANGUAGES));
  const law = country === "GB" ? "uk" : EEA.has(country) ? "eu" : null;
  const regimes = await ask(
    "regimes",
    "Laws of the people you serve (uk, eu)",
    law ?? "uk,eu",
    listOf(STARTER_REGIMES),
  );
  const away = regimes.filter((regime) => regime !== law);
  const where = away.map((regime) => regime.toUpperCase()).join(" and ");
  const representative =
    away.length === 0
      ? null
      : await ask(
          "representative",
          `Your establishment or representative in the ${where}, as "name; country; address" (empty: none)`,
          "",
          optional(readRepresentative),
        );
  const hosting = await ask(
    "hosting",
    'Who hosts your site and mail, as "name; country" (empty: not named)',
    "",
    optional(readCompany),
  );
  const newsletter = await ask("newsletter", "Do you send a newsletter?", "no", readYes);
  const statistics = await ask(
    "statistics",
    'A cookie that counts visits, as "cookie; provider; country" (empty: none)',
    "",
    optional(readStatistics),
  );
  const representatives = representative === null ? [] : [representative];
  const { forms } = suggested;
  const who = { organisation, country, address, site, email };
  return { ...who, languages, regimes, representatives, hosting, newsletter, statistics, forms };
}

/** An empty answer is none. */
function optional<T>(read: (answer: string) => T | Unusable) {
  return (answer: string) => (answer === "" ? null : read(answer));
}

function lineOf(lengthMax: number) {
  return (answer: string) => {
    if (answer === "") return unusable("an answer is needed");
    const isLine = answer.length <= lengthMax && !/\p{Cc}/u.test(answer);
    return isLine ? answer : unusable(`at most ${lengthMax} characters on one line`);
  };
}

function readCountry(answer: string): string | Unusable {
  const code = answer.toUpperCase();
  const meant = countryMeant(code) ?? code;
  if (isCountry(meant)) return meant;
  return unusable(`\`${answer}\` is no country: two letters, such as GB or FR`);
}

function readHost(answer: string): string | Unusable {
  const url = URL.parse(answer.includes("://") ? answer : `https://${answer}`);
  const host = url?.hostname ?? "";
  const isHost = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host);
  return isHost ? host : unusable(`\`${answer}\` is no host, such as www.example.com`);
}

function readEmail(answer: string): string | Unusable {
  const isAddress = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(answer) && answer.length <= 254;
  return isAddress ? answer : unusable(`\`${answer}\` is no e-mail address`);
}

function listOf<const W extends readonly string[]>(words: W) {
  return (answer: string): readonly W[number][] | Unusable => {
    const given = answer
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((word) => word !== "");
    const strange = given.find((word) => !words.includes(word));
    if (strange !== undefined) {
      return unusable(`\`${strange}\` is not one of ${words.join(", ")}; add others by hand later`);
    }
    return given.length === 0 ? unusable(`one of ${words.join(", ")}`) : [...new Set(given)];
  };
}

function readYes(answer: string): boolean | Unusable {
  if (/^(y|yes|o|oui|j|ja|true)$/i.test(answer)) return true;
  return /^(n|no|non|nein|false)$/i.test(answer) ? false : unusable("yes or no");
}

/** `a; b; c`, each of them there. */
function partsOf(answer: string, count: number): readonly string[] | null {
  const parts = answer.split(";").map((part) => part.trim());
  return parts.length === count && parts.every((part) => part !== "") ? parts : null;
}

function readCompany(answer: string): Company | Unusable {
  const [name = "", code = ""] = partsOf(answer, 2) ?? [];
  if (name === "") return unusable('write it as "name; country"');
  const country = readCountry(code);
  return typeof country === "string" ? { name, country } : country;
}

function readRepresentative(answer: string): (Company & { readonly address: string }) | Unusable {
  const [name = "", code = "", address = ""] = partsOf(answer, 3) ?? [];
  if (name === "") return unusable('write it as "name; country; address"');
  const country = readCountry(code);
  return typeof country === "string" ? { name, country, address } : country;
}

function readStatistics(answer: string): (Company & { readonly cookie: string }) | Unusable {
  const [cookie = "", name = "", code = ""] = partsOf(answer, 3) ?? [];
  if (cookie === "") return unusable('write it as "cookie; provider; country"');
  const country = readCountry(code);
  return typeof country === "string" ? { cookie, name, country } : country;
}
