/** The floor of `choices`: a server that does nothing but insert the body it was sent. */
import Fastify from "fastify";
import pg from "pg";

const pool = new pg.Pool({
  ...{ host: process.argv[2] ?? "", user: "fairnotice", database: "fairnotice" },
  max: 16,
});
await pool.query(`create table if not exists bench_floor (
  id uuid primary key default gen_random_uuid(), at timestamptz not null default now(), body jsonb not null)`);
const server = Fastify();
server.post("/choices", async (request, reply) => {
  await pool.query("insert into bench_floor (body) values ($1)", [JSON.stringify(request.body)]);
  return reply.code(201).send({ ok: true });
});
process.stdout.write(`${await server.listen({ port: 0, host: "127.0.0.1" })}\n`);
process.once("SIGINT", async () => {
  await server.close();
  await pool.end();
});
