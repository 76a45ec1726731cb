import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

export type CampaignState = "draft" | "selecting" | "sending" | "sent" | "stopped";

export type CampaignRow = {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly topic: string | null;
  readonly messageClass: string;
  readonly state: CampaignState;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly selectedUntil: string | null;
  readonly considered: number;
  readonly selected: number;
};

export type ContentRow = {
  readonly language: string;
  readonly subject: string;
  readonly body: string;
};

const COLUMNS = sql`campaign_id as id, name, purpose, topic, message_class as "messageClass", state,
  created_by as "createdBy", created_at as "createdAt", started_at as "startedAt",
  finished_at as "finishedAt", selected_until as "selectedUntil", considered, selected`;

export async function insertCampaign(
  tx: Tx,
  row: Pick<
    CampaignRow,
    "id" | "name" | "purpose" | "topic" | "messageClass" | "createdBy" | "createdAt"
  >,
  contents: readonly ContentRow[],
): Promise<void> {
  await sql`
    insert into campaign (campaign_id, name, purpose, topic, message_class, state, created_by, created_at)
    values (${row.id}, ${row.name}, ${row.purpose}, ${row.topic}, ${row.messageClass}, 'draft',
      ${row.createdBy}, ${row.createdAt})`.execute(tx);
  for (const { language, subject, body } of contents) {
    await sql`
      insert into campaign_content (campaign_id, language, subject_line, body_markdown)
      values (${row.id}, ${language}, ${subject}, ${body})`.execute(tx);
  }
}

/** Newest first; at most 200. */
export async function campaignRows(tx: Tx): Promise<readonly CampaignRow[]> {
  const query = sql<CampaignRow>`select ${COLUMNS} from campaign order by created_at desc limit 200`;
  return (await query.execute(tx)).rows;
}

export async function campaignRow(tx: Tx, id: string, lock: boolean): Promise<CampaignRow | null> {
  const query = sql<CampaignRow>`
    select ${COLUMNS} from campaign where campaign_id = ${id} ${lock ? sql`for update` : sql``}`;
  return (await query.execute(tx)).rows[0] ?? null;
}

export async function contentsOf(tx: Tx, id: string): Promise<readonly ContentRow[]> {
  const query = sql<ContentRow>`
    select language, subject_line as subject, body_markdown as body from campaign_content
     where campaign_id = ${id} order by language`;
  return (await query.execute(tx)).rows;
}

export async function setState(tx: Tx, id: string, state: CampaignState, at: Date): Promise<void> {
  const started = state === "selecting" ? sql`, started_at = ${at}` : sql``;
  const finished = state === "sent" || state === "stopped" ? sql`, finished_at = ${at}` : sql``;
  await sql`update campaign set state = ${state} ${started} ${finished} where campaign_id = ${id}`.execute(
    tx,
  );
}

export async function advance(
  tx: Tx,
  id: string,
  selectedUntil: string,
  considered: number,
  selected: number,
): Promise<void> {
  await sql`
    update campaign set selected_until = ${selectedUntil}, considered = considered + ${considered},
        selected = selected + ${selected} where campaign_id = ${id}`.execute(tx);
}

export type DenialRow = { readonly rule: number; readonly code: string; readonly people: number };

export async function addDenials(tx: Tx, id: string, rows: readonly DenialRow[]): Promise<void> {
  for (const { rule, code, people } of rows) {
    await sql`
      insert into campaign_denial (campaign_id, rule, code, people)
      values (${id}, ${rule}, ${code}, ${people})
      on conflict (campaign_id, rule, code) do update
        set people = campaign_denial.people + excluded.people`.execute(tx);
  }
}

export async function denialsOf(tx: Tx, id: string): Promise<readonly DenialRow[]> {
  const query = sql<DenialRow>`
    select rule, code, people from campaign_denial where campaign_id = ${id} order by people desc`;
  return (await query.execute(tx)).rows;
}

/** Campaigns that a stopped server left in the middle, and those whose queue ran empty. */
export async function movingCampaigns(tx: Tx): Promise<readonly CampaignRow[]> {
  const query = sql<CampaignRow>`
    select ${COLUMNS} from campaign where state in ('selecting', 'sending') order by started_at`;
  return (await query.execute(tx)).rows;
}
