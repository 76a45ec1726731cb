import pg from "pg";
import { findPlace } from "#platform/database/place";

/** Looks into the embedded database of a running product. @param data its data folder. */
export async function lookInto<Row extends pg.QueryResultRow>(
  data: string,
  query: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new pg.Client({
    ...{ host: findPlace(data).socket, user: "fairnotice", database: "fairnotice" },
  });
  await client.connect();
  try {
    return (await client.query<Row>(query, [...values])).rows;
  } finally {
    await client.end();
  }
}

export async function countRows(data: string, table: string): Promise<number> {
  const [row] = await lookInto<{ rows: number }>(
    data,
    `select count(*)::int as rows from ${table}`,
  );
  return row?.rows ?? 0;
}
