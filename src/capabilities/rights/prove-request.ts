import type { Tx } from "#platform/database/database";
import type { RightsDeps } from "./ports.ts";
import { fact, mail, step } from "./record-step.ts";
import { type RequestRow, requestRow, setRequest } from "./store.ts";

/**
 * The link in the mail was followed: the address is theirs. @returns the request, or null where
 * there is none to prove.
 */
export async function prove(
  deps: RightsDeps,
  tx: Tx,
  subjectId: string,
  requestId: string,
): Promise<RequestRow | null> {
  // The address before the row: whoever erases takes them in this order, too.
  const asked = await requestRow(tx, subjectId, requestId, false);
  if (asked === null) return null;
  await deps.people.holdAddress(tx, subjectId, asked.addressId);
  const row = await requestRow(tx, subjectId, requestId, true);
  if (row === null || row.state === "lapsed") return null;
  // Following the link again shows the request; it is not proven twice.
  if (row.state !== "awaiting-proof") return row;
  if (!(await deps.people.proveAddress(tx, subjectId, row.addressId))) return null;
  const provenAt = new Date(deps.clock());
  const { due } = deps.dueDate(row.regime, row.kind, { ...row, provenAt });
  await setRequest(tx, row, { state: "open", provenAt, due });
  await step(deps, tx, row, "proven");
  await fact(deps, tx, row, {
    kind: "request.identity-proven",
    body: { requestId, means: "verified-address" },
  });
  await fulfil(deps, tx, row);
  return requestRow(tx, subjectId, requestId, false);
}

/**
 * What needs no colleague is done at once. An erasure waits for the person's last word. What
 * narrows reaches what was sent under their address without a proof, too: it is about nobody else
 * that we know of.
 */
async function fulfil(deps: RightsDeps, tx: Tx, row: RequestRow): Promise<void> {
  const { claims } = await deps.people.reach(tx, row.subjectId);
  switch (row.kind) {
    case "access":
    case "portability":
      await step(deps, tx, row, "package-made");
      return answer(deps, tx, row, "provided", "rights-package");
    case "objection":
    case "opt-out":
      for (const id of [row.subjectId, ...claims]) await deps.object(tx, id);
      await step(deps, tx, row, "objection-recorded");
      return answer(deps, tx, row, "recorded", "rights-answered");
    case "restriction":
      for (const id of [row.subjectId, ...claims]) await deps.restrict(tx, id);
      await step(deps, tx, row, "restricted");
      return answer(deps, tx, row, "restricted", "rights-answered");
    default:
      return;
  }
}

async function answer(
  deps: RightsDeps,
  tx: Tx,
  row: RequestRow,
  outcome: string,
  template: string,
): Promise<void> {
  await setRequest(tx, row, { state: "answered", answeredAt: new Date(deps.clock()) });
  await fact(deps, tx, row, {
    kind: "request.answered",
    body: { requestId: row.requestId, outcome },
  });
  await step(deps, tx, row, "answered");
  await deps.messages.enqueue(tx, [mail(deps, row, template)]);
}
