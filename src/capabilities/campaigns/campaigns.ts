/** A newsletter in the reader's language to those whom the gate allows. Rank 5; see README.md. */
import type { Denied } from "#core/gate/decision";
import type { Subject } from "#core/gate/subject";
import type { Use } from "#core/gate/use";
import type { Notice } from "#core/notice/notice";
import type { Gate } from "#gate";
import type { Messages, NewMessage } from "#messages";
import { derivedUuid } from "#platform/crypto/uuid";
import type { Tx } from "#platform/database/database";
import { refuse } from "./errors.ts";
import {
  addDenials,
  advance,
  type CampaignRow,
  type CampaignState,
  type ContentRow,
  campaignRow,
  campaignRows,
  contentsOf,
  type DenialRow,
  denialsOf,
  insertCampaign,
  movingCampaigns,
  setState,
} from "./store.ts";

export type { CampaignRow, ContentRow, DenialRow } from "./store.ts";

/** People looked at in one transaction. */
const PAGE = 500;
const MARKETING = "marketing";
const SERVICE = "service";

export type CampaignDeps = {
  readonly inTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly gate: Gate;
  readonly messages: Messages;
  readonly inForce: (tx: Tx) => Promise<Notice | null>;
  /** Languages of people, for the text that each gets. */
  readonly languagesOf: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly newId: () => string;
  readonly clock: () => number;
};

export type Draft = {
  readonly name: string;
  readonly purpose: string;
  readonly topic: string | null;
  readonly contents: readonly ContentRow[];
};

export type CampaignView = CampaignRow & {
  readonly total: number;
  readonly messages: { readonly [state: string]: number };
  readonly denials: readonly DenialRow[];
  readonly contents: readonly ContentRow[];
};

export type Campaigns = ReturnType<typeof openCampaigns>;

export function openCampaigns(deps: CampaignDeps) {
  const view = async (tx: Tx, row: CampaignRow): Promise<CampaignView> => ({
    ...row,
    total: await deps.gate.countPeople(tx),
    messages: await deps.messages.campaignStates(tx, row.id),
    denials: await denialsOf(tx, row.id),
    contents: await contentsOf(tx, row.id),
  });
  return {
    draft: (tx: Tx, given: Draft, staffId: string) => draft(deps, tx, given, staffId),
    async list(tx: Tx): Promise<readonly CampaignView[]> {
      const rows = await campaignRows(tx);
      const views: CampaignView[] = [];
      for (const row of rows) views.push(await view(tx, row));
      return views;
    },
    async view(tx: Tx, id: string): Promise<CampaignView> {
      return view(tx, (await campaignRow(tx, id, false)) ?? refuse("campaign.unknown"));
    },
    contentsOf,
    async start(tx: Tx, id: string): Promise<void> {
      const row = (await campaignRow(tx, id, true)) ?? refuse("campaign.unknown");
      if (row.state !== "draft") refuse("campaign.not_a_draft");
      await setState(tx, id, "selecting", new Date(deps.clock()));
    },
    async stop(tx: Tx, id: string): Promise<void> {
      const row = (await campaignRow(tx, id, true)) ?? refuse("campaign.unknown");
      if (row.state !== "selecting" && row.state !== "sending") return;
      await deps.messages.cancelCampaign(tx, id);
      await setState(tx, id, "stopped", new Date(deps.clock()));
    },
    /**
     * Moves every started campaign on by pages, until none moves. Called by the worker; restarts go
     * on where it stopped.
     */
    work: () => work(deps),
  };
}

async function draft(deps: CampaignDeps, tx: Tx, given: Draft, staffId: string): Promise<string> {
  const notice = (await deps.inForce(tx)) ?? refuse("campaign.no_notice");
  const purpose = notice.purposes.get(given.purpose);
  const topicIsDeclared = given.topic === null || purpose?.topics.has(given.topic);
  const languagesAreDeclared = given.contents.every(({ language }) =>
    notice.languages.includes(language),
  );
  if (
    purpose === undefined ||
    !purpose.channels.has("email") ||
    !topicIsDeclared ||
    !languagesAreDeclared
  ) {
    return refuse("campaign.undeclared", { purpose: given.purpose.slice(0, 64) });
  }
  const id = deps.newId();
  const messageClass = purpose.directMarketing ? MARKETING : SERVICE;
  const { name, topic, contents } = given;
  const row = { id, name, purpose: purpose.id, topic, messageClass, createdBy: staffId };
  await insertCampaign(tx, { ...row, createdAt: new Date(deps.clock()) }, contents);
  return id;
}

