import type { Writable } from "node:stream";
import { type ParseArgsConfig, parseArgs } from "node:util";
import type { ExitStatus, Streams } from "./command.ts";

export type { Streams } from "./command.ts";

/** Input or arguments that cannot be used, and why. */
export type Unusable = { readonly unusable: string };

export function unusable(why: string): Unusable {
  return { unusable: why };
}

/** Writes why the input cannot be used. @returns the exit status for it. */
export async function refuseInput({ unusable: why }: Unusable, io: Streams): Promise<ExitStatus> {
  await write(io.stderr, `${why}\n`);
  return 2;
}

/**
 * Writes and waits until it was taken. A reader that has gone, as `head` does, is not an error of
 * ours.
 */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      const hasGone = (error as NodeJS.ErrnoException | null)?.code === "EPIPE";
      if (error == null || hasGone) resolve();
      else reject(error);
    });
  });
}

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>;

/** Reads arguments; unknown or incomplete ones are unusable, with the reason in Node's words. */
export function argumentsOf<O extends Options>(args: string[], options: O): Parsed<O> | Unusable {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const code = (error as { readonly code?: string }).code ?? "";
    if (!code.startsWith("ERR_PARSE_ARGS_")) throw error;
    const [first = ""] = (error as Error).message.split(". ");
    return unusable(first.charAt(0).toLowerCase() + first.slice(1));
  }
}
