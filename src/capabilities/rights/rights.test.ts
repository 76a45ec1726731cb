import { afterAll, beforeAll, expect, test } from "vitest";
import type { RequestKind } from "#rights";
import { contact } from "#test/support/contact";
import { freshHouse } from "#test/support/house";

type Opened = Awaited<ReturnType<typeof freshHouse>>;
let opened: Opened;
beforeAll(async () => {
  opened = await freshHouse();
});
afterAll(() => opened.close());

type Row = {
  readonly subjectId: string;
  readonly requestId: string;
  readonly state: string;
  readonly due: string;
};

/** A request as the page sends it. @returns its row. */
async function ask(kind: RequestKind, email: string, country: string | null = "GB"): Promise<Row> {
  const { inTransaction, rights } = opened.house;
  const given = { kind, email, message: "", language: "en", country, demo: false };
  await inTransaction((tx) => rights.receive(tx, given));
  return newest();
}

async function newest(): Promise<Row> {
  const { rows } = await opened.database.owner.query(
    `select subject_id as "subjectId", request_id as "requestId", state, due
       from rights_request order by received_at desc, request_id desc limit 1`,
  );
  return rows[0];
}

function prove({ subjectId, requestId }: Row) {
  const { inTransaction, rights } = opened.house;
  return inTransaction((tx) => rights.prove(tx, subjectId, requestId));
}

async function stepsOf({ subjectId, requestId }: Row): Promise<readonly string[]> {
  const { rows } = await opened.database.owner.query(
    "select step from rights_request_step where subject_id = $1 and request_id = $2 order by at, step_id",
    [subjectId, requestId],
  );
  return rows.map(({ step }) => step);
}

/** The worker of erasures, after the letters that wait were given up. */
async function work(): Promise<void> {
  await opened.database.owner.query("update message set state = 'sent' where state = 'queued'");
  await opened.house.inTransaction((tx) => opened.house.rights.work(tx));
}

test("a request of an unproven address touches nobody else's record", async () => {
  const { house } = opened;
  const ann = await contact(house, "ann@reader.example");
  await house.inTransaction((tx) => house.people.proveAddress(tx, ann.id, ann.addressId));
  const request = await ask("erasure", "ann@reader.example");
  expect([request.state, request.subjectId === ann.id]).toEqual(["awaiting-proof", false]);
  const { subjectId, requestId } = request;
  expect(
    await house.inTransaction((tx) => house.rights.confirmErasure(tx, subjectId, requestId)),
  ).toBe(false);
  const subject = (await house.inTransaction((tx) => house.gate.subjects(tx, [ann.id]))).get(
    ann.id,
  );
  expect(subject?.erased ?? null).toBeNull();
});

test("proven, an erasure takes all that proved the same address, and says each step", async () => {
  const { house } = opened;
  const bea = await contact(house, "bea@reader.example");
  await house.inTransaction((tx) => house.people.proveAddress(tx, bea.id, bea.addressId));
  const request = await ask("erasure", "bea@reader.example");
  expect((await prove(request))?.state).toBe("open");
  const { subjectId, requestId } = request;
  await house.inTransaction((tx) => house.rights.confirmErasure(tx, subjectId, requestId));
  // Until the letter that confirms it is out, the address is still there for it.
  await house.inTransaction((tx) => house.rights.work(tx));
  expect((await newest()).state).toBe("erasing");
  await work();
  expect((await newest()).state).toBe("answered");
  expect(await stepsOf(request)).toEqual([
    "received",
    "proof-sent",
    "proven",
    "erasure-confirmed",
    "erased",
  ]);
  const { rows } = await opened.database.owner.query(
    "select count(*)::int as held from vault_value where subject_id = any($1::uuid[])",
    [[bea.id, subjectId]],
  );
  expect(rows[0].held).toBe(0);
});

test.each([
  ["access", "answered", "package-made"],
  ["portability", "answered", "package-made"],
  ["objection", "answered", "objection-recorded"],
  ["restriction", "answered", "restricted"],
  ["correction", "open", "proven"],
  ["complaint", "open", "proven"],
] as const)("a proven %s is %s", async (kind, state, step) => {
  const request = await ask(kind, `${kind}@reader.example`);
  expect((await prove(request))?.state).toBe(state);
  expect(await stepsOf(request)).toContain(step);
  // The link followed again shows it, and does nothing twice.
  const steps = await stepsOf(request);
  expect((await prove(request))?.state).toBe(state);
  expect(await stepsOf(request)).toEqual(steps);
});

test("an objection stops marketing at once; a restriction stops all but rights", async () => {
  const { house } = opened;
  const request = await ask("objection", "cleo@reader.example");
  await prove(request);
  const subject = (
    await house.inTransaction((tx) => house.gate.subjects(tx, [request.subjectId]))
  ).get(request.subjectId);
  expect(subject?.objections?.map(({ to }) => to)).toEqual(["direct-marketing"]);
});

test("the clock follows the law of the person's place", async () => {
  const uk = await ask("access", "dan@reader.example", "GB");
  const eu = await ask("access", "eve@reader.example", "FR");
  const { rows } = await opened.database.owner.query(
    "select regime from rights_request where request_id = any($1::uuid[]) order by received_at",
    [[uk.requestId, eu.requestId]],
  );
  expect(rows.map(({ regime }) => regime)).toEqual(["uk", "fr"]);
  expect(Date.parse(uk.due) - Date.now()).toBeGreaterThan(27 * 86_400_000);
  expect(Date.parse(uk.due) - Date.now()).toBeLessThan(36 * 86_400_000);
});

test("what is no address is refused, and nothing is kept", async () => {
  const before = (
    await opened.database.owner.query("select count(*)::int as rows from rights_request")
  ).rows[0].rows;
  for (const email of ["", "no-at", `${"x".repeat(250)}@reader.example`, "a b@reader.example"]) {
    await expect(ask("access", email), email).rejects.toMatchObject({
      code: "rights.not_an_address",
    });
  }
  const after = (
    await opened.database.owner.query("select count(*)::int as rows from rights_request")
  ).rows[0].rows;
  expect(after).toBe(before);
});

test("a request that nobody proves lapses, and its address goes", async () => {
  const { house } = opened;
  const request = await ask("access", "fay@reader.example");
  await opened.database.owner.query(
    "update rights_request set received_at = received_at - interval '60 days' where request_id = $1",
    [request.requestId],
  );
  await house.inTransaction((tx) => house.rights.work(tx));
  expect(await stepsOf(request)).toContain("lapsed");
  expect(await prove(request)).toBeNull();
  const { rows } = await opened.database.owner.query(
    "select count(*)::int as held from vault_value where subject_id = $1",
    [request.subjectId],
  );
  expect(rows[0].held).toBe(0);
});