async function work(deps: CampaignDeps): Promise<number> {
  const moving = await deps.inTransaction(movingCampaigns);
  let moved = 0;
  for (const { id, state } of moving) {
    if (state === "selecting") {
      while (await deps.inTransaction((tx) => selectPage(deps, tx, id))) moved += 1;
    } else if (await deps.inTransaction((tx) => finishIfDone(deps, tx, id))) moved += 1;
  }
  return moved;
}

/** One page of people. @returns whether there is another. */
async function selectPage(deps: CampaignDeps, tx: Tx, id: string): Promise<boolean> {
  const row = await campaignRow(tx, id, true);
  if (row?.state !== "selecting") return false;
  const people = await deps.gate.people(tx, row.selectedUntil, PAGE);
  const last = people.at(-1);
  if (last === undefined) {
    await setState(tx, id, "sending", new Date(deps.clock()));
    return false;
  }
  const chosen = new Map<string, { use: Use; address: string }>();
  const decisions = await deps.gate.askMany(tx, people, (subject) => {
    const found = useFor(row, subject);
    if (found !== null) chosen.set(subject.ids?.[0]?.id ?? "", found);
    return found?.use ?? null;
  });
  const languages = await deps.languagesOf(tx, people);
  const contents = await contentsOf(tx, id);
  const messages: NewMessage[] = [];
  const denied: Denied[] = [];
  for (const [subjectId, decision] of decisions) {
    const found = chosen.get(subjectId);
    if (!decision.allowed) denied.push(decision);
    else if (found !== undefined) {
      messages.push(
        messageFor(row, subjectId, found.address, textFor(contents, languages.get(subjectId))),
      );
    }
  }
  const withoutAddress = people.length - decisions.size;
  if (messages.length > 0) await deps.messages.enqueue(tx, messages);
  await addDenials(tx, id, counted(denied, withoutAddress));
  await advance(tx, id, last, people.length, messages.length);
  return true;
}

/**
 * What the gate is asked for one person: mail to their newest proven address, else to the newest
 * one at all.
 */
function useFor(row: CampaignRow, subject: Subject): { use: Use; address: string } | null {
  const byMail = (subject.addresses ?? []).filter(({ channels }) => channels.includes("email"));
  const address = byMail.filter(({ verified }) => verified).at(-1) ?? byMail.at(-1);
  const value = subject.values?.find(({ id }) => id === address?.id);
  if (address === undefined || value === undefined) return null;
  const use: Use = {
    kind: "contact",
    purpose: row.purpose,
    categories: [value.category],
    channel: "email",
    address: address.id,
    messageClass: row.messageClass,
    partClasses: [row.messageClass],
    ...(row.topic === null ? {} : { topic: row.topic }),
  };
  return { use, address: address.id };
}

function messageFor(
  row: CampaignRow,
  subjectId: string,
  addressId: string,
  language: string,
): NewMessage {
  return {
    subjectId,
    // Whoever is selected twice is written to once.
    messageId: derivedUuid(`${row.id} ${subjectId}`),
    class: row.messageClass,
    purpose: row.purpose,
    topic: row.topic,
    family: null,
    campaignId: row.id,
    template: "campaign",
    params: { campaign: row.id },
    language,
    addressId,
    marketing: row.messageClass === MARKETING,
  };
}

function textFor(contents: readonly ContentRow[], language: string | undefined): string {
  const own = contents.find((content) => content.language === language);
  return own?.language ?? contents[0]?.language ?? "en";
}

/** The first reason of each denial names it; a person falls out once. */
function counted(denied: readonly Denied[], withoutAddress: number): readonly DenialRow[] {
  const counts = new Map<string, DenialRow>();
  for (const { reasons } of denied) {
    const [first] = reasons;
    if (first === undefined) continue;
    const key = `${first.rule} ${first.code}`;
    const known = counts.get(key);
    counts.set(key, { rule: first.rule, code: first.code, people: (known?.people ?? 0) + 1 });
  }
  const rows = [...counts.values()];
  if (withoutAddress > 0) rows.push({ rule: 3, code: "fact-missing", people: withoutAddress });
  return rows;
}

async function finishIfDone(deps: CampaignDeps, tx: Tx, id: string): Promise<boolean> {
  const states = await deps.messages.campaignStates(tx, id);
  const waiting = (states.queued ?? 0) + (states.claimed ?? 0) + (states.begun ?? 0);
  if (waiting > 0) return false;
  const row = await campaignRow(tx, id, true);
  const done: CampaignState = "sent";
  if (row?.state === "sending") await setState(tx, id, done, new Date(deps.clock()));
  return true;
}
