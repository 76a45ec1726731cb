import type { Routes } from "#edges/http/server";

/**
 * A third party of the demo site: a host of its own that serves a tag and answers its call. Cookies
 * ignore ports but not hosts, so each has a name under `.localhost`, which browsers resolve to this
 * machine (RFC 6761).
 */
export type ThirdParty = {
  readonly host: string;
  readonly name: string;
  /** Ids of the stored items of the notice that it sets; the tag waits for each of them. */
  readonly item: string;
  /** A cookie that its script writes on the visited site. */
  readonly onSite: { readonly name: string; readonly days: number } | null;
  /** A cookie that its server sets on its own host. */
  readonly onHost: { readonly name: string; readonly days: number } | null;
};

export const THIRD_PARTIES: readonly ThirdParty[] = [
  {
    host: "google-analytics.localhost",
    name: "Google Analytics",
    item: "ga",
    onSite: { name: "_ga", days: 390 },
    onHost: null,
  },
  {
    host: "doubleclick.localhost",
    name: "DoubleClick",
    item: "ar-v4",
    onSite: { name: "__ar_v4", days: 365 },
    onHost: null,
  },
  {
    host: "adroll.localhost",
    name: "AdRoll",
    item: "adroll",
    onSite: null,
    onHost: { name: "AdRoll", days: 395 },
  },
  {
    host: "googleads.localhost",
    name: "Google Ads",
    item: "google-ads",
    onSite: null,
    onHost: { name: "Conversion", days: 90 },
  },
  {
    host: "leadforensics.localhost",
    name: "Lead Forensics",
    item: "trackdiscovery",
    onSite: null,
    onHost: { name: "trackdiscovery.net", days: 365 },
  },
];

const DAY_SECONDS = 24 * 3600;

/**
 * Serves the third parties on the port of the site, told apart by host. They remember nothing:
 * there is nothing behind them.
 */
export function thirdPartyRoutes(parties: readonly ThirdParty[]): Routes {
  return (server) => {
    for (const party of parties) {
      const constraints = { host: new RegExp(`^${party.host.replaceAll(".", "\\.")}(:\\d+)?$`) };
      const schema = { hide: true };
      server.get("/tag.js", { constraints, schema }, async (_request, reply) =>
        reply
          .type("text/javascript; charset=utf-8")
          .header("cache-control", "no-store")
          .header("cross-origin-resource-policy", "cross-origin")
          .send(tagOf(party)),
      );
      server.get("/pixel.gif", { constraints, schema }, async (_request, reply) => {
        reply
          .header("cache-control", "no-store")
          .header("cross-origin-resource-policy", "cross-origin");
        if (party.onHost !== null) {
          const { name, days } = party.onHost;
          // As third parties must write it: browsers keep no other cookie of a site that is only
          // embedded.
          const life = `Max-Age=${days * DAY_SECONDS}; SameSite=None; Secure`;
          reply.header("set-cookie", `${name}=demo; Path=/; ${life}`);
        }
        return reply.type("image/gif").send(PIXEL);
      });
    }
  };
}

/** The smallest transparent picture. */
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

function tagOf({ onSite }: ThirdParty): string {
  const write =
    onSite === null
      ? ""
      : `document.cookie = "${onSite.name}=demo." + Date.now() + "; Path=/; Max-Age=${onSite.days * DAY_SECONDS}; SameSite=Lax";\n`;
  return `${write}new Image().src = new URL("/pixel.gif", document.currentScript.src).href;\n`;
}
