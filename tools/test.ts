/**
 * Runs what `npm test` promises: the checks of the repository, then every test, with a real
 * Chromium where one can be had. The last line is `N passed, N failed, N skipped`. Arguments go to
 * Vitest; `--long` lengthens the property tests and races.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findChromium } from "./find-chromium.ts";

const ROOT = resolve(import.meta.dirname, "..");

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

const given = process.argv.slice(2);
const isLong = given.includes("--long");
const args = given.filter((each) => each !== "--long");
process.exitCode = main();

function main(): number {
  const browser = findChromium(say);
  if ("why" in browser) say(`tests in a browser are skipped: ${browser.why}`);
  else say(`tests in a browser use ${browser.path} (${browser.from})`);
  const environment = {
    ...process.env,
    ...("why" in browser ? {} : { FAIRNOTICE_CHROMIUM: browser.path }),
    ...(isLong ? { FAIRNOTICE_TEST_LONG: "1" } : {}),
  };
  const isWhole = args.length === 0;
  const checks = isWhole ? spawn([join(ROOT, "tools/check.ts")], environment) : 0;
  const tests = runTests(environment);
  const counts = {
    passed: tests.passed + (isWhole && checks === 0 ? 1 : 0),
    failed: tests.failed + (checks === 0 ? 0 : 1),
    skipped: tests.skipped,
  };
  if (checks !== 0) say("the checks of the repository failed: see above, or run `npm run check`");
  process.stdout.write(
    `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
  );
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

function runTests(environment: NodeJS.ProcessEnv): Counts {
  const folder = mkdtempSync(join(tmpdir(), "fairnotice-report-"));
  try {
    const file = join(folder, "report.json");
    const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
    const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const status = spawn([vitest, "run", ...reports, ...args], environment);
    return countsIn(file, status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A run that ended without a report, or with an error outside of its tests, has failed. */
function countsIn(file: string, status: number): Counts {
  let report: {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  };
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    say(`the tests gave no report: ${(error as Error).message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const { numPassedTests: passed, numFailedTests: failed } = report;
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed, skipped };
}

function spawn(nodeArgs: readonly string[], env: NodeJS.ProcessEnv): number {
  const done = spawnSync(process.execPath, nodeArgs, { cwd: ROOT, env, stdio: "inherit" });
  if (done.error) say(done.error.message);
  return done.status ?? 1;
}

function say(text: string): void {
  process.stderr.write(`fairnotice: ${text}\n`);
}
