import { subjectId as brandSubject } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { LOOK_UP_KEY_VERSION } from "#vault";
import type { MessageDeps } from "./ports.ts";

/**
 * Records that nobody reads at an address.
 *
 * CHOICE: a dead mailbox suppresses marketing only. `all` could be released by an officer alone,
 * and a person who mistyped their address once, or whose mailbox comes back, would be out of reach
 * of the very mail that proves the address anew.
 */
export async function suppressAddress(
  deps: Pick<MessageDeps, "append" | "gate" | "people">,
  tx: Tx,
  id: string,
  addressId: string,
): Promise<void> {
  await deps.gate.lock(tx, [id], "update");
  const hash = await deps.people.addressHash(tx, id, addressId);
  // Erased meanwhile: there is nothing left to suppress.
  if (hash === null) return;
  await deps.append(tx, [
    {
      subjectId: brandSubject(id),
      kind: "address.suppressed",
      noticeVersion: null,
      body: {
        addressId,
        hash: hash.toString("hex"),
        keyVersion: LOOK_UP_KEY_VERSION,
        scope: "marketing",
        reason: "bounce",
      },
    },
  ]);
}
