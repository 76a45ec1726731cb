import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { publishNotice } from "#main/publish-notice";
import type { Tx } from "#platform/database/database";
import { freshHouse } from "#test/support/house";
import { approvedDraft, changedText, nextText, reworded } from "#test/support/next-version";

type Opened = Awaited<ReturnType<typeof freshHouse>>;
let opened: Opened;
/** A text that could be published. */
let text: string;
const [ann, bea, cid] = [randomUUID(), randomUUID(), randomUUID()];
const DAY_MS = 24 * 3_600_000;

beforeAll(async () => {
  opened = await freshHouse();
});
afterAll(() => opened.close());
beforeEach(async () => {
  text = await nextText(opened.house, words());
});

let count = 0;
/** A change that only words have, another each time. */
function words() {
  count += 1;
  return reworded(`draft ${count}`);
}

const doors = () => opened.house.notices.drafts;
const run = <T>(work: (tx: Tx) => Promise<T>) => opened.house.inTransaction(work);
const created = (source = text, by = ann) =>
  run((tx) => doors().create(tx, { source, fileName: "notice.yaml" }, by));
const approved = () => approvedDraft(opened.house, text, [ann, bea]);
const versionNow = () => run((tx) => opened.house.notices.versionInForce(tx));

async function facts(draftId: string): Promise<readonly string[]> {
  const { rows } = await opened.database.owner.query(
    "select kind from fact where body->>'draftId' = $1 order by position",
    [draftId],
  );
  return rows.map(({ kind }) => kind);
}

test("a draft is written, reviewed by another person and published; each step is a fact", async () => {
  const before = (await versionNow()) as number;
  const draft = await created();
  const { draftId } = draft;
  expect(draft).toMatchObject({ state: "draft", edit: 1, authors: [ann], reviews: [] });
  const { sha256 } = draft.text;
  await run((tx) => doors().submit(tx, draftId, sha256, ann));
  const asked = { verdict: "ask-changes", sha256, note: "Say which answer." } as const;
  const back = await run((tx) =>
    doors().review(tx, draftId, { ...asked, reviewer: { id: bea, isOwner: false } }),
  );
  expect(back.state).toBe("draft");
  const better = await run((tx) =>
    doors().save(tx, draftId, 1, changedText(text, ["to answer", "to answer you"]), ann),
  );
  await run((tx) => doors().submit(tx, draftId, better.text.sha256, ann));
  const good = { verdict: "approve", sha256: better.text.sha256, note: "" } as const;
  await run((tx) =>
    doors().review(tx, draftId, { ...good, reviewer: { id: bea, isOwner: false } }),
  );
  const out = await run((tx) => doors().schedule(tx, draftId, better.text.sha256, null, cid));
  expect(out).toMatchObject({ state: "published", publishedVersion: before + 1 });
  expect(await versionNow()).toBe(before + 1);
  expect(await facts(draftId)).toEqual([
    ...["notice.drafted", "notice.submitted", "notice.reviewed", "notice.drafted"],
    ...["notice.submitted", "notice.reviewed", "notice.scheduled", "notice.published"],
  ]);
  const [head] = (await run((tx) => opened.house.notices.heads(tx))).slice(-1);
  expect(head).toMatchObject({ draftId, version: before + 1 });
});

