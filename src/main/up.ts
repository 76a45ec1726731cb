import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { populate } from "#demo/populate";
import { findingsOf } from "#edges/cli/check/findings-of";
import type { Command, ExitStatus, Streams } from "#edges/cli/command";
import type { House } from "#edges/house";
import { isDatabaseAway } from "#edges/http/problem";
import { routeMail } from "#edges/mail/in";
import { isMailboxOpen } from "#edges/web/answer-receipts";
import { type Config, ConfigError, hasOwnConfig, loadConfig } from "#platform/config/config";
import { type Database, openDatabase } from "#platform/database/database";
import { type Embedded, FolderInUse, startEmbedded } from "#platform/database/embedded";
import { migrate, readMigrations } from "#platform/database/migrate";
import { type Log, openLog } from "#platform/log/log";
import { prepareJobs } from "#platform/queue/prepare-jobs";
import { type OpenHouse, openHouse } from "./open-house.ts";
import { publishNotice } from "./publish-notice.ts";
import { serve } from "./serve.ts";
import { startWork } from "./start-work.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const MIGRATIONS = resolve(ROOT, "db/migrations");

const usage = `usage: fairnotice up [--port 3000] [--data DIR] [--database URL] [--notice PATH] [--demo]

Migrates, starts everything, prints the addresses; Ctrl-C stops cleanly.

  --port N        port of the site (FAIRNOTICE_PORT); 0 picks a free one
  --data DIR      folder of keys, mail, journal and the embedded database (FAIRNOTICE_DATA); default ./data
  --database URL  a PostgreSQL server of your own, version 15 or later (FAIRNOTICE_DATABASE)
  --notice PATH   the manifest, a file or a folder (FAIRNOTICE_NOTICE)
  --demo          the demo company with invented people, mail into the development mailbox

Further settings: FAIRNOTICE_BASE_URL, FAIRNOTICE_TRUSTED_PROXIES, FAIRNOTICE_SMTP, FAIRNOTICE_SMTP_IN, FAIRNOTICE_MAIL_DOMAIN,
FAIRNOTICE_MASTER_KEY or FAIRNOTICE_MASTER_KEY_FILE; or the same keys in fairnotice.json.`;

const PORT_MAX = 65_535;

export const up: Command = {
  summary: "start the product",
  usage,
  run: (args, io) => guarded(io, () => runUp(args, io)),
};

/** `npm start`: one's own configuration where there is one, else the demo. */
export const start: Command = {
  summary: "start with fairnotice.json where there is one, else the demo",
  usage,
  run: (args, io) => {
    const own = hasOwnConfig(process.cwd());
    return guarded(io, () => runUp(own ? args : ["--demo", ...args], io));
  },
};

async function guarded(io: Streams, run: () => Promise<ExitStatus>): Promise<ExitStatus> {
  try {
    return await run();
  } catch (error) {
    const known = error instanceof ConfigError || error instanceof FolderInUse;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      io.stderr.write("the port is taken by another program; choose one with --port\n");
    else if (!known && error instanceof Error && isDatabaseAway(error))
      io.stderr.write(`${databaseAwayText(code)}\n`);
    else io.stderr.write(`${messageOf(error)}\n`);
    return known && error instanceof ConfigError ? 2 : 1;
  }
}

async function runUp(args: string[], io: Streams): Promise<ExitStatus> {
  const given = loadConfig(ROOT, process.env, flagsOf(args));
  const log = openLog(process.env.FAIRNOTICE_LOG ?? "warn");
  const say = (text: string) => io.stdout.write(`${text}\n`);
  // Links in mails carry the port, so it is known before anything is sent.
  const config = given.port === 0 ? onPort(given, await freePort(given.host)) : given;
  if (given.port !== 0) await freePort(config.host, config.port);
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const embedded = config.database === null ? await startEmbedded(config.data) : null;
  if (embedded?.moved)
    say(`The database is kept in ${embedded.moved}: its user cannot reach the data folder.`);
  try {
    return await runOn(config, embedded, log, say);
  } finally {
    await embedded?.stop();
  }
}

async function runOn(
  config: Config,
  embedded: Embedded | null,
  log: Log,
  say: (text: string) => void,
): Promise<ExitStatus> {
  const connection = embedded?.connection ?? { connectionString: config.database ?? "" };
  await migrate(connection, readMigrations(MIGRATIONS));
  await prepareJobs(connection);
  const database: Database = openDatabase(connection);
  const opened: OpenHouse = await openHouse(config, database, log);
  try {
    const published = await publishNotice(opened.house);
    if (published.state === "none") {
      throw new ConfigError(`no notice can be brought into force:\n${published.why}`);
    }
    if (published.state === "kept") {
      say(
        `The manifest was not published; version ${published.version} stays in force:\n${published.why}`,
      );
    }
    return await runHouse(opened, database, embedded, say);
  } finally {
    await opened.close();
    await database.close();
  }
}

