import type { FactInput } from "#core/ledger/fact";
import { subjectId as brandSubject } from "#kit/brands";
import type { NewMessage } from "#messages";
import type { Tx } from "#platform/database/database";
import { refuse } from "./errors.ts";
import type { RightsDeps } from "./ports.ts";
import { insertStep, type RequestRow } from "./store.ts";

type Key = Pick<RequestRow, "subjectId" | "requestId">;

/** Who did it, on which ground, and under which value the words stand. */
export type Besides = {
  readonly byStaff?: string;
  readonly ground?: string;
  readonly wordsValueId?: string;
};

export async function step(
  deps: RightsDeps,
  tx: Tx,
  { subjectId, requestId }: Key,
  name: string,
  { byStaff, ground, wordsValueId }: Besides = {},
): Promise<void> {
  await insertStep(tx, {
    ...{ subjectId, requestId, stepId: deps.newId(), at: new Date(deps.clock()), step: name },
    ...{ byStaff: byStaff ?? null, ground: ground ?? null, wordsValueId: wordsValueId ?? null },
  });
}

export async function fact(
  deps: RightsDeps,
  tx: Tx,
  row: Key,
  given: Pick<FactInput, "kind" | "body">,
): Promise<void> {
  const about = { subjectId: brandSubject(row.subjectId), noticeVersion: null };
  await deps.append(tx, [{ ...about, ...given } as FactInput]);
}

/**
 * What the person asked, or a colleague answered, sealed under the person's key: it is shown to
 * both, is part of the copy, and dies with the person.
 */
export async function keepWords(
  deps: RightsDeps,
  tx: Tx,
  row: Pick<RequestRow, "subjectId" | "language">,
  source: "rights-request" | "rights-answer",
  text: string,
): Promise<string> {
  const notice = (await deps.inForce(tx)) ?? refuse("rights.no_notice");
  const collected = await deps.people.collect(tx, {
    ...{ subjectId: row.subjectId, source, form: null },
    noticeVersion: source === "rights-request" ? notice.version : null,
    purposes: ["rights"],
    values: [{ category: "request", text, address: null }],
    residence: { declared: null, predicted: null },
    ...{ language: row.language, relationship: null, interest: null, demo: false },
  });
  const valueId = collected.collected ? collected.valueIds.get("request") : undefined;
  return valueId ?? refuse("rights.denied");
}

type Mailed = Pick<RequestRow, "subjectId" | "requestId" | "addressId" | "language">;

/** @param params codes and ids that the letter is written from, beside the request's own. */
export function mail(
  deps: RightsDeps,
  row: Mailed,
  template: string,
  params: { readonly [name: string]: string } = {},
): NewMessage {
  const messageId = template === "rights-erased" ? lastMailId(row) : deps.newId();
  return {
    ...{ subjectId: row.subjectId, messageId, class: "legal", purpose: "rights" },
    ...{ topic: null, family: null, campaignId: null, template },
    params: { request: row.requestId, ...params },
    ...{ language: row.language, addressId: row.addressId, marketing: false },
  };
}

/**
 * The mail that confirms an erasure has the request's own id, so that whoever waits for it finds
 * it.
 */
export function lastMailId({ requestId }: Pick<RequestRow, "requestId">): string {
  return requestId;
}
