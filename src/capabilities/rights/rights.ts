/**
 * Requests of people about their own data, from receipt to answer, on the regime's clock. Rank 6;
 * see README.md.
 */
import { createHash } from "node:crypto";
import type { FactInput } from "#core/ledger/fact";
import type { Notice } from "#core/notice/notice";
import { assert } from "#kit/assert";
import { subjectId as brandSubject } from "#kit/brands";
import { canonicalJson } from "#kit/canonical-json";
import { isEmailAddress } from "#kit/email-address";
import type { Messages, NewMessage } from "#messages";
import type { People } from "#people";
import type { Tx } from "#platform/database/database";
import { refuse } from "./errors.ts";
import {
  dropOldKeys,
  erasingRows,
  insertRequest,
  insertStep,
  type RequestKind,
  type RequestRow,
  requestRow,
  requestRows,
  rowsOfPerson,
  setRequest,
  stepsOf,
  takeKey,
  unfinishedRows,
  unprovenRows,
} from "./store.ts";

export { tellable } from "./claimed-values.ts";
export type { RequestKind, RequestRow, StepRow } from "./store.ts";

const DAY_MS = 24 * 3600 * 1000;
/** Without the mail that confirms it, an erasure is finished after three days. */
const ERASING_MS_MAX = 3 * DAY_MS;
/** A request whose address is not proven lapses; the address itself is then destroyed. */
const PROOF_MS_MAX = 14 * DAY_MS;

export type Clocked = {
  /** Plain date. */
  readonly due: string;
  readonly rules: readonly {
    readonly rule: string;
    readonly provision: string;
    readonly confirmed: boolean;
  }[];
};

export type RightsDeps = {
  readonly people: People;
  readonly messages: Messages;
  readonly inForce: (tx: Tx) => Promise<Notice | null>;
  readonly append: (tx: Tx, facts: readonly FactInput[]) => Promise<unknown>;
  readonly restrict: (tx: Tx, id: string) => Promise<unknown>;
  readonly object: (tx: Tx, id: string) => Promise<unknown>;
  /** The day by which the law of the person's place wants an answer. */
  readonly dueDate: (
    regime: string,
    kind: RequestKind,
    receivedAt: number,
    provenAt: number | null,
  ) => Clocked;
  readonly regimeFor: (notice: Notice, country: string | null, at: number) => string;
  /** What else is kept of a person under these ids, by the capabilities that keep it. */
  readonly eraseElsewhere: (tx: Tx, ids: readonly string[]) => Promise<void>;
  readonly newId: () => string;
  readonly clock: () => number;
};

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

export type Rights = ReturnType<typeof openRights>;

export function openRights(deps: RightsDeps) {
  return {
    receive: (tx: Tx, given: Received) => receive(deps, tx, given),
    prove: (tx: Tx, subjectId: string, requestId: string) => prove(deps, tx, subjectId, requestId),
    request: (tx: Tx, subjectId: string, requestId: string) =>
      requestRow(tx, subjectId, requestId, false),
    steps: stepsOf,
    list: requestRows,
    clockOf: (row: RequestRow) =>
      deps.dueDate(row.regime, row.kind, row.receivedAt.getTime(), row.provenAt?.getTime() ?? null),
    ofPerson: rowsOfPerson,
    confirmErasure: (tx: Tx, subjectId: string, requestId: string) =>
      confirmErasure(deps, tx, subjectId, requestId),
    /**
     * Finishes erasures whose last mail has ended, and lets unproven requests lapse. @returns how
     * many moved.
     */
    work: (tx: Tx) => work(deps, tx),
    sweep: dropOldKeys,
  };
}

