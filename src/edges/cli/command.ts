import type { Readable, Writable } from "node:stream";

/** 0: fine; 1: findings or refusals; 2: unusable input or arguments. */
export type ExitStatus = 0 | 1 | 2;

export type Streams = {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
};

export type Command = {
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole text of `--help`. */
  readonly usage: string;
  readonly run: (args: string[], io: Streams) => Promise<ExitStatus>;
};
