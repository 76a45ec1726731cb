/**
 * A worker of the mail queue in a process of its own, for tests that kill it. Settings come as JSON
 * in the first argument.
 */
import type pg from "pg";
import { databaseDefaults, openDatabase } from "#platform/database/database";
import { type MailHouseSettings, openMailHouse } from "./mail-house.ts";

export type MailWorkerSettings = Omit<MailHouseSettings, "database"> & {
  readonly connection: pg.ClientConfig;
  readonly parallel: number;
};

const given = JSON.parse(process.argv[2] ?? "") as MailWorkerSettings;
const database = openDatabase(given.connection, { ...databaseDefaults, connectionsMax: 6 });
const house = openMailHouse({ ...given, database });
const work = house.messages.start(given.parallel, 20);
process.send?.("started");
process.on("SIGTERM", () => {
  work.stop().then(() => process.exit(0));
});
