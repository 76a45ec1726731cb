import {
  closeSync,
  fdatasync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** One narrowing fact: ids and codes, nothing that a stranger could read a person from. */
export type JournalLine = {
  readonly position: number;
  readonly subject: string;
  readonly kind: string;
  readonly at: number;
  readonly noticeVersion: number | null;
  readonly body: unknown;
};

export type Journal = {
  /** Resolves when the lines are on the disk. Lines of several callers share one fsync. */
  append(lines: readonly JournalLine[]): Promise<void>;
  close(): Promise<void>;
};

/**
 * The journal of narrowing facts, outside the database (GATE.md, "Failure never widens"): a restore
 * from an older copy replays it before it serves. One line of JSON each; a torn last line is what a
 * crash leaves of a fact that was never acknowledged.
 */
export function openJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, "a", 0o600);
  // A torn line of the last run must not swallow the first line of this one.
  if (endsTorn(path)) writeSync(file, "\n");
  let waiting: (() => void)[] = [];
  let failed: ((error: unknown) => void)[] = [];
  let pending = "";
  let running: Promise<void> | null = null;
  const flush = async () => {
    while (pending !== "") {
      const [text, done, fail] = [pending, waiting, failed];
      [pending, waiting, failed] = ["", [], []];
      try {
        writeSync(file, text);
        await sync(file);
        for (const tell of done) tell();
      } catch (error) {
        for (const tell of fail) tell(error);
      }
    }
    running = null;
  };
  return {
    append(lines) {
      if (lines.length === 0) return Promise.resolve();
      pending += lines.map((line) => `${JSON.stringify(line)}\n`).join("");
      const written = new Promise<void>((done, fail) => {
        waiting.push(done);
        failed.push(fail);
      });
      running ??= Promise.resolve().then(flush);
      return written;
    },
    async close() {
      while (running !== null) await running;
      fsyncSync(file);
      closeSync(file);
    },
  };
}

function sync(file: number): Promise<void> {
  return new Promise((done, fail) => {
    fdatasync(file, (error) => (error === null ? done() : fail(error)));
  });
}

function endsTorn(path: string): boolean {
  const text = readFileSync(path, "utf8");
  return text !== "" && !text.endsWith("\n");
}

/** All whole lines of a journal, in order. A line that is not JSON is torn and is left out. */
export function readJournal(path: string): readonly JournalLine[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      if (line === "") return [];
      try {
        return [JSON.parse(line) as JournalLine];
      } catch (error) {
        if (error instanceof SyntaxError) return [];
        throw error;
      }
    });
}
