import type { ConsentManner } from "#core/law/regime";
import type { Fact, FactInput } from "#core/ledger/fact";
import type { Notice } from "#core/notice/notice";
import { subjectId as brandSubject } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { type Act, type ChoicePorts, choiceFact } from "./choices.ts";

/** What one browser says at once. */
export type DeviceChoice = {
  /** Null: a device that nobody knows yet, and so a subject of its own. */
  readonly device: string | null;
  readonly demo: boolean;
  /** Seen in the address of its connection; kept for a new device only. */
  readonly country: string | null;
  /** Whether Global Privacy Control came with it: the first receipt is a fact, repeats are not. */
  readonly signal: boolean;
  readonly acts: readonly Act[];
  readonly manner: ConsentManner;
};

export type DeviceRecorded = { readonly device: string; readonly facts: readonly Fact[] };

/**
 * Records the choices of many devices in one append: as many statements for a hundred as for one.
 * @returns in their order.
 * @throws Refusal `choice.unknown_purpose`, `choice.unknown_scope` for the whole batch: check
 * first.
 */
export async function recordDevices(
  ports: ChoicePorts,
  tx: Tx,
  notice: Notice,
  given: readonly DeviceChoice[],
): Promise<readonly DeviceRecorded[]> {
  const known = [...new Set(given.flatMap(({ device }) => (device === null ? [] : [device])))];
  if (known.length > 0) await ports.lock(tx, known, "update");
  const asking = given.filter(({ device, signal }) => signal && device !== null);
  const subjects = asking.length === 0 ? new Map() : await ports.subjects(tx, known);
  const signalled = new Set(known.filter((id) => (subjects.get(id)?.signals ?? []).length > 0));
  const inputs: FactInput[] = [];
  const spans = given.map((each) => {
    const from = inputs.length;
    const device = each.device ?? ports.newId();
    inputs.push(...factsOf(ports, notice, device, each, signalled));
    return { device, from, until: inputs.length };
  });
  const facts = await ports.append(tx, inputs);
  return spans.map(({ device, from, until }) => ({ device, facts: facts.slice(from, until) }));
}

function factsOf(
  ports: ChoicePorts,
  notice: Notice,
  device: string,
  given: DeviceChoice,
  signalled: Set<string>,
): readonly FactInput[] {
  const about = { subjectId: brandSubject(device), noticeVersion: null };
  const facts: FactInput[] = [];
  if (given.device === null) {
    const body = { kind: "device" as const, demo: given.demo };
    facts.push({ ...about, kind: "subject.created", body });
    if (given.country !== null) {
      const seen = { jurisdiction: given.country };
      facts.push({ ...about, kind: "residence.predicted", body: seen });
    }
  }
  if (given.signal && !signalled.has(device)) {
    // Two answers of one device in the same batch are one signal.
    signalled.add(device);
    facts.push({ ...about, kind: "signal.received", body: { signal: "gpc" } });
  }
  for (const act of given.acts) {
    const choice = choiceFact(notice, act, given.manner, ports.newId());
    facts.push({ ...choice, subjectId: brandSubject(device) } as FactInput);
  }
  return facts;
}
