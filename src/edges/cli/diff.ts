import { type ChangeClass, diffNotices, type NoticeDiff } from "#core/notice/diff";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { noticeAt } from "./manifest-input.ts";
import { argumentsOf, refuseInput, unusable, write } from "./output.ts";

const USAGE = `usage: npm run -s fairnotice -- diff OLD NEW [--format text|json]

Says what differs between two versions of a notice, clause by clause, and what each
difference means:

  material   something is permitted that was not, or a promise or right goes
  narrowing  less is permitted than before
  editorial  no declared fact changed; whether the words promise less, a person must judge

  OLD, NEW         files or folders; one of them may be - for standard input
  --format FORMAT  text (the default) or json

exit status: 0 nothing material, 1 something material, 2 input cannot be used
`;

const OPTIONS = {
  format: { type: "string", default: "text" },
} as const;

export const diff: Command = {
  summary: "clause by clause: material or not, and why; who must be told or asked again",
  usage: USAGE,
  run,
};

async function run(args: string[], io: Streams): Promise<ExitStatus> {
  const parsed = argumentsOf(args, OPTIONS);
  if ("unusable" in parsed) return refuseInput(parsed, io);
  const { values, positionals } = parsed;
  const [old, now, ...rest] = positionals;
  if (old === undefined || now === undefined || rest.length > 0) {
    return refuseInput(unusable("expected two manifests; see `diff --help`"), io);
  }
  if (old === "-" && now === "-") {
    return refuseInput(unusable("only one of the two can be standard input"), io);
  }
  if (values.format !== "text" && values.format !== "json") {
    return refuseInput(unusable(`unknown format \`${values.format}\`: text, json`), io);
  }
  const before = await noticeAt(old, io);
  if ("unusable" in before) return refuseInput(before, io);
  const after = await noticeAt(now, io);
  if ("unusable" in after) return refuseInput(after, io);
  const diff = diffNotices(before, after);
  const said = values.format === "json" ? `${JSON.stringify(diff, null, 2)}\n` : textOf(diff);
  await write(io.stdout, said);
  return diff.class === "material" ? 1 : 0;
}

const CLASSES: readonly ChangeClass[] = ["material", "narrowing", "editorial"];

function textOf({ before, after, differences, tell, askAgain }: NoticeDiff): string {
  const lines = [
    `version ${before.version} (${before.date}) to version ${after.version} (${after.date})`,
  ];
  if (differences.length === 0) lines.push("no difference but version and date");
  for (const level of CLASSES) {
    const found = differences.filter((each) => each.class === level);
    if (found.length === 0) continue;
    lines.push("", `${level} (${found.length})`);
    for (const { kind, id, why, clauses } of found) {
      const what = id === "" ? kind : `${kind} \`${id}\``;
      const where = clauses.length === 0 || kind === "clause" ? "" : ` [${clauses.join(", ")}]`;
      lines.push(`  ${what}: ${why}${where}`);
    }
  }
  if (tell.length > 0) lines.push("", `tell the people of: ${tell.join(", ")}`);
  if (askAgain.length > 0) lines.push(`ask again for consent to: ${askAgain.join(", ")}`);
  return lines.map((line) => `${line}\n`).join("");
}
