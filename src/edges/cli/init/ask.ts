import { createInterface } from "node:readline";
import { type Streams, type Unusable, unusable, write } from "#edges/cli/output";

export type Question<T> = {
  /** Name of the flag that answers it. */
  readonly flag: string;
  readonly text: string;
  readonly default: string | null;
  /** The value, or what is wrong with the answer. */
  readonly read: (answer: string) => T | Unusable;
};

export type Asking = {
  ask<T>(question: Question<T>): Promise<T | Unusable>;
  close(): void;
};

const ATTEMPTS_MAX = 3;

/**
 * Answers come from flags, then from standard input, a line each (a person's or a pipe's), then
 * from the defaults. Questions go to standard error, so that standard output carries the manifest
 * alone.
 * @param silent takes the defaults without asking (`--yes`).
 */
export function openQuestions(
  flags: { readonly [flag: string]: string | undefined },
  silent: boolean,
  io: Streams,
): Asking {
  const lines = silent ? null : linesOf(io);
  const next = async (): Promise<string | null> => (lines === null ? null : lines.next());
  return {
    async ask(question) {
      const given = flags[question.flag];
      if (given !== undefined) {
        const value = question.read(given.trim());
        return isUnusable(value) ? unusable(`--${question.flag}: ${value.unusable}`) : value;
      }
      for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
        if (!silent) await write(io.stderr, promptOf(question));
        const line = await next();
        const answer = line?.trim() || question.default;
        if (answer === null) {
          const why = `no answer for --${question.flag} (${question.text})`;
          if (line === null) return unusable(why);
          await write(io.stderr, "  an answer is needed\n");
          continue;
        }
        const value = question.read(answer);
        if (!isUnusable(value)) return value;
        if (line === null) return unusable(`--${question.flag}: ${value.unusable}`);
        await write(io.stderr, `  ${value.unusable}\n`);
      }
      return unusable(`no usable answer for --${question.flag} in ${ATTEMPTS_MAX} attempts`);
    },
    close: () => lines?.close(),
  };
}

function promptOf({ text, default: fallback }: Question<unknown>): string {
  return fallback === null || fallback === "" ? `${text}: ` : `${text} [${fallback}]: `;
}

function isUnusable(value: unknown): value is Unusable {
  return typeof value === "object" && value !== null && "unusable" in value;
}

/** Lines of standard input one by one; null once it has ended or the person pressed Ctrl-C. */
function linesOf(io: Streams): { next(): Promise<string | null>; close(): void } {
  const isTerminal = "isTTY" in io.stdin && io.stdin.isTTY === true;
  const reader = isTerminal
    ? createInterface({ input: io.stdin, output: io.stderr, terminal: true })
    : createInterface({ input: io.stdin });
  reader.on("SIGINT", () => reader.close());
  const iterator = reader[Symbol.asyncIterator]();
  return {
    async next() {
      const { value, done } = await iterator.next();
      return done === true ? null : String(value);
    },
    close: () => reader.close(),
  };
}
