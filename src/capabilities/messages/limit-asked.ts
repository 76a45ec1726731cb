import type { Tx } from "#platform/database/database";
import { countAsked, insertAsked } from "./asked-store.ts";
import type { NewMessage } from "./message.ts";
import type { MessageDeps } from "./ports.ts";

const IN_AN_HOUR_MAX = 3;
const IN_A_DAY_MAX = 10;

/**
 * Of these messages, those that may be queued. A mail that anybody can call forth by naming an
 * address is bounded for each address and template; who asks for more is answered the same and
 * sends nothing, so that the bound tells nobody what others asked for.
 */
export async function withinLimits(
  deps: Pick<MessageDeps, "askedByAnyone" | "clock" | "onLimited" | "people">,
  tx: Tx,
  messages: readonly NewMessage[],
): Promise<readonly NewMessage[]> {
  const allowed: NewMessage[] = [];
  for (const message of messages) {
    const { subjectId, addressId, template } = message;
    const isBounded = deps.askedByAnyone.has(template);
    const hash = isBounded ? await deps.people.addressHash(tx, subjectId, addressId) : null;
    if (hash === null || (await take(tx, hash, template, deps.clock()))) allowed.push(message);
    else deps.onLimited(template);
  }
  return allowed;
}

async function take(tx: Tx, hash: Buffer, template: string, now: number): Promise<boolean> {
  const { inHour, inDay } = await countAsked(tx, hash, template, now);
  if (inHour >= IN_AN_HOUR_MAX || inDay >= IN_A_DAY_MAX) return false;
  await insertAsked(tx, hash, template, now);
  return true;
}
