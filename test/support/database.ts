import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { inject } from "vitest";
import { type Database, databaseDefaults, openDatabase } from "#platform/database/database";
import { migrate, readMigrations } from "#platform/database/migrate";
import { prepareJobs } from "#platform/queue/prepare-jobs";

export type TestDatabase = Database & {
  /** As the owner, past the grants: for looking at what must not be there. */
  readonly owner: pg.Pool;
  readonly connection: pg.ClientConfig;
};

const MIGRATIONS = resolve(import.meta.dirname, "../../db/migrations");
const TEMPLATE = "fairnotice_template";
const LOCK = 7_210_513_999;

/**
 * A database of one's own with all migrations applied: a copy of a template that is made once in a
 * run. `close` drops it.
 */
export async function freshDatabase(connectionsMax = 8): Promise<TestDatabase> {
  const connection = await clusterConnection();
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await copyTemplate(connection, name);
  const own = { ...connection, database: name };
  const database = openDatabase(own, { ...databaseDefaults, connectionsMax });
  const owner = new pg.Pool({ ...own, max: 2 });
  // The database is dropped under connections that are still closing; nobody waits on them.
  for (const pool of [owner, database.pool]) {
    pool.on("connect", (client) => client.on("error", () => undefined));
  }
  return {
    ...database,
    owner,
    connection: own,
    async close() {
      await database.close();
      await owner.end();
      await asOwner({ ...connection, database: "postgres" }, (client) =>
        client.query(`drop database ${name} with (force)`),
      );
    },
  };
}

async function clusterConnection(): Promise<pg.ClientConfig> {
  const told = JSON.parse(await text(connect(inject("clusterSocket"))));
  if (told.error !== undefined) throw new Error(`no test cluster: ${told.error}`);
  return told.connection;
}

async function copyTemplate(connection: pg.ClientConfig, name: string): Promise<void> {
  await asOwner({ ...connection, database: "postgres" }, async (client) => {
    // One file makes the template, the others wait for it.
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const query = "select 1 from pg_database where datname = $1 and datistemplate";
    const { rows } = await client.query(query, [TEMPLATE]);
    if (rows.length === 0) await makeTemplate(client, connection);
    await client.query("select pg_advisory_unlock($1)", [LOCK]);
    await client.query(`create database ${name} template ${TEMPLATE} strategy wal_log`);
  });
}

async function makeTemplate(client: pg.Client, connection: pg.ClientConfig): Promise<void> {
  await client.query(`drop database if exists ${TEMPLATE}`);
  await client.query(`create database ${TEMPLATE}`);
  const template = { ...connection, database: TEMPLATE };
  await migrate(template, readMigrations(MIGRATIONS));
  await prepareJobs(template);
  await client.query(`alter database ${TEMPLATE} is_template true`);
}

async function asOwner<T>(
  connection: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
