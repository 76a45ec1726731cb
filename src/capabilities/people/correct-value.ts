import type { FactInput } from "#core/ledger/fact";
import { subjectId as brandSubject } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { type Collected, collect } from "./collect.ts";
import type { PeoplePorts } from "./ports.ts";
import { addressHashes, valueRows } from "./store.ts";

export type Correction = {
  /** Any id of the person. */
  readonly id: string;
  readonly replaces: string;
  readonly text: string;
};

/**
 * Puts a right value in the place of a wrong one (GDPR 16). The old one stays as history, opened
 * for the person's own rights only. The new one serves what the old one served and no longer, for
 * nobody was shown anything and no period began anew. A telephone number that was wrong reaches its
 * person no more.
 * @returns null where the person holds no such value, it was replaced already, or it is an e-mail
 * address: that changes by proving the new one.
 */
export async function correctValue(
  ports: PeoplePorts,
  tx: Tx,
  { id, replaces, text }: Correction,
): Promise<Collected | null> {
  const ids = await ports.lock(tx, [id], "update");
  const row = (await valueRows(tx, ids)).find((each) => each.valueId === replaces);
  const held = (await ports.subjects(tx, [id])).get(id)?.values?.find((v) => v.id === replaces);
  if (row === undefined || held === undefined || row.replaced) return null;
  const { subjectId, category } = row;
  const kind = (await ports.inForce(tx))?.categories.get(category)?.kind ?? null;
  const address = (await addressHashes(tx, [subjectId])).find((a) => a.addressId === replaces);
  if (kind === "email" || (address !== undefined && kind !== "phone")) return null;
  const collected = await collect(ports, tx, {
    ...{ subjectId, source: "rights-answer", form: null, noticeVersion: null },
    purposes: ["rights"],
    values: [{ category, text, address: address === undefined ? null : "phone" }],
    residence: { declared: null, predicted: null },
    ...{ language: "en", relationship: null, interest: null, demo: false },
    inherits: {
      ...{ purposes: row.purposes, shown: held.shown },
      collectedAt: held.collectedAt ?? null,
    },
  });
  const valueId = collected.collected ? collected.valueIds.get(category) : undefined;
  if (valueId === undefined) return collected;
  const about = { subjectId: brandSubject(subjectId), noticeVersion: null };
  const facts: FactInput[] = [{ ...about, kind: "value.corrected", body: { valueId, replaces } }];
  if (address !== undefined) {
    facts.push({ ...about, kind: "address.removed", body: { addressId: replaces } });
  }
  await ports.append(tx, facts);
  return collected;
}
