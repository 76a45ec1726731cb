import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatFindings } from "#core/notice/finding";
import { readNotice } from "#core/notice/read-notice";
import { type Answers, STARTER_LANGUAGES, STARTER_REGIMES } from "./init/answers.ts";
import { FETCH_LIMITS, fetchPage } from "./init/fetch-page.ts";
import { starterManifest } from "./init/starter.ts";
import { writeManifest } from "./init/write-manifest.ts";
import { init } from "./init.ts";
import { runCommand } from "./run-command.ts";

let folder = "";
let server: Server;
let base = "";
let answer: RequestListener = (_request, response) => response.end();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairnotice-init-"));
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const WHO = ["--name", "Acme Ltd", "--address", "1 Road, London", "--email", "p@acme.example"];
const FLAGS = ["--yes", ...WHO, "--country", "GB", "--site", "www.acme.example"];

function noticeIn(yaml: string) {
  const { notice, findings } = readNotice([{ name: "out.yaml", text: yaml }]);
  expect(formatFindings(findings)).toBe("");
  if (notice === null) throw new Error("no findings, so there is a notice");
  return notice;
}

describe("by flags", () => {
  test("a valid manifest goes to standard output, and nothing else", async () => {
    const { status, out, err } = await runCommand(init, FLAGS);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const notice = noticeIn(out);
    expect(notice).toMatchObject({
      id: "acme-ltd",
      version: 1,
      languages: ["en"],
      regimes: ["uk"],
    });
    expect(notice.date).toBe(new Intl.DateTimeFormat("sv", { timeZone: "Europe/London" }).format());
    expect([...notice.purposes.keys()]).not.toContain("newsletter");
  });

  test("what the flags say is declared", async () => {
    const { out } = await runCommand(init, [
      ...FLAGS,
      ...["--languages", "fr,en", "--newsletter", "yes", "--hosting", "Cloud SA; FR"],
      ...["--statistics", "_ga; Google LLC; US", "--regimes", "uk,eu"],
      ...["--representative", "Acme SAS; FR; 2 rue, Paris"],
    ]);
    const notice = noticeIn(out);
    expect(notice.defaultLanguage).toBe("fr");
    expect(notice.purposes.get("newsletter")).toMatchObject({ directMarketing: true });
    expect(notice.recipients.get("hosting")).toMatchObject({ named: true, countries: ["FR"] });
    expect(notice.storedItems.get("statistics")).toMatchObject({ item: "_ga" });
    expect(notice.transfers.map(({ recipient, mechanism }) => [recipient, mechanism])).toEqual([
      ["statistics", "idta"],
      ["statistics", "scc-2021"],
    ]);
    expect(notice.controllers.get("acme-ltd")?.representatives[0]?.name).toBe("Acme SAS");
    expect(notice.rights.authorities.map(({ country }) => country)).toEqual(["GB", "FR"]);
  });

  test("the country that everybody writes for the United Kingdom is understood", async () => {
    const { out } = await runCommand(init, [...FLAGS, "--country", "uk"]);
    expect(noticeIn(out).controllers.get("acme-ltd")?.country).toBe("GB");
  });

  test("a file is written once and never over another", async () => {
    const path = join(folder, "mine.yaml");
    const first = await runCommand(init, [...FLAGS, "--out", path]);
    expect(first).toMatchObject({ status: 0, out: "" });
    expect(first.err).toContain(`check ${path}`);
    const text = await readFile(path, "utf8");
    expect(noticeIn(text).id).toBe("acme-ltd");
    await writeFile(path, "mine");
    const second = await runCommand(init, [...FLAGS, "--out", path]);
    expect(second.status).toBe(2);
    expect(second.err).toContain("the file is there already");
    expect(await readFile(path, "utf8")).toBe("mine");
  });

  test.each<readonly [readonly string[], string]>([
    [["--yes", ...WHO], "no answer for --country"],
    [[...FLAGS, "--country", "ZZZ"], "--country: `ZZZ` is no country"],
    [[...FLAGS, "--country", "EU"], "--country: `EU` is no country"],
    [[...FLAGS, "--country", "QY"], "--country: `QY` is no country"],
    [[...FLAGS, "--email", "acme"], "--email: `acme` is no e-mail address"],
    [[...FLAGS, "--languages", "en,pl"], "--languages: `pl` is not one of en, fr, de"],
    [[...FLAGS, "--regimes", "us-ca"], "--regimes: `us-ca` is not one of uk, eu"],
    [[...FLAGS, "--newsletter", "maybe"], "--newsletter: yes or no"],
    [[...FLAGS, "--hosting", "Cloud"], '--hosting: write it as "name; country"'],
    [[...FLAGS, "--name", "a\nb"], "--name: at most 200 characters on one line"],
    [[...FLAGS, "--name", ""], "--name: an answer is needed"],
    [[...FLAGS, "--site", "a b"], "--site: `a b` is no host"],
    [[...FLAGS, "extra"], "unexpected `extra`"],
    [[...FLAGS, "--nmae", "x"], "unknown option '--nmae'"],
    [[...FLAGS, "--out", "/nowhere/at/all.yaml"], "there is no such folder"],
    [[...FLAGS, "--from", "ftp://x.example"], "`ftp:` is refused"],
    [[...FLAGS, "--from", "https://a:b@x.example"], "with a name and password in it is refused"],
  ])("%j is refused", async (args, message) => {
    const { status, out, err } = await runCommand(init, [...args]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(message);
  });
});

describe("by questions", () => {
  test("answers are lines; an empty one takes the default, a wrong one is asked again", async () => {
    const lines = ["Acme Ltd", "Britain", "gb", "1 Road", "www.acme.example", "p@acme.example"];
    const rest = ["en", "", "Cloud SA; FR", "yes", ""];
    const { status, out, err } = await runCommand(init, [], [...lines, ...rest].join("\n"));
    expect(status).toBe(0);
    expect(err).toContain("Legal name of your organisation: ");
    expect(err).toContain("  `Britain` is no country");
    expect(err).toContain("Laws of the people you serve (uk, eu) [uk]: ");
    const notice = noticeIn(out);
    expect(notice.recipients.get("hosting")?.name).toEqual({ en: "Cloud SA" });
    expect(notice.purposes.has("newsletter")).toBe(true);
  });

  test("input that ends too early is said, with the flag that would answer", async () => {
    const { status, out, err } = await runCommand(init, [], "Acme Ltd\n");
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("no answer for --country");
  });

  test("three wrong answers end it", async () => {
    const { status, err } = await runCommand(init, [], "Acme\nx\ny\nz\n");
    expect(status).toBe(2);
    expect(err).toContain("no usable answer for --country in 3 attempts");
  });
});

describe("from a site", () => {
  test("name, host, language and forms are suggested, and what was seen is said", async () => {
    answer = (request, response) => {
      if (request.url === "/") {
        response.writeHead(302, { location: "/fr" }).end();
        return;
      }
      response.setHeader("content-type", "text/html; charset=iso-8859-1");
      response.setHeader("set-cookie", ["sid=1; HttpOnly", "ab=2"]);
      response.end(
        Buffer.from(
          `<html lang=fr><title>Société Exemple</title><script src="https://tags.example/t.js"></script>
          <form name=devis><input type=email name=courriel required><label>Société<input name=societe></label>
          <input name=budget placeholder="Votre budget"><textarea name=demande></textarea></form>`,
          "latin1",
        ),
      );
    };
    const args = ["--from", base, "--yes", "--country", "FR", "--address", "Paris"];
    const { status, out, err } = await runCommand(init, [...args, "--email", "p@x.example"]);
    expect(status).toBe(0);
    expect(err).toContain("name           Société Exemple");
    expect(err).toContain("devis (courriel, societe, budget, demande)");
    expect(err).toContain("script hosts   tags.example");
    expect(err).toContain("cookies        sid, ab (set by the server; scripts may set more)");
    expect(err).toContain("Not seen: other pages");
    const notice = noticeIn(out);
    expect(notice).toMatchObject({ languages: ["fr"], regimes: ["eu"], sites: ["127.0.0.1"] });
    const fields = notice.forms.get("devis")?.fields ?? [];
    expect(fields.map(({ name, category, kind }) => [name, category, kind])).toEqual([
      ["courriel", "email", "email"],
      ["societe", "company", "text"],
      ["budget", "field-budget", "text"],
      ["demande", "message", "long-text"],
    ]);
    // Found, but not declared: only a person knows whether they stay.
    expect(notice.recipients.size).toBe(1);
    expect(out).toMatch(/#\s+tags\.example/);
    expect(out).toMatch(/#\s+sid\n#\s+ab/);
  });

  test.each<readonly [string, RequestListener, string]>([
    ["an error", (_q, r) => r.writeHead(500).end(), "answered with status 500"],
    [
      "no HTML",
      (_q, r) => r.setHeader("content-type", "application/pdf").end("x"),
      "`application/pdf` instead of HTML",
    ],
    [
      "a circle",
      (_q, r) => r.writeHead(302, { location: "/again" }).end(),
      "redirects more than 5 times",
    ],
    [
      "another scheme",
      (_q, r) => r.writeHead(302, { location: "file:///etc/passwd" }).end(),
      "`file:` is refused",
    ],
    ["a cut line", (_q, r) => r.destroy(), "cannot be reached"],
  ])("a site that answers with %s", async (_name, listener, message) => {
    answer = listener;
    const { status, out, err } = await runCommand(init, [...FLAGS, "--from", base]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(message);
  });

  test("a page without end is cut at the bound of size, a slow one at the bound of time", async () => {
    answer = (_request, response) => {
      response.setHeader("content-type", "text/html");
      const pour = () => {
        while (response.writable && response.write("x".repeat(65_536)));
        response.once("drain", pour);
      };
      pour();
    };
    const large = await fetchPage(new URL(base), FETCH_LIMITS);
    expect(large).toEqual({ unusable: "the page is larger than 2097152 bytes" });
    answer = (_request, response) =>
      void response.writeHead(200, { "content-type": "text/html" }).write("x");
    const slow = await fetchPage(new URL(base), { ...FETCH_LIMITS, waitMsMax: 200 });
    expect(slow).toEqual({
      unusable: expect.stringContaining("did not answer within 0.2 seconds"),
    });
  });

  test("nobody there", async () => {
    const { status, err } = await runCommand(init, [...FLAGS, "--from", "http://127.0.0.1:1"]);
    expect(status).toBe(2);
    expect(err).toContain("127.0.0.1:1 cannot be reached");
  });
});

test("whatever is answered and found, the starter is valid and reads back the same", () => {
  const word = fc
    .string({ minLength: 1, maxLength: 30 })
    .filter((text) => !/\p{Cc}|\p{Cs}/u.test(text) && text.trim() !== "");
  const company = fc.record({ name: word, country: fc.constantFrom("GB", "FR", "US", "IN", "CH") });
  const field = fc.record({
    name: word,
    label: word,
    type: fc.constantFrom("text", "email", "tel", "select", "textarea", "number"),
    autocomplete: fc.constantFrom("", "email", "tel", "name", "country"),
    required: fc.boolean(),
    maxLength: fc.option(fc.integer({ min: 1, max: 100_000 })),
  });
  const answers: fc.Arbitrary<Answers> = fc.record({
    organisation: word,
    country: fc.constantFrom("GB", "DE", "US"),
    address: word,
    site: fc.constant("www.x.example"),
    email: fc.constant("p@x.example"),
    languages: fc.uniqueArray(fc.constantFrom(...STARTER_LANGUAGES), { minLength: 1 }),
    regimes: fc.uniqueArray(fc.constantFrom(...STARTER_REGIMES), { minLength: 1 }),
    representatives: fc.array(
      fc.record({ name: word, country: fc.constant("FR"), address: word }),
      { maxLength: 1 },
    ),
    hosting: fc.option(company),
    newsletter: fc.boolean(),
    statistics: fc.option(fc.record({ cookie: word, name: word, country: fc.constant("US") })),
    forms: fc.array(
      fc.record({
        name: fc.oneof(word, fc.constant("")),
        fields: fc.array(field, { minLength: 1, maxLength: 6 }),
      }),
      { maxLength: 3 },
    ),
  });
  fc.assert(
    fc.property(answers, (given) => {
      const manifest = starterManifest(given, "2026-11-24");
      const text = writeManifest(manifest, given, null, "schema.json");
      const { manifest: read, findings } = readNotice([{ name: "x.yaml", text }]);
      expect(formatFindings(findings)).toBe("");
      expect(read).toEqual(JSON.parse(JSON.stringify(manifest)));
    }),
    { numRuns: 150 },
  );
}, 90_000);
