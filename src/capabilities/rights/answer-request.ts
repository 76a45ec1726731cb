import { type ExtensionGround, groundsFor, type RefusalGround } from "#core/law/request-grounds";
import type { Tx } from "#platform/database/database";
import { refuse } from "./errors.ts";
import type { RightsDeps } from "./ports.ts";
import { fact, keepWords, mail, step } from "./record-step.ts";
import { type RequestRow, requestRow, setRequest } from "./store.ts";

/** A colleague and the request that they work on. */
export type Act = {
  readonly subjectId: string;
  readonly requestId: string;
  readonly staffId: string;
  /** What the letter says in the colleague's own words. */
  readonly words: string;
};

/**
 * A letter in answer. A request that is open is answered by it; one that was answered already gets
 * another letter and stays as it is.
 * @throws Refusal `rights.not_open`, `rights.unknown_request`, `rights.no_words`.
 */
export async function answer(deps: RightsDeps, tx: Tx, act: Act): Promise<void> {
  const row = await requestOf(tx, act, ["open", "answered"]);
  // An erasure is answered by what it does, or refused with a ground.
  if (row.kind === "erasure") refuse("rights.not_open", { state: row.state });
  const wordsValueId = await wordsOf(deps, tx, row, act);
  if (row.state === "open") await answered(deps, tx, row, "answered");
  const name = row.state === "open" ? "answered" : "letter-sent";
  await step(deps, tx, row, name, { byStaff: act.staffId, wordsValueId });
  await deps.messages.enqueue(tx, [mail(deps, row, "rights-answered", { words: wordsValueId })]);
}

/**
 * Tells the person that nothing is done, why, and where they can complain (GDPR 12(4)).
 * @throws Refusal as `answer`, and `rights.unknown_ground`.
 */
export async function refuseRequest(
  deps: RightsDeps,
  tx: Tx,
  act: Act & { readonly ground: RefusalGround },
): Promise<void> {
  const { ground, staffId, requestId } = act;
  const row = await requestOf(tx, act, ["open"]);
  if (!groundsFor(row.kind).includes(ground)) refuse("rights.unknown_ground", { ground });
  const wordsValueId = await wordsOf(deps, tx, row, act);
  await setRequest(tx, row, { state: "refused", answeredAt: new Date(deps.clock()) });
  await fact(deps, tx, row, { kind: "request.refused", body: { requestId, ground } });
  await step(deps, tx, row, "refused", { byStaff: staffId, ground, wordsValueId });
  const params = { words: wordsValueId, ground, regime: row.regime };
  await deps.messages.enqueue(tx, [mail(deps, row, "rights-refused", params)]);
}

/** Asks the person what they mean; where the law says so, the clock stands still meanwhile. */
export async function askClarification(deps: RightsDeps, tx: Tx, act: Act): Promise<void> {
  const row = await requestOf(tx, act, ["open"]);
  if (row.clarificationAskedAt !== null) refuse("rights.asked_before");
  const wordsValueId = await wordsOf(deps, tx, row, act);
  const { requestId } = row;
  const clarificationAskedAt = new Date(deps.clock());
  await setRequest(tx, row, { state: "open", clarificationAskedAt });
  await fact(deps, tx, row, { kind: "request.clarification-asked", body: { requestId } });
  await step(deps, tx, row, "clarification-asked", { byStaff: act.staffId, wordsValueId });
  await deps.messages.enqueue(tx, [mail(deps, row, "rights-clarify", { words: wordsValueId })]);
}

export async function clarify(
  deps: RightsDeps,
  tx: Tx,
  subjectId: string,
  requestId: string,
  text: string,
): Promise<boolean> {
  const row = await requestRow(tx, subjectId, requestId, true);
  if (row?.state !== "open" || row.clarificationAskedAt === null || row.clarifiedAt !== null)
    return false;
  const wordsValueId = await keepWords(deps, tx, row, "rights-request", text);
  const clarifiedAt = new Date(deps.clock());
  const { due } = deps.dueDate(row.regime, row.kind, { ...row, clarifiedAt });
  await setRequest(tx, row, { state: "open", clarifiedAt, due });
  await fact(deps, tx, row, { kind: "request.clarified", body: { requestId } });
  await step(deps, tx, row, "clarified", { wordsValueId });
  return true;
}

