import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Type } from "typebox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLog } from "#platform/log/log";
import { openServer, type Server, serverDefaults } from "./server.ts";

let server: Server;
const lines: { readonly level: string; readonly event: string }[] = [];
const body = Type.Object(
  {
    name: Type.Union([Type.String(), Type.Null()]),
    count: Type.Optional(Type.Integer()),
    many: Type.Optional(Type.Array(Type.String())),
  },
  { additionalProperties: false },
);

beforeAll(async () => {
  const settings = {
    ...{ ...serverDefaults, baseUrl: "http://localhost", trustedProxies: [] },
    isOwnSite: async (origin: string) => origin === "https://own.example",
  };
  server = await openServer(
    settings,
    openLog("info", { write: (line: string) => lines.push(JSON.parse(line)) }),
    [
      (scope) => {
        scope.post("/echo", { schema: { body } }, async (request) => request.body);
        scope.post("/own-sites", { config: { sender: "own-sites" } }, async () => "taken");
        scope.post("/anyone", { config: { sender: "anyone" } }, async () => "taken");
      },
    ],
    () => "",
  );
});
afterAll(() => server.close());

async function send(payload: string, type: string) {
  const headers = { "content-type": type, origin: "http://localhost" };
  const answer = await server.inject({ method: "POST", url: "/echo", headers, payload });
  return [answer.statusCode, answer.json()];
}

test("JSON means what it says: nothing is turned into another type", async () => {
  const json = (value: object) => send(JSON.stringify(value), "application/json");
  expect(await json({ name: null })).toEqual([200, { name: null }]);
  expect(await json({ name: "" })).toEqual([200, { name: "" }]);
  for (const wrong of [{ name: 1 }, { name: "a", count: "1" }, { name: "a", many: "b" }])
    expect((await json(wrong))[0], JSON.stringify(wrong)).toBe(422);
});

test("a form has texts only: they become the numbers and lists that are declared", async () => {
  const form = (text: string) => send(text, "application/x-www-form-urlencoded");
  expect(await form("name=a&count=7&many=b")).toEqual([200, { name: "a", count: 7, many: ["b"] }]);
  expect(await form("name=a&many=b&many=c")).toEqual([200, { name: "a", many: ["b", "c"] }]);
  expect((await form("name=a&count=seven"))[0]).toBe(422);
  for (const more of ["shoe=44", "__proto__=x", "__proto__=x&__proto__=y", "constructor=x"])
    expect((await form(`name=a&${more}`))[0], more).toBe(422);
});

test("a request must come from ourselves or a program, and with a cookie say so", async () => {
  const ask = async (headers: { readonly [name: string]: string }) => {
    const given = { "content-type": "application/json", ...headers };
    const request = {
      method: "POST",
      url: "/echo",
      headers: given,
      payload: '{"name":"a"}',
    } as const;
    return (await server.inject(request)).statusCode;
  };
  const cookie = "fn_staff=x";
  expect(await ask({})).toBe(200);
  expect(await ask({ "content-type": "application/json; charset=utf-8" })).toBe(200);
  expect(await ask({ cookie })).toBe(403);
  // What a form or a script of a page can send without asking first, from a browser that is silent.
  for (const type of ["application/x-www-form-urlencoded", "text/plain", "text/application/json"])
    expect(await ask({ "content-type": type }), type).toBe(403);
  for (const more of [{}, { cookie }] as readonly { readonly [name: string]: string }[]) {
    expect(await ask({ ...more, origin: "http://localhost" })).toBe(200);
    expect(await ask({ ...more, "sec-fetch-site": "same-origin" })).toBe(200);
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "http://localhost.evil.example" },
      { origin: "https://own.example" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "cross-site", origin: "http://localhost" },
      { "sec-fetch-site": "same-site", origin: "http://localhost" },
    ]) {
      expect(await ask({ ...more, ...headers }), JSON.stringify(headers)).toBe(403);
    }
  }
});

test("a route says whether declared sites, or anyone, may send to it", async () => {
  const ask = async (url: string, headers: { readonly [name: string]: string }) =>
    (await server.inject({ method: "POST", url, headers })).statusCode;
  const own = { "sec-fetch-site": "cross-site", origin: "https://own.example" };
  const evil = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
  expect([await ask("/own-sites", own), await ask("/own-sites", evil)]).toEqual([200, 403]);
  expect([await ask("/anyone", own), await ask("/anyone", evil)]).toEqual([200, 200]);
  expect(await ask("/nowhere", evil)).toBe(403);
});

test("clients that hang up in the middle are no defect of ours, nor of the database", async () => {
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = new URL(address);
  for (let count = 0; count < 5; count += 1) {
    const socket = connect(Number(port), "127.0.0.1");
    socket.write(
      "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
    );
    await sleep(40);
    socket.resetAndDestroy();
  }
  await expect.poll(() => lines.filter(({ event }) => event === "http.client_left").length).toBe(5);
  expect(lines.filter(({ level }) => level === "error")).toEqual([]);
});

test("limits count people behind a proxy that is trusted, and nobody's own word about themselves", async () => {
  const statuses = async (trustedProxies: readonly string[]) => {
    const settings = { ...serverDefaults, baseUrl: "http://localhost", requestsPerMinuteMax: 2 };
    const behind = await openServer(
      { ...settings, trustedProxies, isOwnSite: async () => false },
      openLog("silent"),
      [(scope) => scope.get("/", async () => "here")],
      () => "",
    );
    const seen: number[] = [];
    for (const address of ["192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.1", "192.0.2.1"]) {
      const headers = { "x-forwarded-for": `198.51.100.9, ${address}` };
      seen.push((await behind.inject({ url: "/", headers, remoteAddress: "10.0.0.1" })).statusCode);
    }
    await behind.close();
    return seen;
  };
  expect(await statuses(["10.0.0.1"])).toEqual([200, 200, 200, 200, 429]);
  expect(await statuses([])).toEqual([200, 200, 429, 429, 429]);
});
