import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { findPlace } from "#platform/database/place";
import { newDataFolder, startProduct } from "#test/support/product";
import { bannerOf } from "#test/support/public-doors";
import type { Benchmark } from "./harness.ts";

const CALLERS = 16;
const ROUND_MS = 4_000;

/** Recorded choices a second, each acknowledged after its commit. */
export const choices: Benchmark = {
  name: "choices",
  unit: "requests/s",
  less: false,
  goal: null,
  async contenders() {
    const folder = newDataFolder();
    const product = await startProduct({
      data: folder.path,
      // Each caller has an address of its own, as visitors have, told by a proxy that is trusted.
      environment: { FAIRNOTICE_TRUSTED_PROXIES: "127.0.0.1" },
    });
    const banner = await bannerOf(product.baseUrl);
    const [asked] = banner.purposes;
    const act = { purpose: asked?.id, act: "refusal", wording: asked?.wording };
    const { noticeVersion, language } = banner;
    const body = JSON.stringify({
      noticeVersion,
      language,
      acts: [act],
      device: "",
      signal: false,
    });
    const floor = await startFloor(findPlace(folder.path).socket);
    return {
      ours: {
        round: () => load(`${product.baseUrl}/v1/choices`, body, 201),
        async close() {
          await floor.stop();
          await product.stop();
          folder.remove();
        },
      },
      floor: { round: () => load(`${floor.baseUrl}/choices`, body, 201) },
    };
  },
};

async function startFloor(socket: string) {
  const script = join(import.meta.dirname, "choices-floor.ts");
  const child: ChildProcess = spawn(process.execPath, [script, socket], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout as NodeJS.EventEmitter, "data")) as [Buffer];
  return {
    baseUrl: line.toString("utf8").trim(),
    async stop() {
      child.kill("SIGINT");
      await once(child, "exit");
    },
  };
}

/** Callers that each wait for their answer before they ask again. @returns answers a second. */
async function load(url: string, body: string, status: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const until = performance.now() + ROUND_MS;
  let answered = 0;
  const began = performance.now();
  const callers = Array.from({ length: CALLERS }, async () => {
    while (performance.now() < until) {
      const got = await post(url, body, agent);
      if (got !== status) throw new Error(`${url} answered ${got}`);
      answered += 1;
    }
  });
  await Promise.all(callers);
  agent.destroy();
  return (answered * 1_000) / (performance.now() - began);
}

function post(url: string, body: string, agent: Agent): Promise<number> {
  return new Promise((done, fail) => {
    const byte = () => Math.floor(Math.random() * 254) + 1;
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-forwarded-for": `10.${byte()}.${byte()}.${byte()}`,
    };
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => done(answer.statusCode ?? 0));
    });
    sent.once("error", fail);
    sent.end(body);
  });
}
