import pg from "pg";

/**
 * The job queue's tables live in a schema of their own, which belongs to the application's role.
 */
export const JOBS_SCHEMA = "jobs";

/**
 * Makes the schema that the job queue fills with its own tables at start. The queue brings and
 * upgrades those itself; it needs the right to create there and nowhere else, so the schema belongs
 * to the application's role and nothing else in the database does.
 * @param connection of the user who migrates; run after `migrate`, which makes the role.
 */
export async function prepareJobs(
  connection: pg.ClientConfig,
  role = "fairnotice_app",
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const owner = client.escapeIdentifier(role);
    await client.query(`create schema if not exists ${JOBS_SCHEMA} authorization ${owner}`);
  } finally {
    await client.end();
  }
}