test("two who write at once: the second is told who saved, and nothing is lost", async () => {
  const { draftId } = await created();
  const [one, two] = [changedText(text, ["draft", "one"]), changedText(text, ["draft", "two"])];
  const saved = await Promise.allSettled([
    run((tx) => doors().save(tx, draftId, 1, one, ann)),
    run((tx) => doors().save(tx, draftId, 1, two, bea)),
  ]);
  const refused = saved.find((each) => each.status === "rejected");
  expect(saved.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  const now = await run((tx) => doors().view(tx, draftId));
  expect(refused?.reason).toMatchObject({
    code: "notice.edited_meanwhile",
    params: { edit: 2, given: 1, editedBy: now.text.editedBy },
  });
  expect(now.edit).toBe(2);
  const first = await run((tx) => doors().textOf(tx, draftId, 1));
  expect(first?.source).toBe(text);
  const same = await run((tx) => doors().save(tx, draftId, 1, now.text.source, cid));
  expect([same.edit, same.authors]).toEqual([2, now.authors]);
});

test("who wrote any part of it cannot approve it, nor can an approval outlive an edit", async () => {
  const { draftId } = await created();
  const second = await run((tx) =>
    doors().save(tx, draftId, 1, changedText(text, ["draft", "other"]), bea),
  );
  const { sha256 } = second.text;
  await run((tx) => doors().submit(tx, draftId, sha256, ann));
  const by = (id: string, more: object = {}) =>
    run((tx) =>
      doors().review(tx, draftId, {
        ...{ verdict: "approve", sha256, note: "", reviewer: { id, isOwner: false } },
        ...more,
      }),
    );
  await expect(by(ann)).rejects.toMatchObject({ code: "notice.own_work" });
  await expect(by(bea)).rejects.toMatchObject({ code: "notice.own_work" });
  await expect(by(cid, { sha256: "0".repeat(64) })).rejects.toMatchObject({
    code: "notice.other_text",
  });
  await expect(by(cid, { verdict: "ask-changes" })).rejects.toMatchObject({
    code: "notice.reason_missing",
  });
  expect((await by(cid)).state).toBe("approved");
  await run((tx) => doors().save(tx, draftId, 2, changedText(text, ["draft", "third"]), cid));
  const voided = run((tx) => doors().schedule(tx, draftId, sha256, null, cid));
  await expect(voided).rejects.toMatchObject({ code: "notice.other_text" });
  const now = await run((tx) => doors().view(tx, draftId));
  const stale = run((tx) => doors().schedule(tx, draftId, now.text.sha256, null, cid));
  await expect(stale).rejects.toMatchObject({ code: "notice.not_approved" });
});

test("alone in the house: the owner approves with a reason, and never beside a colleague", async () => {
  const { draftId, text: first } = await created();
  const { sha256 } = first;
  await run((tx) => doors().submit(tx, draftId, sha256, ann));
  const override = (note: string, isOwner = true) =>
    run((tx) =>
      doors().review(tx, draftId, {
        ...{ verdict: "override", sha256, note, reviewer: { id: ann, isOwner } },
      }),
    );
  const reason = "There is nobody else in the company yet.";
  // No account at all: nobody can be the only one.
  await expect(override(reason)).rejects.toMatchObject({ code: "notice.not_alone" });
  await account(ann, "owner");
  await expect(override("short")).rejects.toMatchObject({ code: "notice.reason_missing" });
  await expect(override(reason, false)).rejects.toMatchObject({ code: "notice.not_alone" });
  await account(bea, "officer");
  await expect(override(reason)).rejects.toMatchObject({ code: "notice.not_alone" });
  await opened.database.owner.query("delete from staff_account where staff_id = $1", [bea]);
  const done = await override(reason);
  expect(done).toMatchObject({
    state: "approved",
    reviews: [{ verdict: "override", note: reason }],
  });
  await opened.database.owner.query("delete from staff_account");
});

async function account(id: string, role: string): Promise<void> {
  await opened.database.owner.query(
    `insert into staff_account values ($1::uuid, $2, decode(md5($1::text), 'hex'), '', '', '', 'active', now())`,
    [id, role],
  );
}

test("what cannot be the next version is refused with its reason, and nothing is lost", async () => {
  const last = (await versionNow()) as number;
  const wrong: readonly (readonly [string, string])[] = [
    [changedText(text, [/^version: \d+$/m, `version: ${last}`]), "notice.wrong_version"],
    [changedText(text, [/^version: \d+$/m, "version: 900"]), "notice.wrong_version"],
    [changedText(text, [/^date: .*$/m, "date: 2020-01-01"]), "notice.goes_back"],
    ["id: [", "notice.does_not_compile"],
    [bomb(), "notice.does_not_compile"],
  ];
  for (const [source, code] of wrong) {
    const draft = await created(source);
    const asked = run((tx) => doors().submit(tx, draft.draftId, draft.text.sha256, ann));
    await expect(asked).rejects.toMatchObject({ code });
    const kept = await run((tx) => doors().view(tx, draft.draftId));
    expect([kept.state, kept.text.source === source]).toEqual(["draft", true]);
  }
  const { source } = (await run((tx) => opened.house.notices.source(tx, last))) ?? { source: "" };
  const same = await created(source);
  const again = run((tx) => doors().submit(tx, same.draftId, same.text.sha256, ann));
  await expect(again).rejects.toMatchObject({ code: "notice.no_change" });
  await expect(created("x".repeat(10_000_000))).rejects.toMatchObject({ code: "notice.too_large" });
  await expect(created("id: a\u0000b")).rejects.toMatchObject({ code: "notice.does_not_compile" });
});

function bomb(): string {
  const lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"];
  for (let level = 1; level < 12; level += 1) {
    const list = Array.from({ length: 9 }, () => `*a${level - 1}`).join(",");
    lines.push(`a${level}: &a${level} [${list}]`);
  }
  return lines.join("\n");
}

test("the time of publication lies ahead, and within a year", async () => {
  const { draftId, text: approvedText } = await approved();
  const now = opened.house.clock();
  for (const at of [now - 1, now, now + 400 * DAY_MS, Number.NaN]) {
    const asked = run((tx) => doors().schedule(tx, draftId, approvedText.sha256, at, cid));
    if (Number.isNaN(at)) await expect(asked).rejects.toThrow();
    else await expect(asked).rejects.toMatchObject({ code: "notice.wrong_time" });
  }
  const never = run((tx) => doors().cancel(tx, draftId, cid));
  await expect(never).rejects.toMatchObject({ code: "notice.not_scheduled" });
});

test("a scheduled version is in force at its instant, by the clock, and published once", async () => {
  const before = (await versionNow()) as number;
  const draft = await approved();
  const at = opened.house.clock() + 2_500;
  await run((tx) => doors().schedule(tx, draft.draftId, draft.text.sha256, at, cid));
  const edited = run((tx) => doors().save(tx, draft.draftId, 1, `${text}\n`, ann));
  await expect(edited).rejects.toMatchObject({ code: "notice.draft_scheduled" });
  // Five servers look at the same time.
  const published = await Promise.all(
    Array.from({ length: 5 }, () => run((tx) => doors().publishDue(tx))),
  );
  expect(published.filter(Boolean)).toHaveLength(1);
  expect(await versionNow()).toBe(before);
  const late = run((tx) => doors().cancel(tx, draft.draftId, cid));
  await expect(late).rejects.toMatchObject({ code: "notice.too_late" });
  await sleep(Math.max(0, at - opened.house.clock()) + 5);
  expect(await versionNow()).toBe(before + 1);
  const notice = await run((tx) => opened.house.notices.inForce(tx));
  expect(notice?.life).toEqual({ from: at, until: null });
  const old = await run((tx) => opened.house.notices.version(tx, before));
  expect(old?.life.until).toBe(at);
});

test("two publishers at once: one version, and the other draft says why it waits", async () => {
  const before = (await versionNow()) as number;
  const one = await approved();
  text = changedText(text, ["draft", "rival"]);
  const two = await approved();
  const both = await Promise.allSettled(
    [one, two].map(({ draftId, text: { sha256 } }) =>
      run((tx) => doors().schedule(tx, draftId, sha256, null, cid)),
    ),
  );
  expect(both.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  const refused = both.find((each) => each.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "notice.wrong_version" });
  expect(await versionNow()).toBe(before + 1);
});

test("a scheduled draft that another version overtook goes back to its people, with the reason", async () => {
  const slow = await approved();
  const at = opened.house.clock() + 1_500;
  await run((tx) => doors().schedule(tx, slow.draftId, slow.text.sha256, at, cid));
  text = changedText(text, ["draft", "fast"]);
  const fast = await approved();
  await run((tx) => doors().schedule(tx, fast.draftId, fast.text.sha256, null, cid));
  expect(await run((tx) => doors().publishDue(tx))).toBe(true);
  const now = await run((tx) => doors().view(tx, slow.draftId));
  expect(now).toMatchObject({
    state: "approved",
    outcome: "notice.wrong_version",
    publishAt: null,
  });
  expect((await facts(slow.draftId)).at(-1)).toBe("notice.unscheduled");
});

test("taken back or published at the same instant: one of them, never both", async () => {
  for (let round = 0; round < 5; round += 1) {
    text = await nextText(opened.house, words());
    const before = (await run((tx) => opened.house.notices.heads(tx))).length;
    const draft = await approved();
    const at = opened.house.clock() + 2_000;
    await run((tx) => doors().schedule(tx, draft.draftId, draft.text.sha256, at, cid));
    const [cancelled] = await Promise.allSettled([
      run((tx) => doors().cancel(tx, draft.draftId, cid)),
      run((tx) => doors().publishDue(tx)),
    ]);
    const now = await run((tx) => doors().view(tx, draft.draftId));
    const after = (await run((tx) => opened.house.notices.heads(tx))).length;
    const wasCancelled = cancelled.status === "fulfilled";
    expect([now.state, after - before]).toEqual(wasCancelled ? ["approved", 0] : ["published", 1]);
    // The next round's version may not come into force before this one.
    await sleep(Math.max(0, at - opened.house.clock()) + 5);
  }
}, 60_000);

test("an edit and an approval at the same moment: the approval never covers the edit", async () => {
  for (let round = 0; round < 8; round += 1) {
    const draft = await created();
    const { draftId } = draft;
    const { sha256 } = draft.text;
    await run((tx) => doors().submit(tx, draftId, sha256, ann));
    await Promise.allSettled([
      run((tx) => doors().save(tx, draftId, 1, `${text}# ${round}\n`, ann)),
      run((tx) =>
        doors().review(tx, draftId, {
          ...{ verdict: "approve", sha256, note: "", reviewer: { id: bea, isOwner: false } },
        }),
      ),
    ]);
    const now = await run((tx) => doors().view(tx, draftId));
    expect([now.state, now.edit]).toEqual(["draft", 2]);
    const out = run((tx) => doors().schedule(tx, draftId, now.text.sha256, null, cid));
    await expect(out).rejects.toMatchObject({ code: "notice.not_approved" });
  }
});

test("the manifest on the disk that the console went past is named, and changes nothing", async () => {
  const before = await versionNow();
  const started = await publishNotice(opened.house);
  expect(started).toMatchObject({ state: "kept", version: before });
  expect(started).toHaveProperty("why", expect.stringContaining("It is version 1, which was"));
  expect(await versionNow()).toBe(before);
});
