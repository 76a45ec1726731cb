import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";

/**
 * The tables as the stores name them. Each capability declares the shapes of its own rows at its
 * statements; a shared type of all tables would let any file read any table without saying so.
 */
// biome-ignore lint/suspicious/noExplicitAny: the shape of rows belongs to the store that asks for them.
export type Tables = any;

/** First argument of every store function: a running transaction. */
export type Tx = Transaction<Tables>;

export type Database = {
  /** Runs work in one transaction. Only the composition root hands this out. */
  inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The pool, for libraries that bring their own statements (the job queue) and for LISTEN. */
  readonly pool: pg.Pool;
  readonly kysely: Kysely<Tables>;
  close(): Promise<void>;
};

export type DatabaseSettings = {
  readonly connectionsMax: number;
  readonly statementMsMax: number;
  readonly idleInTransactionMsMax: number;
  readonly connectMsMax: number;
  /** The role that statements run as: it may do what the migrations grant and no more. */
  readonly role: string;
};

export const databaseDefaults: DatabaseSettings = {
  connectionsMax: 16,
  statementMsMax: 30_000,
  idleInTransactionMsMax: 30_000,
  connectMsMax: 10_000,
  role: "fairnotice_app",
};

// bigint as number: positions and counts stay below 2^53; a larger one is a defect and must not be
// rounded.
const INT8 = 20;
pg.types.setTypeParser(INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError("a bigint of the database is not a safe integer");
  return value;
});
// A plain date stays the text that it is: making it an instant would add a time zone.
const DATE = 1082;
pg.types.setTypeParser(DATE, (text) => text);

/** Opens a bounded pool on a migrated database. */
export function openDatabase(
  connection: pg.ClientConfig,
  settings: DatabaseSettings = databaseDefaults,
): Database {
  const pool = new pg.Pool({
    ...connection,
    max: settings.connectionsMax,
    connectionTimeoutMillis: settings.connectMsMax,
    options: [
      `-c role=${settings.role}`,
      `-c statement_timeout=${settings.statementMsMax}`,
      `-c idle_in_transaction_session_timeout=${settings.idleInTransactionMsMax}`,
      "-c timezone=UTC",
    ].join(" "),
  });
  // An idle connection that breaks is replaced at the next use; the error of a used one reaches its
  // caller.
  pool.on("error", () => undefined);
  // While a connection is lent out the pool does not listen; one that breaks between two statements
  // would end the process. Its next statement fails with the same error.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    pool,
    kysely,
    inTransaction: (work) => kysely.transaction().execute(work),
    close: () => kysely.destroy(),
  };
}
