import pg from "pg";
import { placeBinaries } from "./binaries.ts";
import { assertWritable, findPlace } from "./place.ts";
import { type Durability, initialise, startPostmaster, stopPostmaster } from "./postmaster.ts";

export type Embedded = {
  /** Settings of a connection as its owner (node-pg). */
  readonly connection: pg.ClientConfig;
  readonly adopted: boolean;
  readonly made: boolean;
  /** Where it is, when the data folder could not hold it. */
  readonly moved: string | null;
  /** Settles when PostgreSQL ends or cuts us off although nobody stopped it. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
};

/**
 * Any number that other programs on the same cluster would hardly use; it says "a Fairnotice server
 * has this folder".
 */
const LOCK = 7_210_513_904;
const DATABASE = "fairnotice";

/** The folder belongs to another running server. Nothing was touched. */
export class FolderInUse extends Error {}

/**
 * Starts PostgreSQL in the data folder, or adopts the one that a killed server left there. One
 * server per folder: the second is turned away, naming the first.
 * @throws FolderInUse; Error with the end of PostgreSQL's log where it does not start.
 */
export async function startEmbedded(
  dataFolder: string,
  durability: Durability = "durable",
): Promise<Embedded> {
  const place = findPlace(dataFolder);
  assertWritable(place.folder);
  const binaries = placeBinaries(place.runtime);
  const made = await initialise(binaries, place);
  const { pid, adopted } = await startPostmaster(binaries, place, durability);
  const connection = { host: place.socket, user: "fairnotice", database: "postgres" };
  const guard = new pg.Client({ ...connection, application_name: `fairnotice ${process.pid}` });
  await guard.connect();
  let stopping = false;
  const lost = new Promise<string>((tell) => {
    guard.on("error", (error) => {
      if (!stopping) tell(error.message);
    });
    guard.on("end", () => {
      if (!stopping) tell("the connection ended");
    });
  });
  try {
    await lockFolder(guard, dataFolder);
    await makeDatabase(guard);
  } catch (error) {
    stopping = true;
    await guard.end();
    throw error;
  }
  return {
    connection: { ...connection, database: DATABASE },
    adopted,
    made,
    moved: place.moved,
    lost,
    async stop() {
      stopping = true;
      await guard.end();
      await stopPostmaster(pid, place);
    },
  };
}

async function lockFolder(guard: pg.Client, dataFolder: string): Promise<void> {
  const { rows } = await guard.query<{ locked: boolean }>(
    "select pg_try_advisory_lock($1) as locked",
    [LOCK],
  );
  if (rows[0]?.locked) return;
  const holders = await guard.query<{ application_name: string }>(
    `select application_name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and (classid::bigint << 32) + objid::bigint = $1`,
    [LOCK],
  );
  const pid = holders.rows[0]?.application_name.split(" ")[1] ?? "unknown";
  throw new FolderInUse(`the data folder ${dataFolder} is in use by the server with pid ${pid}`);
}

async function makeDatabase(guard: pg.Client): Promise<void> {
  const { rows } = await guard.query("select 1 from pg_database where datname = $1", [DATABASE]);
  if (rows.length === 0) await guard.query(`create database ${DATABASE}`);
}
