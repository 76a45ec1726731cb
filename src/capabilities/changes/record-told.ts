import type { FactInput } from "#core/ledger/fact";
import { subjectId as brandSubject } from "#kit/brands";
import type { MessageRow } from "#messages";
import type { Tx } from "#platform/database/database";
import type { Compared } from "./count-impact.ts";
import type { ChangeDeps } from "./ports.ts";
import { comparedFor, TEMPLATE } from "./tell.ts";
import { tellingRow } from "./telling-store.ts";

/**
 * States that people were told, in the transaction that settles their letters: from then on a
 * compatible change holds for them (rule 2), and for nobody else.
 */
export async function recordTold(
  deps: ChangeDeps,
  tx: Tx,
  sent: readonly MessageRow[],
  known: Map<number, Compared>,
): Promise<void> {
  const letters = sent.filter(({ template }) => template === TEMPLATE);
  const byVersion = Map.groupBy(letters, ({ params }) => Number(params.version));
  for (const [version, messages] of byVersion) {
    const row = await tellingRow(tx, version);
    if (row === null) continue;
    const { scope } = await comparedFor(deps, tx, row, known);
    const asked = messages.map(({ subjectId }) => subjectId);
    const ids = await deps.gate.lock(tx, asked, "update");
    const subjects = await deps.gate.subjects(tx, ids);
    const facts = ids.flatMap((id): FactInput[] => {
      const subject = subjects.get(id);
      if (subject === undefined || subject.erased || subject.kind === "device") return [];
      const body = { purposes: [...scope.revisions] };
      return [
        { subjectId: brandSubject(id), kind: "value.notified", noticeVersion: version, body },
      ];
    });
    if (scope.revisions.length > 0) await deps.append(tx, facts);
  }
}
