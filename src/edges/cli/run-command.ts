import { PassThrough, Readable } from "node:stream";
import type { Command, ExitStatus } from "./command.ts";

export type Ran = { readonly status: ExitStatus; readonly out: string; readonly err: string };

/** For tests: runs a command as `main` does, with text for streams. */
export async function runCommand(command: Command, args: string[], stdin = ""): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [textOf(stdout), textOf(stderr)];
  const status = await command.run(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
  });
  stdout.end();
  stderr.end();
  return { status, out: await out, err: await err };
}

async function textOf(stream: Readable): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}
