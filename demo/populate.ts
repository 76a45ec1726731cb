import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import { sendDemoCampaign } from "./campaign.ts";
import { type DemoPerson, demoPeople } from "./people.ts";
import { type Random, seeded } from "./random.ts";
import { type DemoRequest, type Visitor, visitor } from "./visitor.ts";

/**
 * People who are under way at the same time; their letters are read from the mailbox's first page.
 */
const BATCH = 30;
const LETTER_WAIT_MS = 30_000;
const LOOK_MS = 200;
const DONE = "demo-filled";

/**
 * Sends the invented people through the public doors, once: pages and forms by HTTP, proofs by the
 * links in their mail, choices by the banner's door. It goes on where it stopped: a form that was
 * sent is known by its key.
 * @param stopped asked between batches, so that Ctrl-C need not wait.
 */
export async function populate(
  server: Server,
  house: House,
  say: (text: string) => void,
  stopped: () => boolean,
): Promise<void> {
  const marker = join(house.config.data, DONE);
  if (house.mailbox === null || existsSync(marker)) return;
  const people = demoPeople(house.config.demoPeople);
  const random = seeded(2_017);
  for (let from = 0; from < people.length && !stopped(); from += BATCH) {
    await sendBatch(server, house, people.slice(from, from + BATCH), from, random);
    say(
      `Demo: ${Math.min(from + BATCH, people.length)} of ${people.length} invented people came in`,
    );
  }
  if (stopped()) return;
  await sendDemoCampaign(house);
  writeFileSync(marker, `${new Date(house.clock()).toISOString()}\n`);
  say("Demo: everybody is in; their newsletter is on its way");
}

type Plan = {
  readonly person: DemoPerson;
  readonly visit: Visitor;
  readonly proves: boolean;
  readonly asks: boolean;
};

/** One in so many asks about their own data, for each right in turn. */
const EVERY = 12;
const REQUESTS: readonly DemoRequest[] = [
  "access",
  "objection",
  "erasure",
  "correction",
  "complaint",
];

async function sendBatch(
  server: Server,
  house: House,
  people: readonly DemoPerson[],
  from: number,
  random: Random,
): Promise<void> {
  const since = house.clock();
  const plans: Plan[] = [];
  for (const [index, person] of people.entries()) {
    const visit = visitor(server, person, from + index);
    await visit.chooses(random.chance(0.62), random.chance(0.1));
    await visit.sendsForm(random);
    const turn = (from + index) / EVERY;
    const kind = Number.isInteger(turn) ? REQUESTS[turn % REQUESTS.length] : undefined;
    if (kind !== undefined) await visit.asks(kind);
    // Some never follow the link of their request: it waits, and lapses in the end.
    const asks = kind !== undefined && turn % 7 !== 6;
    plans.push({ person, visit, proves: random.chance(0.82), asks });
  }
  const confirm = await followLinks(house, plans, since, /\/(confirm|library\/read)\//);
  for (const [plan, path] of confirm) if (plan.proves) await plan.visit.follows(path);
  const asking = plans.filter(({ asks }) => asks);
  const requests = await followLinks(house, asking, since, /\/rights\/prove\//);
  for (const [plan, path] of requests) await plan.visit.proves(path);
}

/** Waits for a letter with such a link to each of them. @returns the paths that came in time. */
async function followLinks(
  house: House,
  plans: readonly Plan[],
  since: number,
  wanted: RegExp,
): Promise<readonly (readonly [Plan, string])[]> {
  const waiting = new Map(plans.map((plan) => [plan.person.email, plan]));
  const found: (readonly [Plan, string])[] = [];
  const until = Date.now() + LETTER_WAIT_MS;
  while (waiting.size > 0 && Date.now() < until) {
    for (const letter of (await house.mailbox?.listLetters(200)) ?? []) {
      const plan = waiting.get(letter.to);
      const link = letter.links.find((each) => wanted.test(each));
      if (plan === undefined || link === undefined || letter.receivedAt < since) continue;
      waiting.delete(letter.to);
      found.push([plan, new URL(link).pathname]);
    }
    if (waiting.size > 0) await sleep(LOOK_MS);
  }
  return found;
}
