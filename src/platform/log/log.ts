import { type DestinationStream, type LogFn, type Logger, pino } from "pino";

/**
 * Structured lines without personal data. A line is an event's code with ids, counts and codes;
 * errors are reduced to what they are, for a driver's message can quote the value that it choked
 * on.
 */
export type Log = Logger;

export function openLog(level: string, stream?: DestinationStream): Log {
  const settings = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { logMethod: withoutErrorMessage },
    serializers: { err: errorWithoutValues, error: errorWithoutValues, req: nothing, res: nothing },
  };
  return stream === undefined ? pino(settings) : pino(settings, stream);
}

/**
 * pino takes an error's message for the line's when none is given: the event's code stands there
 * instead.
 */
function withoutErrorMessage(
  this: Logger,
  args: Parameters<LogFn>,
  write: (this: Logger, ...args: Parameters<LogFn>) => void,
): void {
  const [first] = args as [unknown];
  if (first instanceof Error) write.call(this, { err: first }, first.name);
  else if (args.length === 1 && typeof first === "object" && first !== null && "err" in first) {
    write.call(this, first, "event" in first ? String(first.event) : "error");
  } else write.apply(this, args);
}

/** Messages that stand in our own source are safe; those of the database and of parsers are not. */
export function errorWithoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const own = error.name === "Defect" || error.name === "Refusal" || error.name === "ConfigError";
  const code = "code" in error ? String(error.code).slice(0, 64) : undefined;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(own ? { message: error.message } : {}),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: errorWithoutValues(error.cause) }),
  };
}

/** The frames without the first lines, which repeat the message. */
function framesOf(error: Error): readonly string[] {
  const lines = (error.stack ?? "").split("\n");
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}

function nothing(): undefined {
  return undefined;
}
