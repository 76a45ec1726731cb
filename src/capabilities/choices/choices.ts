/** What people and devices say may be done. Rank 3; see README.md. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Scope, Subject } from "#core/gate/subject";
import type { Channel, ConsentManner } from "#core/law/regime";
import type { Fact, FactInput } from "#core/ledger/fact";
import { isNarrowing } from "#core/ledger/fact-catalogue";
import type { Notice } from "#core/notice/notice";
import { subjectId as brandSubject } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { groupCommit } from "#platform/database/group-commit";
import { refuse } from "./errors.ts";
import { type DeviceChoice, type DeviceRecorded, recordDevices } from "./record-devices.ts";

export { refuse as refuseChoice } from "./errors.ts";
export type { DeviceChoice, DeviceRecorded } from "./record-devices.ts";

export type Act = Scope & {
  readonly act: "grant" | "refusal" | "withdrawal";
  /** SHA-256 (hex) of the wording shown. */
  readonly wording: string;
  readonly namedSignal: boolean;
  readonly refusalsShown: readonly Scope[];
};

export type ChoicePorts = {
  readonly append: (tx: Tx, facts: readonly FactInput[]) => Promise<readonly Fact[]>;
  readonly lock: (tx: Tx, ids: readonly string[], how: "update") => Promise<readonly string[]>;
  readonly subjects: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, Subject>>;
  /** Messages of these people that are claimed or handed over at this moment. */
  readonly inFlight: (subjectIds: readonly string[]) => Promise<number>;
  readonly newId: () => string;
};

export type Recorded = { readonly facts: readonly Fact[]; readonly subjectIds: readonly string[] };

/** How often the wait for messages in flight looks again, in milliseconds. */
const LOOK_MS = 25;

export type Choices = {
  /** What many devices say, in one append; call `acknowledge` after the commit. */
  recordDevices(
    tx: Tx,
    notice: Notice,
    given: readonly DeviceChoice[],
  ): Promise<readonly DeviceRecorded[]>;
  /** Appends choices under the person's lock; call `acknowledge` after the commit. */
  record(
    tx: Tx,
    notice: Notice,
    id: string,
    acts: readonly Act[],
    manner: ConsentManner,
  ): Promise<Recorded>;
  object(
    tx: Tx,
    id: string,
    to: "direct-marketing" | { readonly purpose: string },
  ): Promise<Recorded>;
  restrict(tx: Tx, id: string): Promise<Recorded>;
  /**
   * After the commit and before anybody is told: waits for messages already claimed where something
   * narrows.
   * @returns messages still in flight when the wait was over; 0 means that the withdrawal may be
   * acknowledged.
   */
  acknowledge(recorded: Recorded, waitMsMax: number): Promise<number>;
};

export function openChoices(ports: ChoicePorts): Choices {
  const inFlight = groupCommit<readonly string[], number>((asked) => countFlying(ports, asked));
  const appendFor = async (tx: Tx, id: string, facts: readonly Omit<FactInput, "subjectId">[]) => {
    const subjectIds = await ports.lock(tx, [id], "update");
    // Nothing more is said of somebody erased: there is nothing left to narrow, and a fact would
    // make them a key anew.
    if ((await ports.subjects(tx, [id])).get(id)?.erased) return { facts: [], subjectIds };
    const about = facts.map((fact) => ({ ...fact, subjectId: brandSubject(id) }) as FactInput);
    return { facts: await ports.append(tx, about), subjectIds };
  };
  return {
    recordDevices: (tx, notice, given) => recordDevices(ports, tx, notice, given),
    record(tx, notice, id, acts, manner) {
      const facts = acts.map((act) => choiceFact(notice, act, manner, ports.newId()));
      return appendFor(tx, id, facts);
    },
    object: (tx, id, to) =>
      appendFor(tx, id, [{ kind: "objection.made", noticeVersion: null, body: { to } } as never]),
    restrict: (tx, id) =>
      appendFor(tx, id, [
        { kind: "restriction.began", noticeVersion: null, body: { ground: "request" } } as never,
      ]),
    acknowledge: (recorded, waitMsMax) => acknowledge(inFlight.submit, recorded, waitMsMax),
  };
}

/** One look for all who wait at the same moment; it rarely finds anything. */
async function countFlying(
  ports: ChoicePorts,
  asked: readonly (readonly string[])[],
): Promise<readonly number[]> {
  if ((await ports.inFlight(asked.flat())) === 0) return asked.map(() => 0);
  return Promise.all(asked.map((ids) => ports.inFlight(ids)));
}

async function acknowledge(
  inFlight: (subjectIds: readonly string[]) => Promise<number>,
  { facts, subjectIds }: Recorded,
  waitMsMax: number,
): Promise<number> {
  if (!facts.some((fact) => isNarrowing(fact.kind, fact.body as never))) return 0;
  const until = performance.now() + waitMsMax;
  for (;;) {
    const flying = await inFlight(subjectIds);
    if (flying === 0 || performance.now() >= until) return flying;
    await sleep(LOOK_MS);
  }
}

/** @throws Refusal `choice.unknown_purpose`, `choice.unknown_scope`. */
export function choiceFact(notice: Notice, act: Act, manner: ConsentManner, choiceId: string) {
  const purpose =
    notice.purposes.get(act.purpose) ??
    refuse("choice.unknown_purpose", { purpose: act.purpose.slice(0, 64) });
  // Nobody is asked about what has to be done anyway.
  if (purpose.builtIn) refuse("choice.unknown_purpose", { purpose: purpose.id });
  const { channel, topic } = act;
  if (channel !== undefined && !purpose.channels.has(channel)) {
    refuse("choice.unknown_scope", { purpose: purpose.id, channel });
  }
  if (topic !== undefined && !purpose.topics.has(topic)) {
    refuse("choice.unknown_scope", { purpose: purpose.id, topic: topic.slice(0, 64) });
  }
  return {
    kind: "choice.made" as const,
    noticeVersion: notice.version,
    body: {
      choiceId,
      act: act.act,
      purpose: purpose.id,
      ...(channel === undefined ? {} : { channel }),
      ...(topic === undefined ? {} : { topic }),
      revision: purpose.revision,
      wording: act.wording,
      manner,
      refusalsShown: act.refusalsShown.map(plainScope),
      namedSignal: act.namedSignal,
      offline: false,
    },
  };
}

function plainScope({ purpose, channel, topic }: Scope): {
  purpose: string;
  channel?: Channel;
  topic?: string;
} {
  return {
    purpose,
    ...(channel === undefined ? {} : { channel }),
    ...(topic === undefined ? {} : { topic }),
  };
}
