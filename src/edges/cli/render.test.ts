import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_MANIFEST } from "#core/notice/sample-manifest";
import { diff } from "./diff.ts";
import { render } from "./render.ts";
import { runCommand } from "./run-command.ts";

let folder = "";
let sample = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairnotice-cli-"));
  sample = join(folder, "sample.yaml");
  await writeFile(sample, SAMPLE_MANIFEST);
});
afterAll(() => rm(folder, { recursive: true }));

test("render writes a page in the first language of the notice", async () => {
  const { status, out, err } = await runCommand(render, [sample]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toMatch(/^<!doctype html>\n<html lang="en"/);
});

test.each([
  ["md", /^# Avis de confidentialité\n/],
  ["html", /<html lang="fr"/],
  ["json", /"format": "fairnotice\/notice\/1"/],
  ["jsonld", /"@type": "dpv:PrivacyNotice"/],
])("render --format %s --lang fr", async (format, expected) => {
  const { status, out } = await runCommand(render, [sample, "--lang", "fr", "--format", format]);
  expect(status).toBe(0);
  expect(out).toMatch(expected);
  if (format.startsWith("json")) expect(() => JSON.parse(out)).not.toThrow();
});

test("a manifest comes from standard input too", async () => {
  const { status, out } = await runCommand(render, ["-", "--format=md"], SAMPLE_MANIFEST);
  expect(status).toBe(0);
  expect(out).toContain("# Privacy notice");
});

test.each<readonly [string, readonly string[], string, RegExp]>([
  ["no manifest", [], "", /^expected one manifest/],
  ["two manifests", ["a", "b"], "", /^expected one manifest/],
  ["an unknown option", ["--fromat", "md"], "", /^unknown option '--fromat'/],
  ["an option without its value", ["-", "--lang"], "", /^option '--lang <value>' argument missing/],
  [
    "an unknown format",
    ["-", "--format", "pdf"],
    SAMPLE_MANIFEST,
    /^unknown format `pdf`: html, md/,
  ],
  ["an inherited name as format", ["-", "--format", "constructor"], "", /^unknown format/],
  [
    "an unknown language",
    ["-", "--lang", "de"],
    SAMPLE_MANIFEST,
    /^the notice has no language `de`: en, fr/,
  ],
  ["a missing file", ["/nowhere.yaml"], "", /^\/nowhere\.yaml:1:1: there is no such file/],
  ["an invalid manifest", ["-"], "id: x\nversoin: 1", /^standard input:1:1: missing key/],
  ["a broken encoding", ["-"], "id: \ufffd", /^standard input:1:1/],
])("render refuses %s", async (_name, args, stdin, message) => {
  const { status, out, err } = await runCommand(render, [...args], stdin);
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err).toMatch(message);
});

test("diff says what is material, where, and who must be told", async () => {
  const later = SAMPLE_MANIFEST.replace("version: 2", "version: 3")
    .replace("channels: [email, call]", "channels: [email, call, sms]")
    .replace("revision: 3\n", "revision: 4\n")
    .replace("charged: false", "charged: true");
  const { status, out, err } = await runCommand(diff, [sample, "-"], later);
  expect({ status, err }).toEqual({ status: 1, err: "" });
  expect(out).toContain("version 2 (2026-11-01) to version 3 (2026-11-01)");
  expect(out).toContain("  purpose `marketing`: more channels: `sms` [use.marketing]\n");
  expect(out).toContain("  notice: now: a fee may be asked\n");
  expect(out).toContain("tell the people of: answer, marketing, analytics\n");
  expect(out).toContain("ask again for consent to: marketing\n");
});

test("diff ends with 0 where nothing is material", async () => {
  const same = await runCommand(diff, [sample, "-"], SAMPLE_MANIFEST);
  expect(same.status).toBe(0);
  expect(same.out).toContain("no difference but version and date");
  const words = SAMPLE_MANIFEST.replace("We are **Sample", "We are called **Sample");
  const edited = await runCommand(diff, [sample, "-", "--format", "json"], words);
  expect(edited.status).toBe(0);
  expect(JSON.parse(edited.out)).toMatchObject({
    class: "editorial",
    differences: [{ kind: "clause", id: "who", class: "editorial", clauses: ["who"] }],
  });
});

test.each<readonly [readonly string[], RegExp]>([
  [["one"], /^expected two manifests/],
  [["-", "-"], /^only one of the two/],
  [["a", "b", "--format", "sarif"], /^unknown format `sarif`: text, json/],
  [["/nowhere.yaml", "-"], /^\/nowhere\.yaml:1:1: there is no such file/],
])("diff refuses %j", async (args, message) => {
  const { status, err } = await runCommand(diff, [...args], SAMPLE_MANIFEST);
  expect(status).toBe(2);
  expect(err).toMatch(message);
});
