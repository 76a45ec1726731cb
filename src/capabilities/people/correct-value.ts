import { subjectId as brandSubject } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { type Collected, type CollectRequest, collect } from "./collect.ts";
import type { PeoplePorts } from "./ports.ts";

/**
 * Puts a right value in the place of a wrong one (GDPR 16). The old one stays as history, opened
 * for the person's own rights only.
 * @param request with the one new value.
 */
export async function correctValue(
  ports: PeoplePorts,
  tx: Tx,
  replaces: string,
  request: CollectRequest & { readonly subjectId: string },
): Promise<Collected> {
  const before = await heldIds(ports, tx, request.subjectId);
  const collected = await collect(ports, tx, request);
  if (!collected.collected) return collected;
  const after = await heldIds(ports, tx, request.subjectId);
  const [valueId] = after.filter((id) => !before.includes(id));
  if (valueId === undefined) return collected;
  await ports.append(tx, [
    {
      subjectId: brandSubject(request.subjectId),
      noticeVersion: request.noticeVersion,
      kind: "value.corrected",
      body: { valueId, replaces },
    },
  ]);
  return collected;
}

async function heldIds(ports: PeoplePorts, tx: Tx, id: string): Promise<readonly string[]> {
  return (await ports.subjects(tx, [id])).get(id)?.values?.map((value) => value.id) ?? [];
}