async function receive(deps: RightsDeps, tx: Tx, given: Received): Promise<void> {
  const notice = (await deps.inForce(tx)) ?? refuse("rights.no_notice");
  // Sent twice, it is one request, and answered the same.
  if (given.key !== undefined && !(await takeKey(tx, keyHashOf(given), new Date(deps.clock()))))
    return;
  const email = given.email.normalize("NFC").trim();
  if (!isEmailAddress(email)) refuse("rights.not_an_address");
  const collected = await deps.people.collect(tx, requestValues(notice, given, email));
  if (!collected.collected) return refuse("rights.denied");
  const { subjectId, emailAddressId } = collected;
  assert(emailAddressId !== null, "a request has an address");
  const requestId = deps.newId();
  const receivedAt = deps.clock();
  const regime = deps.regimeFor(notice, given.country, receivedAt);
  const { due } = deps.dueDate(regime, given.kind, receivedAt, null);
  const row = {
    ...{ subjectId, requestId, kind: given.kind, regime, language: given.language },
    ...{ addressId: emailAddressId, state: "awaiting-proof" as const },
    ...{
      receivedAt: new Date(receivedAt),
      provenAt: null,
      due,
      answeredAt: null,
      messageValueId: null,
    },
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
  await step(deps, tx, row, "received");
  const queued = await deps.messages.enqueue(tx, [mail(deps, row, "rights-proof")]);
  // CHOICE: past the bound of mails for an address no proof is sent; the earlier ones still work.
  if (queued > 0) await step(deps, tx, row, "proof-sent");
}

/** The key is of one form as it was filled in: with other words it is another request. */
function keyHashOf({ key = "", kind, email, message }: Received): Buffer {
  return createHash("sha256").update(canonicalJson({ key, kind, email, message })).digest();
}

/**
 * The address and what the person wrote, from the source that takes e-mail addresses of the person.
 */
function requestValues(notice: Notice, given: Received, email: string) {
  const categories = [...notice.categories.values()];
  const address = categories.find(({ kind }) => kind === "email")?.id ?? "address";
  const source = [...notice.sources.values()].find(
    (each) => each.fromPerson && each.categories.has(address),
  );
  const values = [{ category: address, text: email, address: "email" as const }];
  const written = given.message.trim();
  return {
    subjectId: null,
    source: source?.id ?? "",
    form: null,
    noticeVersion: notice.version,
    purposes: ["rights"],
    values:
      written === "" || !source?.categories.has("request")
        ? values
        : [...values, { category: "request", text: written, address: null }],
    residence: { declared: null, predicted: given.country },
    language: given.language,
    relationship: null,
    interest: null,
    demo: given.demo,
  };
}

/**
 * The link in the mail was followed: the address is theirs. @returns the request, or null where
 * there is none to prove.
 */
async function prove(
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
  const { due } = deps.dueDate(row.regime, row.kind, row.receivedAt.getTime(), provenAt.getTime());
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

/** First step of an erasure. @returns false where the request is not open for it. */
async function confirmErasure(
  deps: RightsDeps,
  tx: Tx,
  subjectId: string,
  requestId: string,
): Promise<boolean> {
  const { own, claims } = await deps.people.reach(tx, subjectId);
  const row = await requestRow(tx, subjectId, requestId, true);
  if (row?.kind !== "erasure" || row.state !== "open") return false;
  await step(deps, tx, row, "erasure-confirmed");
  await fact(deps, tx, row, { kind: "request.answered", body: { requestId, outcome: "erased" } });
  for (const other of await unfinishedRows(tx, [...own, ...claims])) {
    if (other.requestId !== requestId) await close(deps, tx, other);
  }
  await deps.people.markErased(tx, subjectId);
  await setRequest(tx, row, { state: "erasing" });
  await deps.messages.enqueue(tx, [mail(deps, row, "rights-erased")]);
  return true;
}

/** Other requests of somebody who is erased: there is nobody left to answer. */
async function close(deps: RightsDeps, tx: Tx, row: RequestRow): Promise<void> {
  const { requestId } = row;
  await fact(deps, tx, row, { kind: "request.answered", body: { requestId, outcome: "erased" } });
  await step(deps, tx, row, "erased");
  const isProven = row.state !== "awaiting-proof";
  await setRequest(tx, row, {
    state: isProven ? "answered" : "lapsed",
    ...(isProven ? { answeredAt: new Date(deps.clock()) } : {}),
  });
}

async function work(deps: RightsDeps, tx: Tx): Promise<number> {
  let moved = 0;
  const now = deps.clock();
  for (const row of await erasingRows(tx)) {
    const state = await deps.messages.stateOf(tx, {
      subjectId: row.subjectId,
      messageId: lastMailId(row),
    });
    const ended = state === null || ["sent", "failed", "denied", "ambiguous"].includes(state);
    if (!ended && now - row.receivedAt.getTime() < ERASING_MS_MAX) continue;
    await destroy(deps, tx, row);
    moved += 1;
  }
  for (const row of await unprovenRows(tx, new Date(now - PROOF_MS_MAX))) {
    await step(deps, tx, row, "lapsed");
    await setRequest(tx, row, { state: "lapsed" });
    const ids = await deps.people.markErased(tx, row.subjectId);
    await deps.eraseElsewhere(tx, ids);
    await deps.people.destroy(tx, ids);
    moved += 1;
  }
  return moved;
}

/**
 * Second step: keys, values and look-ups go, and what other capabilities keep. The request itself
 * stays as evidence, without a name.
 */
async function destroy(deps: RightsDeps, tx: Tx, row: RequestRow): Promise<void> {
  const ids = await deps.people.erasedWith(tx, row.subjectId);
  await step(deps, tx, row, "erased");
  await setRequest(tx, row, { state: "answered", answeredAt: new Date(deps.clock()) });
  await deps.eraseElsewhere(tx, ids);
  await deps.people.destroy(tx, ids);
}

async function step(
  deps: RightsDeps,
  tx: Tx,
  { subjectId, requestId }: Pick<RequestRow, "subjectId" | "requestId">,
  name: string,
): Promise<void> {
  const at = new Date(deps.clock());
  await insertStep(tx, {
    subjectId,
    requestId,
    stepId: deps.newId(),
    at,
    step: name,
    byStaff: null,
  });
}

async function fact(
  deps: RightsDeps,
  tx: Tx,
  row: RequestRow,
  given: Pick<FactInput, "kind" | "body">,
): Promise<void> {
  const about = { subjectId: brandSubject(row.subjectId), noticeVersion: null };
  await deps.append(tx, [{ ...about, ...given } as FactInput]);
}

type Mailed = Pick<RequestRow, "subjectId" | "requestId" | "addressId" | "language">;

function mail(deps: RightsDeps, row: Mailed, template: string): NewMessage {
  const messageId = template === "rights-erased" ? lastMailId(row) : deps.newId();
  return {
    subjectId: row.subjectId,
    messageId,
    class: "legal",
    purpose: "rights",
    topic: null,
    family: null,
    campaignId: null,
    template,
    params: { request: row.requestId },
    language: row.language,
    addressId: row.addressId,
    marketing: false,
  };
}

/**
 * The mail that confirms an erasure has the request's own id, so that whoever waits for it finds
 * it.
 */
function lastMailId({ requestId }: Pick<RequestRow, "requestId">): string {
  return requestId;
}
