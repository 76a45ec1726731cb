import type { House } from "#edges/house";
import type { Tx } from "#platform/database/database";
import type { RequestRow } from "#rights";
import { packageOf } from "./access-package.ts";
import type { RequestView, RightsPort } from "./ports.ts";

const DAY = 24 * 3600;

/**
 * Rights requests for the public pages. Every page past the first is reached by a sealed link to
 * the address.
 */
export function answerRights(house: House): RightsPort {
  const open = (token: string) => {
    const { subject, request } = house.tokens.read("rights-request", token) ?? {};
    return subject === undefined || request === undefined ? null : { subject, request };
  };
  return {
    receive: ({ kind, email, message, language, country, key }) =>
      house.inTransaction((tx) =>
        house.rights.receive(tx, {
          kind: kind as RequestRow["kind"],
          ...{ email, message, language, country, key, demo: house.config.demo },
        }),
      ),
    async looksGood(token) {
      const { subject, request } = house.tokens.read("rights-proof", token) ?? {};
      if (subject === undefined || request === undefined) return false;
      return house.inTransaction(async (tx) => {
        const row = await house.rights.request(tx, subject, request);
        // Who was erased by their own request still sees what became of it.
        if (row === null || row.state === "lapsed") return false;
        return row.state !== "awaiting-proof" || house.people.lives(tx, subject, row.addressId);
      });
    },
    async prove(token) {
      const { subject, request } = house.tokens.read("rights-proof", token) ?? {};
      if (subject === undefined || request === undefined) return null;
      const row = await house.inTransaction((tx) => house.rights.prove(tx, subject, request));
      if (row === null) return null;
      return house.tokens.issue("rights-request", { subject, request }, 14 * DAY);
    },
    async view(token) {
      const ids = open(token);
      if (ids === null) return null;
      return house.inTransaction(async (tx) => {
        const row = await house.rights.request(tx, ids.subject, ids.request);
        return row === null ? null : viewOf(house, tx, row);
      });
    },
    async package(token) {
      const ids = open(token);
      if (ids === null) return null;
      return house.inTransaction(async (tx) => {
        const row = await house.rights.request(tx, ids.subject, ids.request);
        const isCopy = row?.kind === "access" || row?.kind === "portability";
        if (row === null || !isCopy || row.state !== "answered") return null;
        return packageOf(house, tx, row);
      });
    },
    async clarify(token, text) {
      const ids = open(token);
      if (ids === null) return false;
      return house.inTransaction((tx) => house.rights.clarify(tx, ids.subject, ids.request, text));
    },
    async confirmErasure(token) {
      const ids = open(token);
      if (ids === null) return false;
      return house.inTransaction((tx) => house.rights.confirmErasure(tx, ids.subject, ids.request));
    },
  };
}

async function viewOf(house: House, tx: Tx, row: RequestRow): Promise<RequestView> {
  const steps = [];
  for (const { at, step, wordsValueId } of await house.rights.steps(
    tx,
    row.subjectId,
    row.requestId,
  )) {
    // Before the proof nothing is shown of what was written; after an erasure nothing is left.
    const words =
      wordsValueId === null || row.provenAt === null
        ? null
        : await house.people.text(tx, row.subjectId, wordsValueId, "rights");
    steps.push({ at: at.getTime(), step, words });
  }
  const { kind, state, due, clarificationAskedAt, clarifiedAt } = row;
  const asked = state === "open" && clarificationAskedAt !== null && clarifiedAt === null;
  return { kind, state, due, steps, asked };
}
