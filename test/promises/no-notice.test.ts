/** While no notice is in force nothing is collected, and whoever sends a form is told so. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { findingsOf } from "#edges/cli/check/findings-of";
import type { Server } from "#edges/http/server";
import { serve } from "#main/serve";
import { freshHouse } from "#test/support/house";

let opened: Awaited<ReturnType<typeof freshHouse>>;
let server: Server;
beforeAll(async () => {
  opened = await freshHouse();
  const { house } = opened;
  const notices = { ...house.notices, inForce: async () => null, versionInForce: async () => null };
  server = await serve({ ...house, notices }, findingsOf);
});
afterAll(async () => {
  await server?.close();
  await opened?.close();
});

test("each door that would record something refuses, and no page breaks", async () => {
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "sec-fetch-site": "same-origin",
  };
  const post = async (url: string, fields: { readonly [name: string]: string }) => {
    const payload = new URLSearchParams(fields).toString();
    const answer = await server.inject({ method: "POST", url, headers, payload });
    return [answer.statusCode, answer.headers["set-cookie"]];
  };
  const newsletter = { email: "ann@reader.example", _version: "1", _key: crypto.randomUUID() };
  expect(await post("/v1/forms/newsletter", newsletter)).toEqual([503, undefined]);
  const wording = `analytics:${"0".repeat(64)}`;
  const choice = { notice_version: "1", language: "en", all: "grant", wording };
  expect(await post("/v1/choices", choice)).toEqual([503, undefined]);
  for (const url of ["/", "/privacy", "/cookies", "/rights", "/preferences", "/complaints"]) {
    const answer = await server.inject({ url, headers: { accept: "text/html" } });
    expect(answer.statusCode, url).not.toBe(500);
  }
  const { rows } = await opened.database.owner.query(
    "select count(*)::int as held from vault_value",
  );
  expect(rows).toEqual([{ held: 0 }]);
});
