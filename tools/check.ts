/**
 * Everything about the repository that a machine can judge without running the product's tests.
 *
 *     npm run check                    all of it; exit 1 when something is found
 *     npm run check -- arrows tidy     those only
 *     npm run check -- --write         formats, and writes what is generated, first
 */
import { checkArrows } from "./check/arrows.ts";
import { checkContract } from "./check/contract.ts";
import { checkLint } from "./check/lint.ts";
import { checkLockfiles } from "./check/lockfiles.ts";
import { checkPersonalData } from "./check/personal-data.ts";
import { checkSchema } from "./check/schema.ts";
import { checkTidy } from "./check/tidy.ts";
import { checkTypes } from "./check/types.ts";

/** Answers with what is wrong, a line each; nothing when all is well. */
export type Check = (options: { readonly write: boolean }) => Promise<readonly string[]>;

const CHECKS: { readonly [name: string]: Check } = {
  types: checkTypes,
  lint: checkLint,
  arrows: checkArrows,
  tidy: checkTidy,
  schema: checkSchema,
  "personal-data": checkPersonalData,
  contract: checkContract,
  lockfiles: checkLockfiles,
};

const args = process.argv.slice(2);
const write = args.includes("--write");
const names = args.filter((each) => each !== "--write");
const unknown = names.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  say(`there is no check ${unknown.join(", ")}; there are ${Object.keys(CHECKS).join(", ")}`);
  process.exitCode = 2;
} else {
  process.exitCode = (await runAll()) ? 0 : 1;
}

async function runAll(): Promise<boolean> {
  let isClean = true;
  for (const [name, check] of Object.entries(CHECKS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const began = performance.now();
    const found = await check({ write });
    const took = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    say(
      found.length === 0
        ? `check ${name}: clean (${took})`
        : `check ${name}: ${found.length} found (${took})`,
    );
    for (const line of found) process.stderr.write(`  ${line}\n`);
    isClean &&= found.length === 0;
  }
  return isClean;
}

function say(text: string): void {
  process.stderr.write(`fairnotice: ${text}\n`);
}