/** Serves until it is told to stop, then ends everything in the order that loses nothing. */
async function runHouse(
  { house }: OpenHouse,
  database: Database,
  embedded: Embedded | null,
  say: (text: string) => void,
): Promise<ExitStatus> {
  const { config } = house;
  const server = await serve(house, findingsOf);
  await server.listen({ host: config.host, port: config.port });
  const incoming = await routeMail(house);
  const work = await startWork(house, database);
  let stopping = false;
  await announce(house, incoming?.port ?? null, say);
  const filling = config.demo
    ? populate(server, house, say, () => stopping).catch((err: Error) => {
        house.log.error({ event: "demo.failed", err });
        say(`Demo: the invented people could not be brought in (${err.message})`);
      })
    : Promise.resolve();
  const status = await untilStopped(embedded, say);
  stopping = true;
  await incoming?.close();
  await filling;
  await server.close();
  await work.stop();
  return status;
}

function onPort(config: Config, port: number): Config {
  return { ...config, port, baseUrl: config.baseUrl.replace(/:0$/, `:${port}`) };
}

/**
 * Looks whether the port can be had before a database is started for nothing. @throws EADDRINUSE
 */
async function freePort(host: string, port = 0): Promise<number> {
  const probe = createServer();
  const { promise, resolve: bound, reject } = Promise.withResolvers<void>();
  probe.once("error", reject);
  probe.listen(port, host, bound);
  await promise;
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  return typeof address === "object" && address !== null ? address.port : port;
}

function flagsOf(args: string[]) {
  const options = {
    port: { type: "string" },
    data: { type: "string" },
    database: { type: "string" },
    notice: { type: "string" },
    demo: { type: "boolean" },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];
  try {
    ({ values } = parseArgs({ args, options, strict: true }));
  } catch (cause) {
    throw new ConfigError((cause as Error).message, { cause });
  }
  const { port, ...rest } = values;
  if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > PORT_MAX))
    throw new ConfigError(`"${port}" is no port: choose one of 0 (any free one) to ${PORT_MAX}`);
  return { ...rest, ...(port === undefined ? {} : { port: Number(port) }) };
}

/**
 * The addresses, and at the first run the link of the first owner: there is no default password.
 */
async function announce(
  house: House,
  smtpPort: number | null,
  say: (text: string) => void,
): Promise<void> {
  const { baseUrl, mailDomain } = house.config;
  say(`Site        ${baseUrl}/`);
  say(`Notice      ${baseUrl}/privacy`);
  say(`Console     ${baseUrl}/console`);
  if (house.mailbox !== null) say(`Mailbox     ${baseUrl}/mailbox (${mailboxNote(house.config)})`);
  if (smtpPort !== null)
    say(`Mail in     smtp://${house.config.host}:${smtpPort} (for @${mailDomain})`);
  const token = await house.inTransaction((tx) => house.staff.ownerLink(tx));
  if (token !== null) {
    say(
      `\nMake the first account here; the link works once, for three days:\n${baseUrl}/console/join#${token}\n`,
    );
  }
  say("Ready. Ctrl-C stops.");
}

/** Whoever runs it for real people must know that nobody gets a mail. */
function mailboxNote(config: Config): string {
  if (config.demo) return "all mail of the demo";
  const who = isMailboxOpen(config) ? "open on this machine" : "for signed-in owners and officers";
  return `no mail server is configured: all mail ends here, ${who}`;
}

/**
 * Ends with a signal, or when PostgreSQL went away under us: then nothing can be kept and going on
 * would lose facts.
 */
function untilStopped(embedded: Embedded | null, say: (text: string) => void): Promise<ExitStatus> {
  return new Promise((end) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end(0));
    embedded?.lost.then((why) => {
      say(`PostgreSQL ended (${why}). Start again: it recovers by itself.`);
      end(1);
    });
  });
}

/** Names no address and no user: both stand in the setting, and the password beside them. */
function databaseAwayText(code: string | undefined): string {
  return `the database does not answer (${code ?? "no connection"}): see that PostgreSQL runs and takes connections there, and that --database (FAIRNOTICE_DATABASE) names the right host and port; nothing was changed`;
}

/** Errors of several attempts, such as a server that is at no address, carry their text inside. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
