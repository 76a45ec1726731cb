import type { Notice } from "#core/notice/notice";
import type { House } from "#edges/house";
import type { Tx } from "#platform/database/database";
import type { RequestRow } from "#rights";
import { mayLines } from "./may-lines.ts";
import type { AccessPackage, RightsPort } from "./ports.ts";

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
    receive: ({ kind, email, message, language, country }) =>
      house.inTransaction((tx) =>
        house.rights.receive(tx, {
          kind: kind as RequestRow["kind"],
          ...{ email, message, language, country, demo: house.config.demo },
        }),
      ),
    looksGood: (token) => house.tokens.read("rights-proof", token) !== null,
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
        if (row === null) return null;
        const steps = await house.rights.steps(tx, ids.subject, ids.request);
        const seen = steps.map(({ at, step }) => ({ at: at.getTime(), step }));
        return { kind: row.kind, state: row.state, due: row.due, steps: seen };
      });
    },
    async package(token) {
      const ids = open(token);
      if (ids === null) return null;
      return house.inTransaction(async (tx) => {
        const row = await house.rights.request(tx, ids.subject, ids.request);
        const isCopy = row?.kind === "access" || row?.kind === "portability";
        if (row === null || !isCopy || row.state !== "answered") return null;
        const made = await packageOf(house, tx, row);
        if (made !== null) await house.rights.downloaded(tx, row);
        return made;
      });
    },
    async confirmErasure(token) {
      const ids = open(token);
      if (ids === null) return false;
      return house.inTransaction((tx) => house.rights.confirmErasure(tx, ids.subject, ids.request));
    },
  };
}

/**
 * Everything held about the person behind a proven address, built anew each time (GDPR 15(1), (3)).
 */
async function packageOf(house: House, tx: Tx, row: RequestRow): Promise<AccessPackage | null> {
  const notice = await house.notices.inForce(tx);
  const [person] = await house.people.of(tx, [row.subjectId]);
  if (notice === null || person === undefined) return null;
  const language = notice.languages.includes(row.language) ? row.language : notice.defaultLanguage;
  const record = await house.people.record(tx, row.subjectId, "rights");
  const subject = (await house.gate.subjects(tx, [row.subjectId])).get(row.subjectId);
  const name = (map: Notice["categories"] | Notice["sources"], id: string) =>
    map.get(id)?.name[language] ?? id;
  const messages = await house.messages.messagesOf(tx, person.members);
  const looks = await house.vault.accessesOf(tx, person.members);
  return {
    madeAt: house.clock(),
    notice: { version: notice.version, title: notice.title[language] ?? notice.id },
    values: record.values.flatMap((value) =>
      value.text === null
        ? []
        : [
            {
              category: value.category,
              name: name(notice.categories, value.category),
              value: value.text,
              source: name(notice.sources, value.source),
              collectedAt: value.collectedAt?.getTime() ?? 0,
              noticeVersion: value.noticeVersion ?? 0,
              purposes: value.purposes,
              superseded: value.replaced,
            },
          ],
    ),
    choices: (subject?.choices ?? []).map(
      ({ at, act, purpose, channel, topic, noticeVersion }) => ({
        ...{ at, act, purpose, noticeVersion },
        ...{ channel: channel ?? null, topic: topic ?? null },
      }),
    ),
    may: await mayLines(house, tx, notice, row.subjectId, language),
    recipients: [...notice.recipients.values()].map((recipient) => ({
      name: recipient.name[language] ?? recipient.id,
      role: recipient.role,
      countries: recipient.countries,
    })),
    messages: messages.map((each) => ({
      at: each.at.getTime(),
      class: each.class,
      template: each.template,
      state: each.state,
    })),
    looks: looks.map(({ at, purpose, categories }) => ({ at: at.getTime(), purpose, categories })),
  };
}
