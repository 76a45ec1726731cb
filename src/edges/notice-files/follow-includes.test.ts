import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatFinding } from "#core/notice/finding";
import { compileStored, readNotice } from "#core/notice/read-notice";
import { SAMPLE_MANIFEST } from "#core/notice/sample-manifest";
import { loadNotice } from "./load-notice.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairnotice-includes-"));
});
afterAll(() => rm(folder, { recursive: true }));

const [head = "", tail = ""] = SAMPLE_MANIFEST.split("\nclauses:");
const clauses = `clauses:${tail}`;

let places = 0;
async function placeWith(files: { readonly [name: string]: string }): Promise<string> {
  const place = join(folder, `place-${places++}`);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(place, name)), { recursive: true });
    await writeFile(join(place, name), text);
  }
  return place;
}

/** What is found, without the folder. */
async function findingsOf(place: string, path: string): Promise<readonly string[]> {
  const { notice, findings } = await loadNotice(join(place, path));
  if (findings.length > 0) expect(notice).toBeNull();
  return findings.map((each) => formatFinding(each).replaceAll(`${place}/`, ""));
}

const whole = readNotice([{ name: "n.yaml", text: SAMPLE_MANIFEST }]).notice?.hash;

test("a file with includes says the same as one file, and so does its stored source", async () => {
  const [above = "", below = ""] = head.split("\nforms:");
  const place = await placeWith({
    "notice.yaml": `include: [parts/forms.yaml, text.yml]\n${above}\n`,
    "parts/forms.yaml": `include: [deeper/none.yaml]\nforms:${below}\n`,
    "parts/deeper/none.yaml": "# nothing but a comment\n",
    "text.yml": clauses,
  });
  const loaded = await loadNotice(join(place, "notice.yaml"));
  expect(loaded.findings).toEqual([]);
  expect(loaded.notice?.hash).toBe(whole);
  expect(compileStored(loaded.source, loaded.fileName).hash).toBe(whole);
});

test("a folder may include files of folders within it", async () => {
  const place = await placeWith({
    "notice/a.yaml": `${head}\ninclude: [text/en.yaml]\n`,
    "notice/text/en.yaml": clauses,
  });
  const loaded = await loadNotice(join(place, "notice"));
  expect(loaded.findings).toEqual([]);
  expect(loaded.notice?.hash).toBe(whole);
});

test("a finding in an included file names that file", async () => {
  const place = await placeWith({
    "notice.yaml": `include: [text.yaml]\n${head}\n`,
    "text.yaml": clauses.replace("    title:", "    titel:"),
  });
  expect(await findingsOf(place, "notice.yaml")).toContain(
    "text.yaml:3:5: unknown key `titel` (did you mean `title`?)",
  );
});

test.each([
  ["../outside.yaml", "has `..`; an included file is beside or below"],
  ["a/../../outside.yaml", "has `..`; an included file is beside or below"],
  ["/etc/outside.yaml", "is absolute; an included path is relative"],
  ["~/outside.yaml", "is absolute; an included path is relative"],
  ["C:/outside.yaml", "is absolute; an included path is relative"],
  ["a\\outside.yaml", "has a backslash; write `/` between folders"],
  ["passwd", "is no `.yaml` file"],
  ["link.yaml", "leads out of the folder of the manifest"],
  ["linked/outside.yaml", "leads out of the folder of the manifest"],
  ["notice.yaml", "is included in a circle: notice.yaml -> notice.yaml"],
  ["folder.yaml", "cannot be included: it is a folder"],
  ["pert.yaml", "cannot be included: there is no such file or folder (did you mean `part.yaml`?)"],
])("include: [%s] is refused", async (path, why) => {
  const place = await placeWith({
    "inner/notice.yaml": `${head}\ninclude: ["${path.replace("\\", "\\\\")}"]\n${clauses}`,
    "inner/part.yaml": "topics: {}\n",
    "inner/folder.yaml/x": "",
    "outside.yaml": "secret: 1\n",
  });
  await symlink(join(place, "outside.yaml"), join(place, "inner/link.yaml"));
  await symlink(place, join(place, "inner/linked"));
  const line = head.split("\n").length + 1;
  expect(await findingsOf(join(place, "inner"), "notice.yaml")).toEqual([
    `notice.yaml:${line}:11: \`${path}\` ${why}`,
  ]);
});

