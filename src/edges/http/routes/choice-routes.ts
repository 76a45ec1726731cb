import { createHash } from "node:crypto";
import { type Static, Type } from "typebox";
import type { Server } from "#edges/http/server";
import { cookieOf, setCookie } from "#edges/web/reader";

const strict = { additionalProperties: false } as const;
const PurposeId = Type.String({ minLength: 1, maxLength: 64 });
const Hash = Type.String({ pattern: "^[0-9a-f]{64}$" });

const BannerItem = Type.Object({
  id: Type.String(),
  item: Type.String(),
  kind: Type.String(),
  provider: Type.String(),
  lifetime: Type.String(),
});

const Banner = Type.Object({
  noticeVersion: Type.Integer(),
  language: Type.String(),
  direction: Type.String(),
  mode: Type.String(),
  noticeUrl: Type.String(),
  cookiesUrl: Type.String(),
  purposes: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      about: Type.String(),
      wording: Type.String(),
      since: Type.Integer(),
      signalled: Type.Boolean(),
      items: Type.Array(BannerItem),
    }),
  ),
  necessary: Type.Array(BannerItem),
  texts: Type.Record(Type.String(), Type.String()),
});

const Act = Type.Object(
  {
    purpose: PurposeId,
    act: Type.Union([Type.Literal("grant"), Type.Literal("refusal"), Type.Literal("withdrawal")]),
    wording: Hash,
  },
  strict,
);

const ChoicesBody = Type.Object(
  {
    noticeVersion: Type.Integer({ minimum: 1 }),
    language: Type.String({ minLength: 2, maxLength: 35 }),
    acts: Type.Array(Act, { maxItems: 100 }),
    device: Type.String({ maxLength: 4_096 }),
    signal: Type.Boolean(),
  },
  strict,
);

const ChoicesAnswer = Type.Object({
  cookie: Type.String(),
  cookieSeconds: Type.Integer(),
  receipts: Type.Array(Type.String()),
});

/** The plain form of the page, for browsers without JavaScript. */
const FormBody = Type.Object(
  {
    notice_version: Type.Integer({ minimum: 1 }),
    language: Type.String({ minLength: 2, maxLength: 35 }),
    all: Type.Optional(Type.String({ pattern: "^(grant|refusal)?$" })),
    grant: Type.Optional(Type.Array(PurposeId, { maxItems: 100 })),
    wording: Type.Optional(
      Type.Array(Type.String({ pattern: "^[a-z0-9-]{1,64}:[0-9a-f]{64}$" }), { maxItems: 100 }),
    ),
  },
  strict,
);

export type Banner = Static<typeof Banner>;
export type ChoicesBody = Static<typeof ChoicesBody>;
export type ChoicesAnswer = Static<typeof ChoicesAnswer>;

export type ChoiceRoutePort = {
  /** What the browser piece shows to a visitor from there, or null while no notice is in force. */
  banner(language: string, country: string | null): Promise<Banner | null>;
  /** Records the acts of a device; durable, journal included, when it resolves. */
  record(body: ChoicesBody, country: string | null): Promise<ChoicesAnswer>;
  /** What this device chose, as the server knows it; null for an altered or unknown token. */
  mine(device: string): Promise<unknown | null>;
  countryOf(ip: string): string | null;
  /** Origins of the declared sites, for which the browser's own rules are opened. */
  isOwnSite(origin: string): Promise<boolean>;
  /** Hears of each request of the browser piece on a declared site, by its host. */
  onOwnSite(site: string): void;
};

const COOKIE = "fn_choice";

export function choiceRoutes(port: ChoiceRoutePort, secure: boolean): (server: Server) => void {
  return (server) => {
    server.addHook("onRequest", async (request, reply) => {
      const { origin } = request.headers;
      if (origin === undefined || !(await port.isOwnSite(origin))) return;
      port.onOwnSite(new URL(origin).hostname);
      reply.header("access-control-allow-origin", origin).header("vary", "origin");
      reply.header("cross-origin-resource-policy", "cross-origin");
      if (request.method === "OPTIONS") {
        reply.header("access-control-allow-headers", "content-type");
        reply.header("access-control-allow-methods", "GET, POST");
        await reply.code(204).send();
      }
    });
    const hidden = { schema: { hide: true } };
    server.options("/v1/banner", hidden, async (_request, reply) => reply.code(204).send());
    server.options("/v1/choices", hidden, async (_request, reply) => reply.code(204).send());
    bannerRoute(server, port);
    recordRoute(server, port, secure);
    server.get("/v1/choices/me", async (request, reply) => {
      const device = cookieOf(request, COOKIE);
      const mine = device === null ? null : await port.mine(device);
      if (mine === null) return reply.callNotFound();
      return reply.header("cache-control", "no-store").send(mine);
    });
  };
}

function bannerRoute(server: Server, port: ChoiceRoutePort): void {
  const schema = {
    querystring: Type.Object({ lang: Type.Optional(Type.String({ maxLength: 35 })) }),
    response: { 200: Banner, 304: Type.Null() },
  };
  server.get("/v1/banner", { schema }, async (request, reply) => {
    const banner = await port.banner(request.query.lang ?? "", port.countryOf(request.ip));
    if (banner === null) return reply.callNotFound();
    // A version that came into force a moment ago is asked about at the next visit, not a minute
    // later: an old banner would let run what was chosen of something else.
    const etag = `"${createHash("sha256").update(JSON.stringify(banner)).digest("base64url")}"`;
    reply.header("cache-control", "private, no-cache").header("etag", etag);
    if (request.headers["if-none-match"] === etag) return reply.code(304).send(null);
    return reply.send(banner);
  });
}

function recordRoute(server: Server, port: ChoiceRoutePort, secure: boolean): void {
  const schema = { body: Type.Union([ChoicesBody, FormBody]) };
  const config = { rateLimit: { max: 120, timeWindow: 60_000 }, sender: "own-sites" as const };
  server.post("/v1/choices", { schema, config }, async (request, reply) => {
    const { body } = request;
    const country = port.countryOf(request.ip);
    if (!("notice_version" in body)) {
      const answer = await port.record(body, country);
      return reply.code(201).header("cache-control", "no-store").send(answer);
    }
    const device = cookieOf(request, COOKIE) ?? "";
    const signal = request.headers["sec-gpc"] === "1";
    const answer = await port.record(actsOf(body, device, signal), country);
    const settings = { maxAgeSeconds: answer.cookieSeconds, secure, script: true };
    setCookie(reply, COOKIE, answer.cookie, settings);
    const [first] = answer.receipts;
    return reply.redirect(`/cookies/saved${first === undefined ? "" : `?receipt=${first}`}`, 303);
  });
}

/** A box that is not ticked is a refusal: the form shows every purpose that is asked about. */
function actsOf(body: Static<typeof FormBody>, device: string, signal: boolean): ChoicesBody {
  const ticked = new Set(body.grant ?? []);
  const acts = (body.wording ?? []).map((pair) => {
    const [purpose = "", wording = ""] = pair.split(":");
    const granted = body.all === "grant" || (body.all !== "refusal" && ticked.has(purpose));
    return { purpose, act: granted ? ("grant" as const) : ("refusal" as const), wording };
  });
  return { noticeVersion: body.notice_version, language: body.language, acts, device, signal };
}
