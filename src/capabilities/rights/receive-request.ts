import { createHash } from "node:crypto";
import type { Notice } from "#core/notice/notice";
import { assert } from "#kit/assert";
import { subjectId as brandSubject } from "#kit/brands";
import { canonicalJson } from "#kit/canonical-json";
import { isEmailAddress } from "#kit/email-address";
import type { Tx } from "#platform/database/database";
import { refuse } from "./errors.ts";
import type { RightsDeps } from "./ports.ts";
import { mail, step } from "./record-step.ts";
import { insertRequest, type RequestKind, takeKey } from "./store.ts";

export type Received = {
  readonly kind: RequestKind;
  readonly email: string;
  readonly message: string;
  readonly language: string;
  readonly country: string | null;
  readonly demo: boolean;
  /** The form's own random key; absent: each call is a request. */
  readonly key?: string;
};

export async function receive(deps: RightsDeps, tx: Tx, given: Received): Promise<void> {
  const notice = (await deps.inForce(tx)) ?? refuse("rights.no_notice");
  // Sent twice, it is one request, and answered the same.
  if (given.key !== undefined && !(await takeKey(tx, keyHashOf(given), new Date(deps.clock()))))
    return;
  const email = given.email.normalize("NFC").trim();
  if (!isEmailAddress(email)) refuse("rights.not_an_address");
  const collected = await deps.people.collect(tx, requestValues(notice, given, email));
  if (!collected.collected) return refuse("rights.denied");
  const { subjectId, emailAddressId, valueIds } = collected;
  assert(emailAddressId !== null, "a request has an address");
  const requestId = deps.newId();
  const receivedAt = deps.clock();
  const regime = deps.regimeFor(notice, given.country, receivedAt);
  const events = {
    ...{ receivedAt: new Date(receivedAt), provenAt: null },
    ...{ clarificationAskedAt: null, clarifiedAt: null, extendedAt: null },
  };
  const { due } = deps.dueDate(regime, given.kind, events);
  const wordsValueId = valueIds.get("request") ?? null;
  const row = {
    ...events,
    ...{ subjectId, requestId, kind: given.kind, regime, language: given.language },
    ...{ addressId: emailAddressId, state: "awaiting-proof" as const },
    ...{ due, answeredAt: null, messageValueId: wordsValueId },
  };
  await insertRequest(tx, row);
  await deps.append(tx, [
    {
      subjectId: brandSubject(subjectId),
      noticeVersion: notice.version,
      kind: "request.received",
      body: { requestId, kind: given.kind, regime },
    },
  ]);
  await step(deps, tx, row, "received", wordsValueId === null ? {} : { wordsValueId });
  const queued = await deps.messages.enqueue(tx, [mail(deps, row, "rights-proof")]);
  // CHOICE: past the bound of mails for an address no proof is sent; the earlier ones still work.
  if (queued > 0) await step(deps, tx, row, "proof-sent");
}

/** The key is of one form as it was filled in: with other words it is another request. */
function keyHashOf({ key = "", kind, email, message }: Received): Buffer {
  return createHash("sha256").update(canonicalJson({ key, kind, email, message })).digest();
}

/**
 * The address and what the person wrote. Both come from the source that every notice has for this,
 * so that no manifest need declare that people may ask.
 */
function requestValues(notice: Notice, given: Received, email: string) {
  const categories = [...notice.categories.values()];
  const address = categories.find(({ kind }) => kind === "email")?.id ?? "address";
  const written = given.message.trim();
  const values = [{ category: address, text: email, address: "email" as const }];
  return {
    ...{ subjectId: null, source: "rights-request", form: null, noticeVersion: notice.version },
    purposes: ["rights"],
    values:
      written === "" ? values : [...values, { category: "request", text: written, address: null }],
    residence: { declared: null, predicted: given.country },
    ...{ language: given.language, relationship: null, interest: null, demo: given.demo },
  };
}
