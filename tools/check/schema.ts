import {
  appendOnlyTables,
  lookUpTables,
  readMigrations,
  writtenOnceTables,
} from "#platform/database/migrate";
import { type Catalog, MIGRATIONS, readCatalog } from "./catalog.ts";
import { filesIn, read } from "./repository.ts";

/** Small tables that a distributed engine copies to every node. */
const REFERENCE = new Set(["notice_version", "vault_master", "campaign", "staff_account"]);

/**
 * The rules of a distributed engine (DESIGN.md): a person's table begins its keys with
 * `subject_id`, foreign keys stay within it or go to reference tables, append-only is a matter of
 * rights, and no statement skips locks over all rows.
 */
export async function checkSchema(): Promise<readonly string[]> {
  const catalog = await readCatalog();
  const lookUps = new Set(lookUpTables(readMigrations(MIGRATIONS)));
  const isOfPerson = (table: string) =>
    !lookUps.has(table) &&
    catalog.columns.some((each) => each.table === table && each.column === "subject_id");
  return [
    ...keyProblems(catalog, isOfPerson),
    ...catalog.triggers.map((name) => `${name}: a trigger; rights say what is append-only`),
    ...rightProblems(catalog),
    ...volatileUpdates(),
  ];
}

function keyProblems(catalog: Catalog, isOfPerson: (table: string) => boolean): readonly string[] {
  const keys = catalog.uniqueKeys
    .filter(({ table, columns }) => isOfPerson(table) && columns[0] !== "subject_id")
    .map(({ table, name }) => `${table}: the unique index ${name} does not begin with subject_id`);
  const foreign = catalog.foreignKeys
    .filter(
      ({ table, to, columns }) =>
        !REFERENCE.has(to) && isOfPerson(table) && !columns.includes("subject_id"),
    )
    .map(
      ({ table, to }) =>
        `${table}: refers to ${to}, which is neither of the same person nor a reference table`,
    );
  const withKey = new Set(
    catalog.uniqueKeys.filter(({ isPrimary }) => isPrimary).map(({ table }) => table),
  );
  const keyless = [...new Set(catalog.columns.map(({ table }) => table))]
    .filter((table) => !withKey.has(table) && isOfPerson(table))
    .map((table) => `${table}: no primary key`);
  return [...keys, ...foreign, ...keyless];
}

function rightProblems({ rights, columns }: Catalog): readonly string[] {
  const migrations = readMigrations(MIGRATIONS);
  const tables = new Set(columns.map(({ table }) => table));
  const forbidden = [
    ...appendOnlyTables(migrations).flatMap((table) => [
      `${table} UPDATE`,
      `${table} DELETE`,
      `${table} TRUNCATE`,
    ]),
    ...writtenOnceTables(migrations).flatMap((table) => [`${table} UPDATE`, `${table} TRUNCATE`]),
  ];
  const named = [
    ...appendOnlyTables(migrations),
    ...writtenOnceTables(migrations),
    ...lookUpTables(migrations),
  ];
  return [
    ...forbidden
      .filter((each) => rights.has(each))
      .map((each) => `the application's role may ${each}`),
    ...named
      .filter((table) => !tables.has(table))
      .map((table) => `${table}: marked in a migration, but there is no such table`),
  ];
}

/**
 * A distributed engine runs an UPDATE on many nodes: what differs by call must come as a parameter.
 */
function volatileUpdates(): readonly string[] {
  const VOLATILE =
    /\bupdate\s+[a-z_]+(?:\s+[a-z])?\s+set[^;`]*?\b(random|gen_random_uuid|clock_timestamp|nextval)\s*\(/gi;
  return filesIn(["src"], /store\.ts$|project.*\.ts$/).flatMap((file) =>
    [...read(file).matchAll(VOLATILE)].map((match) => `${file}: \`${match[1]}()\` in an UPDATE`),
  );
}
