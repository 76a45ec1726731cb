import { createHash } from "node:crypto";
import type { Server } from "#edges/http/server";
import type { DemoPerson } from "./people.ts";
import type { Random } from "./random.ts";

/**
 * An invented person in front of the public doors, with a browser's headers and an address of their
 * country.
 */
export type Visitor = {
  /** Answers the banner: everything or nothing, with or without Global Privacy Control. */
  chooses(accepts: boolean, signals: boolean): Promise<void>;
  /** Fills in one of the site's forms, and ticks what is offered, or not. */
  sendsForm(random: Random): Promise<void>;
  /** Presses the button on the page behind a link of a mail. */
  follows(path: string): Promise<void>;
  /** Makes a request about their own data. */
  asks(kind: DemoRequest): Promise<void>;
  /** Proves the address of a request by its mail, and says the last word to an erasure. */
  proves(path: string): Promise<void>;
};

export type DemoRequest = "access" | "objection" | "erasure" | "correction" | "complaint";

/** What people write with a request that a colleague answers. */
const ASKED: { readonly [language in DemoPerson["language"]]: string } = {
  en: "My job title is out of date, and I wonder where you have it from.",
  fr: "Ma fonction n’est plus à jour, et je me demande d’où vous la tenez.",
  de: "Meine Funktion ist veraltet, und ich frage mich, woher Sie sie haben.",
};

/** Networks of consumers, so that the country found for the connection is that of the person. */
const NETWORKS: { readonly [country: string]: string } = {
  GB: "81.2.69",
  FR: "90.0.1",
  DE: "84.128.1",
};

type Banner = {
  readonly noticeVersion: number;
  readonly language: string;
  readonly purposes: readonly { readonly id: string; readonly wording: string }[];
};

export function visitor(server: Server, person: DemoPerson, index: number): Visitor {
  const remoteAddress = `${NETWORKS[person.country] ?? "81.2.69"}.${(index % 250) + 1}`;
  const headers = {
    ...{ "accept-language": person.language, accept: "text/html" },
    "sec-fetch-site": "same-origin",
  };
  const get = async (url: string) => {
    const answer = await server.inject({ method: "GET", url, remoteAddress, headers });
    return expected(answer.statusCode, url, answer.body);
  };
  const post = async (url: string, fields: readonly (readonly [string, string])[]) => {
    const payload = new URLSearchParams(
      fields.map(([name, value]): [string, string] => [name, value]),
    ).toString();
    const type = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await server.inject({
      ...{ method: "POST", url, remoteAddress, payload },
      headers: { ...headers, ...type },
    });
    return expected(answer.statusCode, url, answer.body);
  };
  return {
    async chooses(accepts, signals) {
      const banner: Banner = JSON.parse(await get(`/v1/banner?lang=${person.language}`));
      const { noticeVersion, language, purposes } = banner;
      const act = accepts ? "grant" : "refusal";
      const acts = purposes.map(({ id, wording }) => ({ purpose: id, act, wording }));
      const payload = { noticeVersion, language, acts, device: "", signal: signals };
      const url = "/v1/choices";
      const answer = await server.inject({ method: "POST", url, remoteAddress, headers, payload });
      expected(answer.statusCode, url, answer.body);
    },
    async sendsForm(random) {
      const path = random.pick(["/", "/", "/library", "/contact"]);
      const page = await get(path);
      const action = /<form method="post" action="(\/v1\/forms\/[a-z-]+)"/.exec(page)?.[1] ?? "";
      await post(action, [...filledIn(page, person, random), ["_key", keyOf(person, index)]]);
    },
    async follows(path) {
      await get(path);
      await post(path, []);
    },
    async proves(path) {
      await get(path);
      const answer = await server.inject({ method: "POST", url: path, remoteAddress, headers });
      const page = String(answer.headers.location ?? "");
      const shown = await get(page);
      if (shown.includes(`action="${page}/erase"`)) await post(`${page}/erase`, []);
    },
    async asks(kind) {
      const key = keyOf(person, index);
      await post("/rights", [
        ["kind", kind],
        ["email", person.email],
        ["message", kind === "correction" || kind === "complaint" ? ASKED[person.language] : ""],
        ["key", key],
      ]);
    },
  };
}

function expected(status: number, url: string, body: string): string {
  if (status >= 400)
    throw new Error(`a door answered ${status} to ${url.split("/")[1]}: ${body.slice(0, 300)}`);
  return body;
}

/** What a person writes into the fields that they find on the page. */
function filledIn(page: string, person: DemoPerson, random: Random): (readonly [string, string])[] {
  const hidden = [...page.matchAll(/<input type="hidden" name="(_[a-z]+)" value="([^"]*)">/g)];
  const has = (name: string) => page.includes(`name="${name}"`);
  const fields: { readonly [name: string]: string } = {
    name: person.name,
    email: person.email,
    phone: person.phone,
    "job-title": person.jobTitle,
    company: person.company,
    country: person.country,
    product: random.pick(["campaigns", "delivery"]),
    "answer-by": "email",
    message: MESSAGES[person.language],
  };
  const offers = [...page.matchAll(/name="_offer" value="([^"]+)"/g)].map(([, id = ""]) => id);
  return [
    ...hidden
      .filter(([, name]) => name !== "_key")
      .map(([, name = "", value = ""]) => [name, value] as const),
    ...Object.entries(fields).filter(([name]) => has(name)),
    ...offers.filter(() => random.chance(0.6)).map((id) => ["_offer", id] as const),
  ];
}

const MESSAGES: { readonly [language in DemoPerson["language"]]: string } = {
  en: "We send two newsletters a month and would like to see a demonstration.",
  fr: "Nous envoyons deux lettres par mois et aimerions voir une démonstration.",
  de: "Wir verschicken zwei Newsletter im Monat und möchten eine Vorführung sehen.",
};

/** The same person has the same key at every start: a form sent twice is one submission. */
function keyOf(person: DemoPerson, index: number): string {
  const hash = createHash("sha256").update(`${person.email} ${index}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
