import { existsSync } from "node:fs";
import { resolve } from "node:path";
import pg from "pg";
import type { Command, ExitStatus, Streams } from "#edges/cli/command";
import { argumentsOf, refuseInput, unusable, write } from "#edges/cli/output";
import { type Config, ConfigError, hasOwnConfig, loadConfig } from "#platform/config/config";
import { openDatabase } from "#platform/database/database";
import { startEmbedded } from "#platform/database/embedded";
import { findPlace } from "#platform/database/place";
import { openStaff, type StaffLine } from "#staff";
import { openFoundation } from "./open-foundation.ts";

const ROOT = resolve(import.meta.dirname, "../..");

const usage = `usage: npm run -s fairnotice -- owner-link [--email ADDRESS | --new] [--data DIR] [--database URL] [--port N]

The way back in for an owner who is locked out. Prints a link that works once, for a day, and sets
a new password; every session of that owner ends when it is used. Whoever runs this has the data
folder with its keys, and the database: the server may be running or not.

  --email ADDRESS  which owner, where there are several
  --new            a link to a new owner's account instead (three days), for when no owner is left
                   who could follow a link
  --data DIR, --database URL, --port N
                   as they are given to \`up\`; settings of the environment and of fairnotice.json hold too

exit status: 0 the link is on standard output, 1 nothing could be made, 2 an argument cannot be used
`;

const OPTIONS = {
  email: { type: "string" },
  new: { type: "boolean", default: false },
  data: { type: "string" },
  database: { type: "string" },
  port: { type: "string" },
} as const;

/** What there is to print, or why there is nothing. */
type Made = { readonly link: string; readonly told: string } | { readonly why: string };

export const ownerLink: Command = {
  summary: "a new one-time link for an owner who is locked out",
  usage,
  run,
};

async function run(args: string[], io: Streams): Promise<ExitStatus> {
  const parsed = argumentsOf(args, OPTIONS);
  if ("unusable" in parsed) return refuseInput(parsed, io);
  const { email, new: isNew, port, ...flags } = parsed.values;
  const [extra] = parsed.positionals;
  if (extra !== undefined) return refuseInput(unusable(`unexpected \`${extra}\``), io);
  if (email !== undefined && isNew)
    return refuseInput(unusable("give `--email` or `--new`, not both"), io);
  if (port !== undefined && !/^\d{1,5}$/.test(port))
    return refuseInput(unusable(`\`${port}\` is no port`), io);
  try {
    // Only the folder, the database and the address are used; the notice is not opened.
    const demo = hasOwnConfig(ROOT) ? {} : { demo: true };
    const given = { ...demo, ...flags, ...(port === undefined ? {} : { port: Number(port) }) };
    const config = loadConfig(ROOT, process.env, given);
    const made = await onDatabase(config, (connection) =>
      makeLink(config, connection, email ?? null, isNew),
    );
    if ("why" in made) {
      await write(io.stderr, `${made.why}\n`);
      return 1;
    }
    await write(io.stderr, `${made.told}\n`);
    await write(io.stdout, `${made.link}\n`);
    return 0;
  } catch (error) {
    await write(io.stderr, `${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof ConfigError ? 2 : 1;
  }
}

/** On the database of one's own, on the running embedded one, or on that one started for this. */
async function onDatabase<T>(
  config: Config,
  work: (connection: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  if (!existsSync(config.data))
    throw new ConfigError(`there is no data folder ${config.data}; name it with --data`);
  if (config.database !== null) return work({ connectionString: config.database });
  const { socket } = findPlace(config.data);
  const running = { host: socket, user: "fairnotice", database: "fairnotice" };
  if (await answers(running)) return work(running);
  const embedded = await startEmbedded(config.data);
  try {
    return await work(embedded.connection);
  } finally {
    await embedded.stop();
  }
}

/** Whether PostgreSQL is running there; no socket, or nobody behind it, means that it is not. */
async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(connection);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    const { code = "" } = error as { code?: string };
    if (code === "ENOENT" || code === "ECONNREFUSED") return false;
    throw error;
  }
}

const NO_SUCH_TABLE = "42P01";

async function makeLink(
  config: Config,
  connection: pg.ClientConfig,
  email: string | null,
  isNew: boolean,
): Promise<Made> {
  const database = openDatabase(connection);
  try {
    // No notice is published here, so nobody is counted for it and nobody has to hear of it.
    const never = () => Promise.reject(new Error("`owner-link` publishes no notice"));
    const base = await openFoundation(config, database, { countStaff: never, published: never });
    const { append, newId, clock } = base;
    const staff = openStaff({ key: base.master.derive("staff"), append, newId, clock });
    try {
      return await base.inTransaction(async (tx): Promise<Made> => {
        const owners = (await staff.list(tx)).filter(
          ({ role, state }) => role === "owner" && state === "active",
        );
        if (isNew || owners.length === 0) {
          const link = `${config.baseUrl}/console/join#${await staff.newOwnerLink(tx)}`;
          return {
            link,
            told: "Make a new owner's account here; the link works once, for three days:",
          };
        }
        const owner = chosen(owners, email);
        if ("why" in owner) return owner;
        const token = await staff.ownerPasswordLink(tx, owner.id);
        return {
          link: `${config.baseUrl}/console/new-password#${token}`,
          told: `${owner.name} (${owner.email}) sets a new password here; the link works once, for a day:`,
        };
      });
    } finally {
      await base.journal.close();
    }
  } catch (error) {
    if ((error as { code?: string }).code !== NO_SUCH_TABLE) throw error;
    throw new Error(
      "the database is of an earlier version, or empty: start the server once first",
      {
        cause: error,
      },
    );
  } finally {
    await database.close();
  }
}

function chosen(
  owners: readonly StaffLine[],
  email: string | null,
): StaffLine | { readonly why: string } {
  const wanted = email?.trim().toLowerCase();
  const fitting = owners.filter(
    (each) => wanted === undefined || each.email.toLowerCase() === wanted,
  );
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  const known = owners.map((each) => `  --email ${each.email}`).join("\n");
  return wanted === undefined
    ? { why: `there are several owners; say which:\n${known}` }
    : { why: `no owner has the address ${email}; these have one:\n${known}` };
}
