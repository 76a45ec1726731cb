import type { Decision, Obligation } from "#core/gate/decision";
import type { Permit } from "#core/gate/permit";
import type { Subject } from "#core/gate/subject";
import type { Use } from "#core/gate/use";
import type { Notice } from "#core/notice/notice";
import type { Tx } from "#platform/database/database";
import { inSavepoint } from "#platform/database/savepoint";
import { candidates, markClaimed, markEnded, takeWaiting, type Verdict } from "./claim-store.ts";
import type { MessageRow } from "./message.ts";
import type { MessageDeps } from "./ports.ts";
import { type WrittenLetter, writeLetter } from "./write-letter.ts";

/** A message that was decided and written, and what the decision stood on. */
export type Claim = {
  readonly message: MessageRow;
  readonly token: string;
  readonly to: string;
  readonly letter: WrittenLetter;
  readonly noticeVersion: number;
  /** Position of the last fact of everybody linked, when it was decided. */
  readonly epochs: ReadonlyMap<string, number>;
};

export type Claimed = {
  readonly claims: readonly Claim[];
  /**
   * How many messages were taken, those that ended here included; fewer than asked for: the bucket
   * is empty.
   */
  readonly taken: number;
};

type Denial = { readonly state: "denied" | "failed"; readonly outcome: string };
type Ready = Omit<Claim, "message" | "token">;

const OUTCOME_CHARS_MAX = 200;

/**
 * Takes messages of a bucket and decides them, in one transaction that holds the rows of their
 * people for share to its end: a withdrawal is either seen here, or waits and is seen by the begin.
 */
export async function claimMessages(
  deps: MessageDeps,
  tx: Tx,
  bucket: number,
  sizeMax: number,
): Promise<Claimed> {
  const keys = await candidates(tx, bucket, sizeMax);
  if (keys.length === 0) return { claims: [], taken: 0 };
  // People first, then messages: everybody takes their locks in this order.
  const ids = [...new Set(keys.map((key) => key.subjectId))];
  await deps.gate.lock(tx, ids, "share");
  const rows = await takeWaiting(tx, bucket, keys);
  const notice = await deps.inForce(tx);
  const subjects = await deps.gate.subjects(tx, ids);
  const token = deps.newId();
  const claims: Claim[] = [];
  const denied: Verdict[] = [];
  const failed: Verdict[] = [];
  for (const message of rows) {
    const subject = subjects.get(message.subjectId);
    const answer = await decideAlone(deps, tx, message, notice, subject);
    const { subjectId, messageId } = message;
    if (!("state" in answer)) claims.push({ message, token, ...answer });
    else
      (answer.state === "denied" ? denied : failed).push({
        subjectId,
        messageId,
        outcome: answer.outcome,
      });
  }
  await markClaimed(
    tx,
    claims.map(({ message }) => message),
    token,
    deps.limits.claimLeaseMs,
  );
  await markEnded(tx, "denied", denied);
  await markEnded(tx, "failed", failed);
  return { claims, taken: keys.length };
}

/**
 * One message that cannot be decided must not hold up the others of its bucket for ever: its error
 * is told, and it has failed. A defect never sends.
 */
async function decideAlone(
  deps: MessageDeps,
  tx: Tx,
  message: MessageRow,
  notice: Notice | null,
  subject: Subject | undefined,
): Promise<Ready | Denial> {
  try {
    return await inSavepoint(tx, () => decide(deps, tx, message, notice, subject));
  } catch (error) {
    deps.onError(error, message);
    return { state: "failed", outcome: "defect" };
  }
}

async function decide(
  deps: MessageDeps,
  tx: Tx,
  message: MessageRow,
  notice: Notice | null,
  subject: Subject | undefined,
): Promise<Ready | Denial> {
  if (notice === null) return denial("no-notice");
  const use = askedUse(message, subject);
  if (use === null) return denial("address-gone");
  const { decision, permit } = await deps.gate.ask(tx, message.subjectId, use);
  if (!decision.allowed) return denial(codesOf(decision));
  if (permit === null) return denial("no-permit");
  return open(deps, tx, message, notice, subject, permit, decision.obligations);
}

async function open(
  deps: MessageDeps,
  tx: Tx,
  message: MessageRow,
  notice: Notice,
  subject: Subject | undefined,
  permit: Permit,
  obligations: readonly Obligation[],
): Promise<Ready | Denial> {
  const to = (await deps.vault.open(tx, permit)).get(message.addressId);
  if (to === undefined) return denial("address-gone");
  const letter = await writeLetter(deps, tx, message, notice, obligations);
  if ("unwritten" in letter) return { state: "failed", outcome: letter.unwritten };
  const ids = subject?.ids?.map(({ id }) => id) ?? [message.subjectId];
  const epochs = await deps.gate.epochsOf(tx, ids);
  return { to, letter, noticeVersion: notice.version, epochs };
}

/** What the gate is asked: this purpose, to this address, with parts of this class only. */
function askedUse(message: MessageRow, subject: Subject | undefined): Use | null {
  const value = subject?.values?.find(({ id }) => id === message.addressId);
  if (value === undefined) return null;
  return {
    kind: "contact",
    purpose: message.purpose,
    categories: [value.category],
    channel: "email",
    address: message.addressId,
    messageClass: message.class,
    partClasses: [message.class],
    ...(message.topic === null ? {} : { topic: message.topic }),
    ...(message.family === null ? {} : { family: message.family }),
  };
}

function denial(outcome: string): Denial {
  return { state: "denied", outcome: outcome.slice(0, OUTCOME_CHARS_MAX) };
}

/** Each code once, in the order of the rules. */
function codesOf(decision: Extract<Decision, { allowed: false }>): string {
  return [...new Set(decision.reasons.map(({ code }) => code))].join(" ");
}
