import { resolveTxt } from "node:dns/promises";
import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import { guardOf } from "./console-routes.ts";
import { FirstDay, MailCheck } from "./schemas.ts";

const DEMO_PAGE = 200;

/**
 * When a page on a declared site last loaded the browser piece; of this process, for the checklist
 * only.
 */
export type SitesSeen = { readonly lastSeen: (site: string) => number | null };

/** The five steps from the demo to one's own notice on one's own site. */
export function firstDayRoutes(
  house: House,
  seen: SitesSeen,
  verifyMail: () => Promise<void>,
): (server: Server) => void {
  const guard = guardOf(house);
  return (server) => {
    server.get(
      "/console/api/first-day",
      { schema: { response: { 200: FirstDay } } },
      async (request) => {
        await guard(request, "checklist.see");
        return firstDay(house, seen);
      },
    );
    server.post(
      "/console/api/first-day/mail-check",
      { schema: { response: { 200: MailCheck } } },
      async (request) => {
        await guard(request, "checklist.act");
        return mailCheck(house, verifyMail);
      },
    );
    server.post("/console/api/first-day/leave-demo", async (request) => {
      await guard(request, "checklist.act");
      return { erased: await leaveDemo(house) };
    });
  };
}

async function firstDay(house: House, seen: SitesSeen) {
  const { config } = house;
  return house.inTransaction(async (tx) => {
    const notice = await house.notices.inForce(tx);
    const colleagues = await house.staff.countActive(tx);
    const demoPeople = await house.people.countDemo(tx);
    const sites = (notice?.sites ?? []).map((site) => {
      const at = seen.lastSeen(site);
      return { site, lastSeen: at === null ? null : new Date(at).toISOString() };
    });
    const isOut = sites.some(({ site, lastSeen }) => site !== "localhost" && lastSeen !== null);
    return {
      steps: [
        {
          id: "colleague" as const,
          done: colleagues > 1,
          detail:
            "Nobody should guard people's data alone. Each role may do what it needs and no more.",
        },
        {
          id: "notice" as const,
          done: !config.demo,
          detail:
            "Answer some questions, or let the command read your site, and you have a manifest to start from. Then start again: your notice is served and enforced.",
        },
        {
          id: "snippet" as const,
          done: isOut,
          detail:
            "Name your site in the manifest, in its list “sites”, and put these lines into its pages. What needs a choice waits for it.",
        },
        {
          id: "mail" as const,
          done: config.smtp !== null,
          detail:
            config.smtp === null
              ? "No mail server is configured, so all mail goes to the development mailbox under /mailbox. Set FAIRNOTICE_SMTP to smtp://user:password@host:587."
              : "Mail goes out through your server. Test the connection and the three records that receivers ask for.",
        },
        {
          id: "demo" as const,
          done: demoPeople === 0,
          detail:
            "Erases everybody who is invented, the way a real person is erased. The log keeps that they were there.",
        },
      ],
      snippet: snippetOf(config.baseUrl),
      sites,
      initCommand:
        "npm run -s fairnotice -- init --from https://www.your-company.example --out notices/own.yaml\nnpm run -s fairnotice -- check notices/own.yaml\nnpm start",
      demoPeople,
    };
  });
}

function snippetOf(baseUrl: string): string {
  return [
    `<script src="${baseUrl}/sdk.js" defer></script>`,
    `<!-- each tag waits for the stored item that it sets -->`,
    `<script type="text/plain" data-fairnotice-item="ga" src="https://..."></script>`,
    `<button data-fairnotice-open>Cookie choices</button>`,
  ].join("\n");
}

/**
 * Looks SPF, DKIM and DMARC up and says what to write where one is missing (RFC 7208, 6376, 9989).
 */
async function mailCheck(house: House, verifyMail: () => Promise<void>) {
  const notice = await house.inTransaction((tx) => house.notices.inForce(tx));
  const sender = [...(notice?.messageClasses.values() ?? [])].find(
    (each) => each.sender !== null,
  )?.sender;
  const domain = sender?.email.split("@")[1] ?? house.config.mailDomain;
  const connection = await verifyMail().then(
    () => ({ ok: true, detail: "the mail server greets us and lets us in" }),
    (error: { code?: string }) => ({
      ok: false,
      detail: `the mail server does not answer (${error.code ?? "refused"})`,
    }),
  );
  const records = await Promise.all([
    record("SPF", domain, "v=spf1", "v=spf1 include:YOUR-RELAY -all"),
    record(
      "DKIM",
      `fairnotice._domainkey.${domain}`,
      "v=DKIM1",
      "v=DKIM1; k=rsa; p=THE-KEY-OF-YOUR-RELAY",
    ),
    record(
      "DMARC",
      `_dmarc.${domain}`,
      "v=DMARC1",
      `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`,
    ),
  ]);
  return { domain, connection, records };
}

async function record(kind: "SPF" | "DKIM" | "DMARC", name: string, begins: string, write: string) {
  try {
    const found = (await resolveTxt(name))
      .map((parts) => parts.join(""))
      .find((text) => text.startsWith(begins));
    return { kind, name, ok: found !== undefined, found: found ?? null, write };
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    // No such record, no such domain, or no name server to ask: in each case there is nothing to
    // show.
    if (!/^(ENOTFOUND|ENODATA|ECONNREFUSED|ETIMEOUT|ESERVFAIL|EREFUSED|ETIMEDOUT)$/.test(code))
      throw error;
    const told = /^(ENOTFOUND|ENODATA)$/.test(code) ? null : `could not be looked up (${code})`;
    return { kind, name, ok: false, found: told, write };
  }
}

async function leaveDemo(house: House): Promise<number> {
  let erased = 0;
  for (;;) {
    const page = await house.inTransaction((tx) => house.people.demoPage(tx, DEMO_PAGE));
    if (page.length === 0) return erased;
    for (const id of page) {
      await house.inTransaction(async (tx) => {
        const ids = await house.people.markErased(tx, id);
        await house.eraseRecords(tx, ids);
        await house.people.destroy(tx, ids);
      });
      erased += 1;
    }
  }
}
