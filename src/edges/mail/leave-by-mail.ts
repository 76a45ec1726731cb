import type { House } from "#edges/house";
import { withdrawMarketing } from "#edges/web/answer-preferences";
import { MailRefused } from "#platform/smtp/incoming";

/**
 * A mail to the address in `List-Unsubscribe`: ends what that letter was sent for, and nothing
 * else.
 */
export async function leaveByToken(house: House, token: string): Promise<void> {
  const messageId = house.tokens.readFromAddress("unsubscribe-mail", token);
  if (messageId === null) throw new MailRefused(550, "5.1.1 no such mailbox here");
  const letter = await house.inTransaction((tx) => house.messages.find(tx, messageId));
  // The person was erased since: there is nothing left that could be sent.
  if (letter === null) return;
  const { subjectId, purpose, topic } = letter;
  await withdrawMarketing(house, subjectId, { purpose, topic });
}

/**
 * A mail from the reader's own address that asks to stop: ends all marketing to everybody who gave
 * that address. The sender of a mail is easily forged, so this only ever narrows, and the
 * confirmation goes to the address on record and never to the one in the mail.
 */
export async function leaveByAddress(house: House, from: string): Promise<void> {
  const hash = house.vault.hashOf("email", from);
  const holders = await house.inTransaction((tx) => house.vault.find(tx, hash));
  const told = new Set<string>();
  for (const { subjectId, addressId } of holders) {
    const [person] = await house.inTransaction((tx) => house.people.of(tx, [subjectId]));
    if (person === undefined || told.has(person.subjectId)) continue;
    told.add(person.subjectId);
    const withdrawn = await withdrawMarketing(house, subjectId, null);
    if (withdrawn === null || !person.verified) continue;
    await confirmLeaving(house, subjectId, addressId, person.language ?? "en");
  }
}

async function confirmLeaving(
  house: House,
  subjectId: string,
  addressId: string,
  language: string,
): Promise<void> {
  await house.inTransaction((tx) =>
    house.messages.enqueue(tx, [
      {
        ...{ subjectId, messageId: house.newId(), class: "service", purpose: "confirm-address" },
        ...{ topic: null, family: null, campaignId: null, template: "withdrawn", params: {} },
        ...{ language, addressId, marketing: false },
      },
    ]),
  );
}
