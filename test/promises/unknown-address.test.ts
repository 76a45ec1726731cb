/** Nobody learns from the preference centre whose address is known. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { findingsOf } from "#edges/cli/check/findings-of";
import { serve } from "#main/serve";
import { contact } from "#test/support/contact";
import { freshHouse } from "#test/support/house";

type Opened = Awaited<ReturnType<typeof freshHouse>>;
let opened: Opened;
beforeAll(async () => {
  opened = await freshHouse();
});
afterAll(() => opened.close());

function ask(server: Awaited<ReturnType<typeof serve>>, email: string) {
  return server.inject({
    ...{ method: "POST", url: "/preferences", payload: new URLSearchParams({ email }).toString() },
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "same-origin",
    },
  });
}

test("the answer does not wait for the look-up, so its time tells nobody who is known", async () => {
  const { house } = opened;
  // A look-up that does not end: whoever waited for it would not be answered.
  const lookUp = Promise.withResolvers<readonly never[]>();
  const vault = { ...house.vault, find: () => lookUp.promise };
  const server = await serve({ ...house, vault }, findingsOf);
  expect((await ask(server, "ann@reader.example")).statusCode).toBe(200);
  lookUp.resolve([]);
  await server.close();
});

test("the link is sent all the same, and before the server has closed", async () => {
  const { house, database } = opened;
  const ann = await contact(house, "ann@reader.example");
  await house.inTransaction((tx) => house.people.proveAddress(tx, ann.id, ann.addressId));
  const server = await serve(house, findingsOf);
  await ask(server, "ann@reader.example");
  await ask(server, "nobody@reader.example");
  await server.close();
  const { rows } = await database.owner.query(
    "select subject_id as id from message where template = 'preferences'",
  );
  expect(rows).toEqual([{ id: ann.id }]);
});
