/**
 * Everything about the repository that a machine can judge without running the product's tests.
 *
 *     npm run check                    all of it; exit 1 when something is found
 *     npm run check -- arrows tidy     those only
 *     npm run check -- --write         formats, and writes what is generated, first
 */

/** Answers with what is wrong, a line each; nothing when all is well. */
export type Check = (options: { readonly write: boolean }) => Promise<readonly string[]>;

/** Loaded when they run: a fault in what one of them looks at does not keep the others from it. */
const CHECKS: { readonly [name: string]: () => Promise<Check> } = {
  types: async () => (await import("./check/types.ts")).checkTypes,
  lint: async () => (await import("./check/lint.ts")).checkLint,
  arrows: async () => (await import("./check/arrows.ts")).checkArrows,
  tidy: async () => (await import("./check/tidy.ts")).checkTidy,
  schema: async () => (await import("./check/schema.ts")).checkSchema,
  "personal-data": async () => (await import("./check/personal-data.ts")).checkPersonalData,
  notices: async () => (await import("./check/notices.ts")).checkNotices,
  contract: async () => (await import("./check/contract.ts")).checkContract,
  lockfiles: async () => (await import("./check/lockfiles.ts")).checkLockfiles,
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
  for (const [name, load] of Object.entries(CHECKS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const began = performance.now();
    const found = await findings(load);
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

/** What a check cannot even load is a finding of its own. */
async function findings(load: () => Promise<Check>): Promise<readonly string[]> {
  try {
    return await (await load())({ write });
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

function say(text: string): void {
  process.stderr.write(`fairnotice: ${text}\n`);
}
