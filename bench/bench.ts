/** `npm run bench -- NAME [--json FILE]`: see README.md. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { choices } from "./choices.ts";
import { gate } from "./gate.ts";
import { type Benchmark, run, table } from "./harness.ts";
import { impact } from "./impact.ts";
import { start } from "./start.ts";

const BENCHMARKS: readonly Benchmark[] = [start, gate, choices, impact];

const { values, positionals } = parseArgs({
  options: { json: { type: "string" } },
  allowPositionals: true,
});
const chosen = BENCHMARKS.find(({ name }) => name === positionals[0]);
if (chosen === undefined || positionals.length !== 1) {
  const names = BENCHMARKS.map(({ name }) => name).join(", ");
  process.stderr.write(`usage: npm run bench -- NAME [--json FILE]; NAME is one of ${names}\n`);
  process.exitCode = 2;
} else {
  const result = await run(chosen);
  process.stdout.write(`${table(result)}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
}
