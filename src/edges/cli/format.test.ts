import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishedManifestSchema, publishedPartSchema } from "#core/notice/published-schema";
import { SAMPLE_MANIFEST } from "#core/notice/sample-manifest";
import { format } from "./format.ts";
import { runCommand } from "./run-command.ts";
import { schema } from "./schema.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairnotice-format-"));
});
afterAll(() => rm(folder, { recursive: true }));

const LOOSE = "version:   1\nid: shop # ours\n";
const TIGHT = "id: shop # ours\nversion: 1\n";

test("files are written in their canonical form, and then stay", async () => {
  const path = join(folder, "a.yaml");
  await writeFile(path, LOOSE);
  await chmod(path, 0o640);
  const checked = await runCommand(format, [path, "--check"]);
  expect(checked).toEqual({ status: 1, out: `${path}\n`, err: "" });
  expect(await readFile(path, "utf8")).toBe(LOOSE);
  expect(await runCommand(format, [path])).toEqual({ status: 0, out: `${path}\n`, err: "" });
  expect(await readFile(path, "utf8")).toBe(TIGHT);
  expect((await stat(path)).mode & 0o777).toBe(0o640);
  expect(await runCommand(format, [path, "--check"])).toEqual({ status: 0, out: "", err: "" });
});

test("a folder, what files include, and links to files", async () => {
  const place = join(folder, "place");
  await mkdir(join(place, "parts"), { recursive: true });
  await writeFile(join(place, "a.yaml"), "version: 1\ninclude: [parts/b.yaml]\n");
  await writeFile(join(place, "parts/b.yaml"), 'title: "Notice"\n');
  await writeFile(join(folder, "elsewhere.yaml"), LOOSE);
  await symlink(join(folder, "elsewhere.yaml"), join(place, "link.yaml"));
  const { status, out } = await runCommand(format, [place]);
  expect(status).toBe(0);
  expect(out.split("\n").sort()).toEqual(
    ["", join(place, "a.yaml"), join(place, "link.yaml"), join(place, "parts/b.yaml")].sort(),
  );
  expect(await readFile(join(place, "parts/b.yaml"), "utf8")).toBe("title: Notice\n");
  expect(await readFile(join(folder, "elsewhere.yaml"), "utf8")).toBe(TIGHT);
  expect((await readdir(place)).sort()).toEqual(["a.yaml", "link.yaml", "parts"]);
});

test("where one file cannot be read, none is written", async () => {
  const place = join(folder, "broken");
  await mkdir(place);
  await writeFile(join(place, "a.yaml"), LOOSE);
  await writeFile(join(place, "b.yaml"), "a: [1\n");
  const { status, err } = await runCommand(format, [place]);
  expect(status).toBe(2);
  expect(err).toMatch(/b\.yaml:\d+:\d+: /);
  expect(await readFile(join(place, "a.yaml"), "utf8")).toBe(LOOSE);
});

test("standard input is formatted to standard output", async () => {
  expect(await runCommand(format, ["-"], LOOSE)).toEqual({ status: 0, out: TIGHT, err: "" });
  const checked = await runCommand(format, ["-", "--check"], LOOSE);
  expect(checked).toEqual({ status: 1, out: "standard input\n", err: "" });
  expect(await runCommand(format, ["-"], SAMPLE_MANIFEST)).toMatchObject({ status: 0 });
  expect(await runCommand(format, ["-"], "a: [")).toMatchObject({ status: 2, out: "" });
});

test.each([[[]], [["-", "a.yaml"]], [["--odd"]], [["/nowhere.yaml"]]])(
  "format refuses %j",
  async (args) => {
    const { status, err } = await runCommand(format, args);
    expect(status).toBe(2);
    expect(err).not.toBe("");
  },
);

test("schema prints what is published", async () => {
  expect(await runCommand(schema, [])).toMatchObject({ status: 0, out: publishedManifestSchema() });
  const part = await runCommand(schema, ["--part"]);
  expect(part).toMatchObject({ status: 0, out: publishedPartSchema() });
  expect(await runCommand(schema, ["x"])).toMatchObject({ status: 2, out: "" });
});
