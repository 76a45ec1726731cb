import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stopsIn, unreachedIn } from "#changes";
import type { House } from "#edges/house";
import type { Tx } from "#platform/database/database";
import { type Contact, contact } from "#test/support/contact";
import { freshHouse } from "#test/support/house";
import { approvedDraft, type Change, nextText, raised, reworded } from "#test/support/next-version";
import { postOf } from "#test/support/post";
import { subscriber } from "#test/support/subscriber";

type Opened = Awaited<ReturnType<typeof freshHouse>>;
let opened: Opened;
let house: House;
const [ann, bea] = [randomUUID(), randomUUID()];
const run = <T>(work: (tx: Tx) => Promise<T>) => house.inTransaction(work);

let reader: Contact;
let left: Contact;
let silent: Contact;

/** More data for the same newsletter, so its consent is asked again. */
const MARKETING: readonly Change[] = [
  { under: "purposes.marketing.categories", add: "enquiry" },
  { under: "purposes.marketing.retention.0.categories", add: "enquiry" },
  ...raised("marketing", false),
];

beforeAll(async () => {
  opened = await freshHouse();
  house = opened.house;
  reader = await subscriber(house, "reader@reader.example");
  await subscriber(house, "lecteur@lecteur.example", { language: "fr" });
  left = await subscriber(house, "left@reader.example");
  await contact(house, "asked@reader.example");
  silent = await byPhone();
  await run(async (tx) => {
    const notice = await house.notices.inForce(tx);
    if (notice === null) throw new Error("no notice");
    const scope = { purpose: "marketing", channel: "email" } as const;
    const act = { ...scope, act: "withdrawal", wording: "0".repeat(64) } as const;
    const withdrawal = { ...act, namedSignal: false, refusalsShown: [] };
    await house.choices.record(tx, notice, left.id, [withdrawal], "explicit");
  });
}, 60_000);
afterAll(() => opened.close());

/** Somebody who left a telephone number only. */
async function byPhone(): Promise<Contact> {
  const collected = await run((tx) =>
    house.people.collect(tx, {
      ...{ subjectId: null, source: "service", form: null, noticeVersion: 1 },
      purposes: ["enquiries"],
      values: [{ category: "phone", text: "+442079460321", address: "phone" }],
      residence: { declared: "GB", predicted: null },
      ...{ language: "en", relationship: "prospect", interest: null, demo: false },
    } as never),
  );
  if (!collected.collected) throw new Error(JSON.stringify(collected.denied.reasons));
  return { id: collected.subjectId, addressId: "" };
}

async function counted(source: string) {
  const draft = await run((tx) =>
    house.notices.drafts.create(tx, { source, fileName: "notice.yaml" }, ann),
  );
  await run((tx) => house.changes.startImpact(tx, draft.draftId, ann));
  await house.changes.work();
  const row = await run((tx) => house.changes.impactOf(tx, draft.draftId));
  if (row?.state !== "done") throw new Error(`not done: ${JSON.stringify(row)}`);
  return { draftId: draft.draftId, row, counters: row.counters };
}

test("impact: which uses stop, who is asked again and who is told, by the gate itself", async () => {
  const { row, counters, draftId } = await counted(await nextText(house, ...MARKETING));
  expect(row.considered).toBe(5);
  expect(stopsIn(counters).filter(({ channel }) => channel === "email")).toEqual([
    { purpose: "marketing", channel: "email", rule: 6, code: "consent-outdated", people: 2 },
  ]);
  expect(counters.askAgain).toEqual({ marketing: 2 });
  expect(counters).toMatchObject({ asked: 2, devicesAsked: 0 });
  // The same text over the same data is not counted again; new data is.
  const again = await run((tx) => house.changes.startImpact(tx, draftId, bea));
  expect(again.impactId).toBe(row.impactId);
  await contact(house, "later@reader.example");
  const fresh = await run((tx) => house.changes.startImpact(tx, draftId, bea));
  expect(fresh.impactId).not.toBe(row.impactId);
  await house.changes.work();
});

test("impact: a run that is killed between pages goes on and counts nobody twice", async () => {
  const { row } = await counted(await nextText(house, ...MARKETING));
  const { rows } = await opened.database.owner.query(
    "select subject_id from subject_state where kind = 'person' order by subject_id limit 1 offset 2",
  );
  await opened.database.owner.query(
    `update notice_impact set state = 'running', phase = 'people', looked_until = $1,
       considered = 3, counters = '{"people":{},"askAgain":{},"stops":{},"unreached":{},"asked":0,
       "told":0,"byEmail":0,"devicesAsked":0,"devicesTold":0}' where impact_id = $2`,
    [rows[0].subject_id, row.impactId],
  );
  await house.changes.work();
  const ended = await run((tx) => house.changes.impactOf(tx, row.draftId));
  expect(ended).toMatchObject({ state: "done", considered: row.considered });
  expect(ended?.counters.told).toBeLessThan(row.counters.told);
});

