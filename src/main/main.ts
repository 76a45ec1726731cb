import type { Command, ExitStatus } from "#edges/cli/command";

/** Commands are loaded when they are called: `check` needs no database and `due` no notice. */
const COMMANDS: { readonly [name: string]: () => Promise<Command> } = {
  up: async () => (await import("#main/up")).up,
  start: async () => (await import("#main/up")).start,
  check: async () => (await import("#edges/cli/check")).check,
  diff: async () => (await import("#edges/cli/diff")).diff,
  format: async () => (await import("#edges/cli/format")).format,
  schema: async () => (await import("#edges/cli/schema")).schema,
  render: async () => (await import("#edges/cli/render")).render,
  init: async () => (await import("#edges/cli/init")).init,
  decide: async () => (await import("#edges/cli/decide")).decide,
  due: async () => (await import("#edges/cli/due")).due,
  regimes: async () => (await import("#edges/cli/regimes")).regimes,
  verify: async () => (await import("#edges/cli/verify")).verify,
  "owner-link": async () => (await import("#main/owner-link")).ownerLink,
};

const [name = "help", ...args] = process.argv.slice(2);
process.exitCode = await run(name, args);

async function run(command: string, given: string[]): Promise<ExitStatus> {
  if (command === "help" || command === "--help" || command === "-h") {
    process.stdout.write(await overview());
    return 0;
  }
  const load = COMMANDS[command];
  if (load === undefined) {
    process.stderr.write(`\`${command}\` is no command\n\n${await overview()}`);
    return 2;
  }
  const { usage, run: execute } = await load();
  if (given.includes("--help") || given.includes("-h")) {
    process.stdout.write(`${usage.trimEnd()}\n`);
    return 0;
  }
  return execute(given, process);
}

async function overview(): Promise<string> {
  const lines = ["usage: npm run -s fairnotice -- COMMAND [--help]", ""];
  for (const [each, load] of Object.entries(COMMANDS)) {
    lines.push(`  ${each.padEnd(12)}${(await load()).summary}`);
  }
  return `${lines.join("\n")}\n`;
}
