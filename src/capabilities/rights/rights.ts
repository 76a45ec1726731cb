/**
 * Requests of people about their own data, from receipt to answer, on the regime's clock. Rank 6;
 * see README.md.
 */
import type { Tx } from "#platform/database/database";
import {
  answer,
  askClarification,
  clarify,
  correct,
  extend,
  refuseRequest,
  separate,
} from "./answer-request.ts";
import { confirmErasure, work } from "./erase-person.ts";
import type { RightsDeps } from "./ports.ts";
import { prove } from "./prove-request.ts";
import { type Received, receive } from "./receive-request.ts";
import {
  dropOldKeys,
  type RequestRow,
  requestRow,
  requestRows,
  rowsOfPerson,
  stepsOf,
} from "./store.ts";

export type { Act, Corrected } from "./answer-request.ts";
export { tellable } from "./claimed-values.ts";
export type { ClockEvents, Clocked, RightsDeps } from "./ports.ts";
export type { Received } from "./receive-request.ts";
export type { RequestKind, RequestRow, StepRow } from "./store.ts";

export type Rights = ReturnType<typeof openRights>;

export function openRights(deps: RightsDeps) {
  return {
    receive: (tx: Tx, given: Received) => receive(deps, tx, given),
    prove: (tx: Tx, subjectId: string, requestId: string) => prove(deps, tx, subjectId, requestId),
    request: (tx: Tx, subjectId: string, requestId: string) =>
      requestRow(tx, subjectId, requestId, false),
    steps: stepsOf,
    list: requestRows,
    clockOf: (row: RequestRow) => deps.dueDate(row.regime, row.kind, row),
    ofPerson: rowsOfPerson,
    confirmErasure: (tx: Tx, subjectId: string, requestId: string) =>
      confirmErasure(deps, tx, subjectId, requestId),
    /** The person answers a question of ours. @returns false where none was asked. */
    clarify: (tx: Tx, subjectId: string, requestId: string, text: string) =>
      clarify(deps, tx, subjectId, requestId, text),
    /** What colleagues do with a request; each is a step, a fact, and a letter to the person. */
    answer: answer.bind(null, deps),
    refuse: refuseRequest.bind(null, deps),
    askClarification: askClarification.bind(null, deps),
    extend: extend.bind(null, deps),
    correct: correct.bind(null, deps),
    separate: separate.bind(null, deps),
    /**
     * Finishes erasures whose last mail has ended, and lets unproven requests lapse. @returns how
     * many moved.
     */
    work: (tx: Tx) => work(deps, tx),
    sweep: dropOldKeys,
  };
}
