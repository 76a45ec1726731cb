import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** Two servers that start at once migrate one after the other. */
const LOCK = 7_210_513_905;

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string };

/** Reads `NNNN-name.sql` files in the order of their names. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), "utf8");
    return { name, sql, hash: createHash("sha256").update(sql).digest("hex") };
  });
}

/**
 * Brings a database to the state of the migrations, forward only, each in a transaction of its own,
 * and grants the application's role what they say: everything, but no `UPDATE` or `DELETE` on
 * tables marked `-- append-only: NAME`, and no `UPDATE` on those marked `-- written-once: NAME`,
 * whose rows stand unchanged until the person they are about is erased.
 * @returns names of those applied now.
 * @throws Error where an applied file was changed since, or the role cannot be made.
 */
export async function migrate(
  connection: pg.ClientConfig,
  migrations: readonly Migration[],
  role = "fairnotice_app",
): Promise<readonly string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(`create table if not exists migration (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`);
    const applied = await client.query<{ name: string; hash: string }>(
      "select name, hash from migration",
    );
    const known = new Map(applied.rows.map((row) => [row.name, row.hash]));
    const fresh: string[] = [];
    for (const migration of migrations) {
      const hash = known.get(migration.name);
      if (hash === undefined) {
        await apply(client, migration);
        fresh.push(migration.name);
      } else if (hash !== migration.hash) {
        throw new Error(
          `the migration ${migration.name} was changed after it was applied; add a new one instead`,
        );
      }
    }
    await grant(client, role, migrations);
    return fresh;
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, { name, sql, hash }: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into migration (name, hash) values ($1, $2)", [name, hash]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`the migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}

export function appendOnlyTables(migrations: readonly Migration[]): readonly string[] {
  return marked(migrations, "append-only");
}

export function writtenOnceTables(migrations: readonly Migration[]): readonly string[] {
  return marked(migrations, "written-once");
}

/** Tables that are keyed by what is looked up, not by subject (DESIGN.md, distributed engine). */
export function lookUpTables(migrations: readonly Migration[]): readonly string[] {
  return marked(migrations, "look-up");
}

function marked(migrations: readonly Migration[], mark: string): readonly string[] {
  const pattern = new RegExp(`^-- ${mark}: ([a-z_]+)$`, "gm");
  return migrations.flatMap(({ sql }) =>
    [...sql.matchAll(pattern)].map((match) => match[1] as string),
  );
}

async function grant(
  client: pg.Client,
  role: string,
  migrations: readonly Migration[],
): Promise<void> {
  const { rows } = await client.query("select 1 from pg_roles where rolname = $1", [role]);
  const name = client.escapeIdentifier(role);
  if (rows.length === 0) await makeRole(client, name);
  await client.query(`grant ${name} to current_user`);
  await client.query(`grant usage on schema public to ${name}`);
  await client.query(
    `grant select, insert, update, delete on all tables in schema public to ${name}`,
  );
  await client.query(`grant usage, select on all sequences in schema public to ${name}`);
  await client.query(`revoke insert, update, delete, truncate on migration from ${name}`);
  await revoke("update, delete, truncate", appendOnlyTables(migrations));
  await revoke("update, truncate", writtenOnceTables(migrations));

  async function revoke(rights: string, tables: readonly string[]): Promise<void> {
    for (const table of tables) {
      await client.query(`revoke ${rights} on ${client.escapeIdentifier(table)} from ${name}`);
    }
  }
}

async function makeRole(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`create role ${name} nologin`);
  } catch (cause) {
    if ((cause as { code?: string }).code === "42710") return;
    const told = `let an administrator run: create role ${name} nologin; grant ${name} to current_user with set true`;
    throw new Error(`this database user may not make the role ${name}; ${told}`, { cause });
  }
}
