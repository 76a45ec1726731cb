import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { ROOT } from "./repository.ts";

/** The checks are themselves checked: each must find the fault that is planted for it. */
const scratch = mkdtempSync(join(tmpdir(), "fairnotice-checks-"));
const copy = join(scratch, "copy");
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeEach(() => {
  rmSync(copy, { recursive: true, force: true });
  const left = /\/(node_modules|\.git|\.fairnotice|data)(\/|$)/;
  cpSync(ROOT, copy, { recursive: true, filter: (path) => !left.test(path.slice(ROOT.length)) });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
});

function run(...names: string[]) {
  const done = spawnSync(process.execPath, ["tools/check.ts", ...names], {
    cwd: copy,
    encoding: "utf8",
  });
  return { status: done.status, text: done.stderr };
}

function change(path: string, how: (text: string) => string): void {
  const file = join(copy, path);
  const before = readFileSync(file, "utf8");
  const after = how(before);
  expect(after, path).not.toBe(before);
  writeFileSync(file, after);
}

test.each<readonly [check: string, path: string, how: (text: string) => string, found: RegExp]>([
  [
    "arrows",
    "src/capabilities/vault/store.ts",
    (text) => `import { openGate } from "#gate";\n${text}\nvoid openGate;\n`,
    /points from vault \(rank 2\) to gate \(rank 3\)/,
  ],
  [
    "arrows",
    "src/core/gate/decide.ts",
    (text) => `import type { Tx } from "#platform/database/database";\n${text}`,
    /points from core to platform/,
  ],
  ["arrows", "src/core/gate/decide.ts", (text) => `import "node:fs";\n${text}`, /not for core/],
  [
    "arrows",
    "src/edges/web/layout.ts",
    (text) => `import { countPeople } from "../../capabilities/gate/store.ts";\n${text}`,
    /climbs out of its module/,
  ],
  [
    "notices",
    "notices/demo/00-facts.yaml",
    (text) => text.replace("languages: [en, fr, de]", "languages: [ en, fr, de ]"),
    /00-facts\.yaml is not canonical/,
  ],
  [
    "notices",
    "notices/demo/00-facts.yaml",
    (text) => text.replace(/^# yaml-language-server.*\n/, ""),
    /00-facts\.yaml:1:1: the first line should be/,
  ],
  ["tidy", "src/kit/html.ts", (text) => `${text}// ${"TO"}${"DO"}: later\n`, /left behind/],
  ["tidy", "src/edges/house.ts", (text) => `${text}const x = sql\`select 1\`;\n`, /SQL belongs/],
  [
    "tidy",
    "src/kit/html.ts",
    (text) => `${text}function f() {\n${"  f();\n".repeat(80)}}\n`,
    /a function of 82 lines/,
  ],
  [
    "personal-data",
    "db/migrations/0080-collection.sql",
    (text) => text.replace("  asset text,", "  asset text,\n  shoe_size text,"),
    /form_submission\.shoe_size can hold what\?/,
  ],
  [
    "personal-data",
    "db/migrations/0080-collection.sql",
    (text) => text.replace("  asset text,\n", ""),
    /form_submission\.asset: in .*no migration makes it/,
  ],
  [
    "schema",
    "db/migrations/0080-collection.sql",
    (text) =>
      text.replace("primary key (subject_id, submission_id)", "primary key (submission_id)"),
    /form_submission: the unique index .* does not begin with subject_id/,
  ],
  [
    "contract",
    "contract/openapi.json",
    (text) => text.replace("Fairnotice", "Fairer notice"),
    /openapi\.json differs/,
  ],
  [
    "lockfiles",
    "package-lock.json",
    (text) =>
      text.replace(
        '"node_modules/ajv": {',
        '"node_modules/ajv": {\n      "resolved": "http://10.0.0.1/ajv.tgz",',
      ),
    /names the address http/,
  ],
  [
    "lockfiles",
    "package-lock.json",
    (text) =>
      text.replace(
        '"node_modules/@biomejs/cli-darwin-arm64"',
        '"node_modules/@biomejs/cli-nowhere"',
      ),
    /cli-darwin-arm64, optional for .* is not locked/,
  ],
])(
  "%s finds what was planted in %s",
  (check, path, how, found) => {
    change(path, how);
    const { status, text } = run(check);
    expect(text).toMatch(found);
    expect(status).toBe(1);
  },
  60_000,
);

test("a name that is no check is told so", () => {
  const { status, text } = run("arows");
  expect(status).toBe(2);
  expect(text).toContain("arrows");
});
