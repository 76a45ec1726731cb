import { resolve } from "node:path";
import { decide } from "#core/gate/decide";
import type { Registers } from "#core/gate/registers";
import type { Subject } from "#core/gate/subject";
import type { Use } from "#core/gate/use";
import { loadNotice } from "#edges/notice-files/load-notice";
import { REGIMES } from "#regimes/all";
import { WORLD } from "#regimes/world";
import type { Benchmark } from "./harness.ts";

const AT = Date.parse("2026-11-24T10:00:00Z");
const TIMES = 20_000;
const LOOK_UPS = 5_000_000;

const use: Use = {
  kind: "contact",
  purpose: "marketing",
  categories: ["email"],
  channel: "email",
  address: "a1",
  topic: "product-news",
  messageClass: "marketing",
  partClasses: ["marketing"],
};

const registers: Registers = {
  ...WORLD,
  ...{ agreements: [], certifications: [], suspensions: [], legalRequests: [], screening: [] },
  ...{ holds: [], compellingGrounds: [], families: [] },
};

/** A subscriber who proved the address and granted the topic, in the words of the demo notice. */
function subscriber(revision: number): Subject {
  const scope = { purpose: "marketing", channel: "email", topic: "product-news" } as const;
  return {
    ids: [{ id: "s1", linkedAt: 0 }],
    kind: "person",
    relationships: [],
    residence: { declared: "GB" },
    subscriber: "individual",
    ageBand: { from: 30, below: null },
    choices: [
      {
        ...scope,
        ...{ act: "grant", on: "s1", position: 5, at: AT - 1_000, revision, noticeVersion: 1 },
        ...{ wording: "w", manner: "explicit", refusalsShown: [], namedSignal: false },
        offline: false,
      },
    ],
    ...{ objections: [], restrictions: [], limits: [], signals: [], erased: null },
    addresses: [
      {
        ...{ id: "a1", channels: ["email"], verified: true, suppressed: null, suppressedAt: null },
        ...{ confirmedAt: 6, context: null, refusalOffered: null },
      },
    ],
    values: [
      {
        ...{ id: "a1", category: "email", source: "person", collectedAt: AT - 1_000, events: {} },
        ...{ shown: { marketing: [revision] }, notified: {}, compartment: "main" },
      },
    ],
  };
}

export const gate: Benchmark = {
  name: "gate",
  unit: "ns/decision",
  less: true,
  goal: null,
  async contenders() {
    const { notice } = await loadNotice(resolve(import.meta.dirname, "../notices/demo"));
    if (notice === null) throw new Error("the demo notice does not compile");
    const person = subscriber(notice.purposes.get("marketing")?.revision ?? 1);
    const answer = decide(notice, REGIMES, registers, person, use, AT);
    if (!answer.allowed) throw new Error(`not the usual case: ${JSON.stringify(answer.reasons)}`);
    const answers = new Map(
      Array.from({ length: 1_000 }, (_, index) => [`s${index} marketing`, true]),
    );
    const keys = [...answers.keys()];
    return {
      ours: {
        round: async () =>
          nsOf(TIMES, () => Number(decide(notice, REGIMES, registers, person, use, AT).allowed)),
      },
      floor: {
        round: async () =>
          nsOf(LOOK_UPS, (index) => Number(answers.get(keys[index % 1_000] as string))),
      },
    };
  },
};

/** Mean of many, in nanoseconds; what it answers is summed, so that nothing can be left out. */
function nsOf(times: number, work: (index: number) => number): number {
  const began = process.hrtime.bigint();
  let sum = 0;
  for (let index = 0; index < times; index += 1) sum += work(index);
  const elapsed = Number(process.hrtime.bigint() - began);
  if (sum !== times) throw new Error("a decision went the other way");
  return elapsed / times;
}
