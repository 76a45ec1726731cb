import { consentWording } from "#core/notice/render/wording";
import type { House } from "#edges/house";
import type { Contact } from "./contact.ts";

/** Somebody who used the newsletter form, proved the address and agreed to a purpose. */
export async function subscriber(
  { inTransaction, people, choices, notices }: House,
  email: string,
  { purpose = "marketing", topic = "product-news" as string | null, language = "en" } = {},
): Promise<Contact> {
  return inTransaction(async (tx) => {
    const notice = await notices.inForce(tx);
    if (notice === null) throw new Error("no notice is in force");
    const collected = await people.collect(tx, {
      ...{ subjectId: null, source: "website", form: "newsletter", noticeVersion: notice.version },
      purposes: ["confirmation"],
      values: [{ category: "email", text: email, address: "email" }],
      residence: { declared: "GB", predicted: null },
      ...{ language, relationship: "prospect", interest: null, demo: false },
    });
    if (!collected.collected) throw new Error(JSON.stringify(collected.denied.reasons));
    const { subjectId: id, emailAddressId } = collected;
    const addressId = emailAddressId as string;
    await people.proveAddress(tx, id, addressId);
    const narrowed = topic === null ? {} : { topic };
    const scope = { purpose, channel: "email", ...narrowed } as const;
    const { text, sha256 } = consentWording(notice, scope, language);
    await notices.keepShown(tx, notice.version, "wording", language, scope.purpose, text);
    const act = { ...scope, act: "grant", wording: sha256 } as const;
    const grant = { ...act, namedSignal: false, refusalsShown: [] };
    await choices.record(tx, notice, id, [grant], "explicit");
    return { id, addressId };
  });
}
