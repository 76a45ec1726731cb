import type { Denied } from "#core/gate/decision";
import type { Use } from "#core/gate/use";
import type { Tx } from "#platform/database/database";
import type { PeoplePorts } from "./ports.ts";
import { type ValueRow, valueRows } from "./store.ts";

export type RecordValue = ValueRow & {
  /** Null: the gate did not allow this look at it. */
  readonly text: string | null;
};

export type Record =
  | { readonly shown: true; readonly values: readonly RecordValue[] }
  | { readonly shown: false; readonly values: readonly RecordValue[]; readonly denied: Denied };

/**
 * What is held about a person, each value with where it came from. The texts are opened for one
 * purpose: of the categories held, those that the purpose declares are asked for one by one, so
 * that a value which may not be seen does not hide the others.
 * @param reader the colleague who looks; their look is recorded.
 */
export async function readRecord(
  ports: PeoplePorts,
  tx: Tx,
  id: string,
  purpose: string,
  reader?: { readonly staffId: string },
): Promise<Record> {
  const subject = (await ports.subjects(tx, [id])).get(id);
  const ids = subject?.ids?.map((each) => each.id) ?? [id];
  const rows = await valueRows(tx, ids);
  const texts = new Map<string, string>();
  let denied: Denied | null = null;
  for (const category of new Set(rows.map((row) => row.category))) {
    const use: Use = { kind: "process", purpose, categories: [category] };
    const { decision, permit } = await ports.ask(tx, id, use);
    if (!decision.allowed) denied ??= decision;
    if (permit === null) continue;
    for (const [valueId, text] of await ports.vault.open(tx, permit, reader))
      texts.set(valueId, text);
  }
  const values = rows.map((row) => ({ ...row, text: texts.get(row.valueId) ?? null }));
  if (texts.size === 0 && denied !== null) return { shown: false, values, denied };
  return { shown: true, values };
}

/** One value alone. */
export async function readText(
  ports: PeoplePorts,
  tx: Tx,
  id: string,
  valueId: string,
  purpose: string,
  reader?: { readonly staffId: string },
): Promise<string | null> {
  const held = (await ports.subjects(tx, [id])).get(id)?.values?.find((v) => v.id === valueId);
  if (held === undefined) return null;
  const use: Use = { kind: "process", purpose, categories: [held.category] };
  const { permit } = await ports.ask(tx, id, use);
  if (permit === null) return null;
  return (await ports.vault.open(tx, permit, reader)).get(valueId) ?? null;
}
