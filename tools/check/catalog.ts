import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "#platform/database/embedded";
import { migrate, readMigrations } from "#platform/database/migrate";
import { ROOT } from "./repository.ts";

export type Column = { readonly table: string; readonly column: string; readonly type: string };
export type Key = {
  readonly table: string;
  readonly name: string;
  readonly isPrimary: boolean;
  readonly columns: readonly string[];
};
export type ForeignKey = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly to: string;
};

/** What the migrations made, as PostgreSQL itself tells it. */
export type Catalog = {
  readonly columns: readonly Column[];
  readonly uniqueKeys: readonly Key[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly triggers: readonly string[];
  /** `table privilege` of the application's role, on tables. */
  readonly rights: ReadonlySet<string>;
};

export const MIGRATIONS = join(ROOT, "db/migrations");
const ROLE = "fairnotice_app";
let once: Promise<Catalog> | null = null;

/** The catalogue of the migrated schema; read once in a run. */
export function readCatalog(): Promise<Catalog> {
  once ??= load();
  return once;
}

async function load(): Promise<Catalog> {
  return withMigratedDatabase(async (connection) => {
    const client = new pg.Client(connection);
    await client.connect();
    try {
      return await readFrom(client);
    } finally {
      await client.end();
    }
  });
}

/** A throw-away PostgreSQL with every migration applied; gone when the work ended. */
export async function withMigratedDatabase<T>(
  work: (connection: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "fairnotice-check-"));
  chmodSync(folder, 0o711);
  const embedded = await startEmbedded(join(folder, "data"), "for-tests");
  try {
    await migrate(embedded.connection, readMigrations(MIGRATIONS), ROLE);
    return await work(embedded.connection);
  } finally {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readFrom(client: pg.Client): Promise<Catalog> {
  const columns = await client.query<Column>(`
    select table_name as "table", column_name as "column", data_type as type
      from information_schema.columns where table_schema = 'public' order by 1, ordinal_position`);
  const uniqueKeys = await client.query<Key>(`
    select t.relname as "table", i.relname as name, x.indisprimary as "isPrimary",
           array_agg(a.attname::text order by k.place) as columns
      from pg_index x
      join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      cross join lateral unnest(x.indkey::int[]) with ordinality as k(attnum, place)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
     where x.indisunique group by 1, 2, 3`);
  const foreignKeys = await client.query<ForeignKey>(`
    select t.relname as "table", o.relname as "to",
           (select array_agg(a.attname::text) from pg_attribute a
             where a.attrelid = t.oid and a.attnum = any(c.conkey)) as columns
      from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class o on o.oid = c.confrelid
     where c.contype = 'f'`);
  const triggers = await client.query<{ name: string }>(
    "select tgrelid::regclass || '.' || tgname as name from pg_trigger where not tgisinternal",
  );
  const rights = await client.query<{ held: string }>(
    `select table_name || ' ' || privilege_type as held from information_schema.role_table_grants
      where grantee = $1 and table_schema = 'public'`,
    [ROLE],
  );
  return {
    columns: columns.rows,
    uniqueKeys: uniqueKeys.rows,
    foreignKeys: foreignKeys.rows,
    triggers: triggers.rows.map(({ name }) => name),
    rights: new Set(rights.rows.map(({ held }) => held)),
  };
}
