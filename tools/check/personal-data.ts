import { IMPERSONAL_COLUMNS } from "#main/impersonal-columns";
import { IMPERSONAL_TABLES, PERSONAL_TABLES } from "#main/personal-data-map";
import { readCatalog } from "./catalog.ts";

const MAP = "src/main/personal-data-map.ts";

/**
 * Every column of the migrated schema is on the map of personal data or on the list of impersonal
 * ones, and the map names nothing else.
 */
export async function checkPersonalData(): Promise<readonly string[]> {
  const { columns } = await readCatalog();
  const found: string[] = [];
  const real = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  for (const { table, column } of columns) {
    if (IMPERSONAL_TABLES.has(table)) continue;
    const isPersonal = PERSONAL_TABLES[table]?.columns[column] !== undefined;
    const isImpersonal = IMPERSONAL_COLUMNS[table]?.includes(column) ?? false;
    if (!isPersonal && !isImpersonal)
      found.push(
        `${table}.${column} can hold what? ${MAP} names it neither personal nor impersonal`,
      );
    if (isPersonal && isImpersonal) found.push(`${table}.${column}: ${MAP} names it both`);
  }
  for (const name of named()) {
    if (!real.has(name)) found.push(`${name}: in ${MAP}, but no migration makes it`);
  }
  for (const table of IMPERSONAL_TABLES) {
    if (!columns.some((each) => each.table === table))
      found.push(`${table}: in ${MAP}, but no migration makes it`);
  }
  return found;
}

function named(): readonly string[] {
  const personal = Object.entries(PERSONAL_TABLES).flatMap(([table, { columns }]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  );
  const impersonal = Object.entries(IMPERSONAL_COLUMNS).flatMap(([table, columns]) =>
    columns.map((column) => `${table}.${column}`),
  );
  return [...personal, ...impersonal];
}
