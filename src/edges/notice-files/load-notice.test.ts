import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatFinding } from "#core/notice/finding";
import { compileStored } from "#core/notice/read-notice";
import { SAMPLE_MANIFEST } from "#core/notice/sample-manifest";
import { loadNotice } from "./load-notice.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairnotice-files-"));
});
afterAll(() => rm(folder, { recursive: true }));

const [head = "", tail = ""] = SAMPLE_MANIFEST.split("\nclauses:");

async function findingsOf(path: string): Promise<readonly string[]> {
  return (await loadNotice(path)).findings.map(formatFinding);
}

test("a file is loaded with its source", async () => {
  const path = join(folder, "one.yaml");
  await writeFile(path, SAMPLE_MANIFEST);
  const loaded = await loadNotice(path);
  expect(loaded.findings).toEqual([]);
  expect(loaded).toMatchObject({ source: SAMPLE_MANIFEST, fileName: "one.yaml" });
  expect(loaded.notice?.version).toBe(2);
});

test("a folder is one manifest, and its source compiles to the same notice", async () => {
  const path = join(folder, "many");
  await mkdir(path);
  await writeFile(join(path, "1-facts.yaml"), `%YAML 1.2\n---\n${head}`);
  await writeFile(join(path, "2-clauses.yml"), `clauses:${tail}`);
  await writeFile(join(path, "notes.txt"), "not read");
  const { notice, source, findings } = await loadNotice(path);
  expect(findings).toEqual([]);
  expect(compileStored(source, "many").hash).toBe(notice?.hash);
  const whole = join(folder, "whole.yaml");
  await writeFile(whole, SAMPLE_MANIFEST);
  expect((await loadNotice(whole)).notice?.hash).toBe(notice?.hash);
});

test("a finding names the file of the folder", async () => {
  const path = join(folder, "wrong");
  await mkdir(path);
  await writeFile(join(path, "a.yaml"), head);
  await writeFile(join(path, "b.yaml"), `clauzes:${tail}`);
  const file = join(path, "b.yaml");
  expect(await findingsOf(path)).toContain(
    `${file}:1:1: unknown key \`clauzes\` (did you mean \`clauses\`?)`,
  );
});

test("what cannot be read is a finding", async () => {
  const missing = join(folder, "missing.yaml");
  expect(await findingsOf(missing)).toEqual([`${missing}:1:1: there is no such file or folder`]);
  const empty = join(folder, "empty");
  await mkdir(empty);
  expect(await findingsOf(empty)).toEqual([`${empty}:1:1: the folder has no \`.yaml\` file`]);
  const latin = join(folder, "latin.yaml");
  await writeFile(latin, Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xe9]));
  expect(await findingsOf(latin)).toEqual([`${latin}:1:1: the file is not UTF-8 text`]);
  const circle = join(folder, "circle.yaml");
  await symlink(circle, circle);
  expect(await findingsOf(circle)).toEqual([`${circle}:1:1: its links lead in a circle`]);
  const inner = join(folder, "wrong", "a.yaml", "b.yaml");
  expect(await findingsOf(inner)).toEqual([`${inner}:1:1: a part of the path is not a folder`]);
});

test.skipIf(process.getuid?.() === 0)("a file without the right to read it", async () => {
  const path = join(folder, "secret.yaml");
  await writeFile(path, SAMPLE_MANIFEST);
  await chmod(path, 0);
  expect(await findingsOf(path)).toEqual([`${path}:1:1: it may not be read`]);
});

test("a device, a pipe and a file that is too large are not read to their end", async () => {
  const why = "it is no file; give a pipe as standard input, `-`";
  expect(await findingsOf("/dev/zero")).toEqual([`/dev/zero:1:1: ${why}`]);
  const pipe = join(folder, "pipe.yaml");
  execFileSync("mkfifo", [pipe]);
  expect(await findingsOf(pipe)).toEqual([`${pipe}:1:1: ${why}`]);
  const piped = join(folder, "piped");
  await mkdir(piped);
  execFileSync("mkfifo", [join(piped, "a.yaml")]);
  expect(await findingsOf(piped)).toEqual([`${join(piped, "a.yaml")}:1:1: ${why}`]);
  const large = join(folder, "large.yaml");
  await writeFile(large, `${SAMPLE_MANIFEST}\n# ${"x".repeat(10_000_000)}`);
  expect(await findingsOf(large)).toEqual([`${large}:1:1: the file is larger than 4194304 bytes`]);
});

test("odd encodings are read or refused, and the same words have the same hash", async () => {
  const hash = (await loadNotice(await fileOf(SAMPLE_MANIFEST))).notice?.hash;
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const windows = `\uFEFF${SAMPLE_MANIFEST.replace(/\n/g, "\r\n")}`;
  expect((await loadNotice(await fileOf(windows))).notice?.hash).toBe(hash);
  const utf16 = "the file is UTF-16 text; save it as UTF-8";
  for (const mark of ["\uFEFF", ""]) {
    const path = await fileOf(Buffer.from(`${mark}${SAMPLE_MANIFEST}`, "utf16le"));
    expect(await findingsOf(path)).toEqual([`${path}:1:1: ${utf16}`]);
  }
});

let files = 0;
async function fileOf(text: string | Buffer): Promise<string> {
  const path = join(folder, `file-${files++}.yaml`);
  await writeFile(path, text);
  return path;
}
