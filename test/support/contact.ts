import type { House } from "#edges/house";

export type Contact = { readonly id: string; readonly addressId: string };

/** What the contact form of the demo notice collects of somebody; the address is not proven. */
export async function contact(
  { inTransaction, people }: House,
  email: string,
  name = "Ann Reader",
): Promise<Contact> {
  const collected = await inTransaction((tx) =>
    people.collect(tx, {
      ...{ subjectId: null, source: "website", form: "contact", noticeVersion: 1 },
      purposes: ["enquiries"],
      values: [
        { category: "email", text: email, address: "email" },
        { category: "name", text: name, address: null },
      ],
      residence: { declared: "GB", predicted: null },
      language: "en",
      relationship: "prospect",
      ...{ interest: null, demo: false },
    }),
  );
  if (!collected.collected) throw new Error(JSON.stringify(collected.denied.reasons));
  return { id: collected.subjectId, addressId: collected.emailAddressId as string };
}