test("a circle is named whole", async () => {
  const place = await placeWith({
    "notice.yaml": `include: [a.yaml]\n${SAMPLE_MANIFEST}`,
    "a.yaml": "include:\n  - b/b.yaml\n",
    "b/b.yaml": "include: [c.yaml]\n",
    "b/c.yaml": "include: [d.yaml]\n",
    "b/d.yaml": "topics: {}\n",
  });
  await rm(join(place, "b/d.yaml"));
  await symlink(join(place, "a.yaml"), join(place, "b/d.yaml"));
  expect(await findingsOf(place, "notice.yaml")).toEqual([
    "b/c.yaml:1:11: `d.yaml` is included in a circle: a.yaml -> b/b.yaml -> b/c.yaml -> a.yaml",
  ]);
});

test("a file is read once: named twice, or beside others of its folder, it is refused", async () => {
  const twice = await placeWith({
    "notice.yaml": `include: [a.yaml, a.yaml]\n${SAMPLE_MANIFEST}`,
    "a.yaml": "topics: { other: { name: { en: Other, fr: Autre } } }\n",
  });
  expect(await findingsOf(twice, "notice.yaml")).toContain(
    "notice.yaml:1:19: `a.yaml` is read already",
  );
  const beside = await placeWith({ "n/a.yaml": `include: [b.yaml]\n${head}`, "n/b.yaml": clauses });
  expect(await findingsOf(join(beside, "n"), ".")).toEqual([
    "a.yaml:1:11: `b.yaml` is read already",
  ]);
});

test("depth and number are bounded", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`f${index}.yaml`, `include: [f${index + 1}.yaml]\n`]),
  );
  const deep = await placeWith({ ...files, "f12.yaml": SAMPLE_MANIFEST });
  expect(await findingsOf(deep, "f0.yaml")).toContain(
    "f7.yaml:1:11: `f8.yaml` is more than 8 files deep",
  );
  const many = Array.from({ length: 101 }, (_, index) => `g${index}.yaml`);
  const wide = await placeWith({
    "notice.yaml": `include: [${many.join(", ")}]\n${SAMPLE_MANIFEST}`,
    ...Object.fromEntries(many.map((name) => [name, "# nothing\n"])),
  });
  const found = await findingsOf(wide, "notice.yaml");
  expect(found).toContain("notice.yaml:1:10: at most 100 files can be included, found 101");
});

test("what `include` holds is checked, and text without a file cannot include", async () => {
  const place = await placeWith({
    "a.yaml": `include: part.yaml\n${SAMPLE_MANIFEST}`,
    "b.yaml": `include: [1, [x]]\n${SAMPLE_MANIFEST}`,
    "c.yaml": `"\\x69nclude": [none.yaml]\n${SAMPLE_MANIFEST}`,
  });
  expect(await findingsOf(place, "a.yaml")).toEqual(["a.yaml:1:10: expected a list of files"]);
  expect(await findingsOf(place, "b.yaml")).toEqual([
    "b.yaml:1:11: expected the path of a file",
    "b.yaml:1:14: expected the path of a file",
  ]);
  expect(await findingsOf(place, "c.yaml")).toEqual([
    "c.yaml:1:16: `none.yaml` cannot be included: there is no such file or folder",
  ]);
  const text = `include: [a.yaml]\n${SAMPLE_MANIFEST}`;
  expect(readNotice([{ name: "-", text }]).findings.map(formatFinding)).toEqual([
    "-:1:1: text without a file of its own cannot `include` others",
  ]);
});

test("a name with a line break cannot write into the stored source", async () => {
  const place = await placeWith({ "n/a.yaml": head, "n/b\nid: evil.yaml": clauses });
  const { source, notice } = await loadNotice(join(place, "n"));
  expect(notice?.id).toBe("sample");
  expect(compileStored(source, "n").hash).toBe(whole);
});