test("a change of words alone concerns nobody", async () => {
  const { counters } = await counted(await nextText(house, reworded("again")));
  expect(counters).toMatchObject({ people: {}, stops: {}, asked: 0, told: 0 });
});

test("published: whom it concerns is told once, in their language, and that is on record", async () => {
  const draft = await approvedDraft(house, await nextText(house, ...MARKETING), [ann, bea]);
  const { draftId, text } = draft;
  await run((tx) => house.notices.drafts.schedule(tx, draftId, text.sha256, null, bea));
  const { counters } = await counted(await nextText(house, reworded("once more")));
  expect(counters.told).toBe(0);
  await house.changes.work();
  await house.messages.drain(4);
  const post = postOf(house.config.data);
  const english = await post.letter("reader@reader.example", /Our privacy notice changes/);
  expect(english.text).toContain("version 2 of our privacy notice");
  expect(english.text).toContain("What you ask and which product it is about");
  expect(english.text).toContain("/privacy/versions/2?lang=en");
  const french = await post.letter("lecteur@lecteur.example", /Notre avis/);
  expect(french.text).toContain("la version 2");
  const kept = await run((tx) => house.changes.letter(tx, 2, "fr"));
  for (const paragraph of kept ?? []) expect(flat(french.text)).toContain(flat(paragraph));
  const telling = await run((tx) => house.changes.telling(tx, 2));
  // Who left a telephone number might be called for marketing: told, but no mail reaches them.
  expect(telling).toMatchObject({ state: "sending", pass: 1, affected: 6, unreached: 1 });
  expect(telling?.letters).toEqual({ sent: 5 });
  const subjects = await run((tx) => house.gate.subjects(tx, [reader.id, silent.id]));
  const told = subjects.get(reader.id)?.values?.map(({ notified }) => notified.marketing);
  expect(told).toEqual([[2]]);
  expect(subjects.get(silent.id)?.values?.[0]?.notified).toEqual({});
});

const flat = (text: string) => text.replace(/\s+/g, " ");

test("the second pass finds who came meanwhile, doubles nobody, and ends on the record", async () => {
  const before = await run((tx) => house.changes.telling(tx, 2));
  await opened.database.owner.query(
    "update notice_telling set second_pass_at = now() - interval '1 second'",
  );
  await house.changes.work();
  await house.messages.drain(4);
  await house.changes.work();
  const after = await run((tx) => house.changes.telling(tx, 2));
  expect(after).toMatchObject({ state: "ended", pass: 2, affected: before?.affected });
  for (const email of ["reader@reader.example", "lecteur@lecteur.example"]) {
    const letters = await postOf(house.config.data).to(email);
    expect(letters.filter(({ subject }) => /privacy notice|avis/.test(subject))).toHaveLength(1);
  }
  const { rows } = await opened.database.owner.query(
    "select body from fact where kind = 'notice.telling-ended'",
  );
  expect(rows[0].body).toMatchObject({ version: 2, affected: after?.affected, unsent: 0 });
});

test("whom no mail can reach is listed, and the erased are not written to", async () => {
  const gone = await subscriber(house, "gone@reader.example");
  const text = await nextText(house, {
    ...{ under: "recipients.hosting.countries", add: "IN" },
  });
  const { counters } = await counted(text);
  expect(unreachedIn(counters)).toEqual([{ rule: 3, code: "fact-missing", people: 1 }]);
  const draft = await approvedDraft(house, text, [ann, bea]);
  await run((tx) => house.notices.drafts.schedule(tx, draft.draftId, draft.text.sha256, null, bea));
  await house.changes.work();
  // Queued, and erased before the letter goes out.
  await run((tx) => house.people.markErased(tx, gone.id));
  await house.messages.drain(4);
  expect(await run((tx) => house.changes.unreached(tx, 3, null, 100))).toContain(silent.id);
  expect(await postOf(house.config.data).to("gone@reader.example")).toEqual([]);
  const letters = await postOf(house.config.data).to("asked@reader.example");
  expect(letters.map(({ subject }) => subject)).toContain("Our privacy notice changes");
  const telling = await run((tx) => house.changes.telling(tx, 3));
  expect(telling?.unreached).toBe(1);
  expect(telling?.letters.denied).toBe(1);
});