/**
 * Takes longer, and tells the person so with the reason (GDPR 12(3)).
 * @throws Refusal as `answer`, and `rights.no_extension`: the law knows none for this, its last day
 * is over, or it was extended before.
 */
export async function extend(
  deps: RightsDeps,
  tx: Tx,
  act: Act & { readonly ground: ExtensionGround },
): Promise<void> {
  const row = await requestOf(tx, act, ["open"]);
  const { ground, staffId } = act;
  const { lastDayToExtend, dayOf } = deps.dueDate(row.regime, row.kind, row);
  const extendedAt = new Date(deps.clock());
  if (row.extendedAt !== null || lastDayToExtend === null) return refuse("rights.no_extension");
  if (dayOf(extendedAt.getTime()) > lastDayToExtend) {
    refuse("rights.no_extension", { lastDay: lastDayToExtend });
  }
  const { due } = deps.dueDate(row.regime, row.kind, { ...row, extendedAt });
  const wordsValueId = await wordsOf(deps, tx, row, act);
  await setRequest(tx, row, { state: "open", extendedAt, due });
  const until = Date.parse(`${due}T00:00:00Z`);
  const { requestId } = row;
  await fact(deps, tx, row, { kind: "request.extended", body: { requestId, until, ground } });
  await step(deps, tx, row, "extended", { byStaff: staffId, ground, wordsValueId });
  const params = { words: wordsValueId, ground, due };
  await deps.messages.enqueue(tx, [mail(deps, row, "rights-extended", params)]);
}

export type Corrected = { readonly valueId: string; readonly text: string };

/**
 * Puts right values in the place of wrong ones, all or none, and tells the person (GDPR 16, 19).
 * The old ones stay as history.
 * @throws Refusal as `answer`, and `rights.unknown_value`: the person holds no such value, it was
 * replaced already, or it is an e-mail address, which changes by proving the new one.
 */
export async function correct(
  deps: RightsDeps,
  tx: Tx,
  act: Act & { readonly values: readonly Corrected[] },
): Promise<void> {
  const row = await requestOf(tx, act, ["open"]);
  if (row.kind !== "correction") refuse("rights.not_open", { kind: row.kind });
  for (const { valueId, text } of act.values) {
    const value = { id: row.subjectId, replaces: valueId, text: text.trim() };
    const corrected = value.text === "" ? null : await deps.people.correct(tx, value);
    if (corrected === null || !corrected.collected) refuse("rights.unknown_value", { valueId });
  }
  const wordsValueId = await wordsOf(deps, tx, row, act);
  await answered(deps, tx, row, "corrected");
  await step(deps, tx, row, "corrected", { byStaff: act.staffId, wordsValueId });
  await deps.messages.enqueue(tx, [mail(deps, row, "rights-corrected", { words: wordsValueId })]);
}

/** Takes somebody out of a merge that was wrong. Nobody is told: it is the house's own mistake. */
export async function separate(
  deps: RightsDeps,
  tx: Tx,
  act: Omit<Act, "words"> & { readonly other: string },
): Promise<void> {
  const row = await requestOf(tx, act, ["open", "answered", "refused"]);
  const done = await deps.people.unlink(tx, row.subjectId, act.other);
  if (!done) refuse("rights.not_linked");
  await step(deps, tx, row, "separated", { byStaff: act.staffId });
}

/** The request, locked, in one of these states; who proved no address is answered nothing. */
async function requestOf(
  tx: Tx,
  { subjectId, requestId }: Pick<Act, "subjectId" | "requestId">,
  states: readonly RequestRow["state"][],
): Promise<RequestRow> {
  const row = await requestRow(tx, subjectId, requestId, true);
  if (row === null) return refuse("rights.unknown_request");
  if (!states.includes(row.state)) refuse("rights.not_open", { state: row.state });
  return row;
}

function wordsOf(deps: RightsDeps, tx: Tx, row: RequestRow, { words }: Act): Promise<string> {
  const text = words.trim();
  return text === "" ? refuse("rights.no_words") : keepWords(deps, tx, row, "rights-answer", text);
}

async function answered(deps: RightsDeps, tx: Tx, row: RequestRow, outcome: string) {
  await setRequest(tx, row, { state: "answered", answeredAt: new Date(deps.clock()) });
  const { requestId } = row;
  await fact(deps, tx, row, { kind: "request.answered", body: { requestId, outcome } });
}
