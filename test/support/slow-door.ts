import { request as ask, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type SlowDoor = {
  /** Where browsers reach the product through this door. */
  readonly url: string;
  /** Bodies of POSTs that arrived, in order; and how many of them were let through. */
  readonly posts: string[];
  /** How long each POST waits, in milliseconds; null: the connection is dropped instead. */
  hold(ms: number | null): void;
  to(url: string): void;
  close(): void;
};

/** A door before a running product that can be slow, or shut, for what browsers send. */
export async function openSlowDoor(): Promise<SlowDoor> {
  let target = "";
  let waitMs: number | null = 0;
  const posts: string[] = [];
  const server: Server = createServer(async (incoming, answer) => {
    const body = Buffer.concat(await Array.fromAsync(incoming)).toString();
    if (incoming.method === "POST") {
      posts.push(body);
      if (waitMs === null) return incoming.socket.destroy();
      // Once it is through the door it is on its way, whoever hangs up.
      await sleep(waitMs);
    }
    const { method = "GET", url = "/", headers } = incoming;
    const onward = ask(`${target}${url}`, { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    onward.end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    posts,
    hold: (ms) => {
      waitMs = ms;
    },
    to: (url) => {
      target = url;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
