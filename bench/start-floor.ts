/** The floor of `start`: PostgreSQL in an empty folder and a server with one route. */
import Fastify from "fastify";
import { startEmbedded } from "#platform/database/embedded";

const embedded = await startEmbedded(process.argv[2] ?? "");
const server = Fastify();
server.get("/", () => "ready");
await server.listen({ port: 0, host: "127.0.0.1" });
process.stdout.write("ready\n");
process.once("SIGINT", async () => {
  await server.close();
  await embedded.stop();
});
