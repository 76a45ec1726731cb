import { submissionsOf } from "#collection";
import type { Notice } from "#core/notice/notice";
import type { House } from "#edges/house";
import type { Record, RecordValue } from "#people";
import type { Tx } from "#platform/database/database";
import { type RequestRow, tellable } from "#rights";
import { mayLines } from "./may-lines.ts";
import type { AccessPackage } from "./ports.ts";

/**
 * Everything held about the person behind a proven address, built anew each time (GDPR 15(1), (3)).
 * @returns null where nothing of them is left.
 */
export async function packageOf(
  house: House,
  tx: Tx,
  row: RequestRow,
): Promise<AccessPackage | null> {
  const notice = await house.notices.inForce(tx);
  const [person] = await house.people.of(tx, [row.subjectId]);
  if (notice === null || person === undefined) return null;
  const language = notice.languages.includes(row.language) ? row.language : notice.defaultLanguage;
  const record = await house.people.record(tx, row.subjectId, "rights");
  const subject = (await house.gate.subjects(tx, [row.subjectId])).get(row.subjectId);
  const { claims } = await house.people.reach(tx, row.subjectId);
  const reached = [...person.members, ...claims];
  const messages = await house.messages.messagesOf(tx, reached);
  const looks = await house.vault.accessesOf(tx, reached);
  const submissions = await submissionsOf(tx, reached);
  const requests = await house.rights.ofPerson(tx, reached);
  return {
    madeAt: house.clock(),
    notice: { version: notice.version, title: notice.title[language] ?? notice.id },
    about: {
      country: person.country,
      language: person.language,
      relationships: person.relationships,
      since: person.since.getTime(),
    },
    values: record.values.flatMap((value) =>
      value.text === null ? [] : [{ ...lineOf(notice, language, value), value: value.text }],
    ),
    claims: await claimsOf(house, tx, notice, language, record, claims),
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
    submissions: submissions.map(({ form, noticeVersion, receivedAt, asset }) => ({
      at: receivedAt.getTime(),
      ...{ form, noticeVersion, asset },
    })),
    requests: requests.map(({ kind, state, receivedAt, answeredAt }) => ({
      ...{ kind, state, at: receivedAt.getTime() },
      answeredAt: answeredAt?.getTime() ?? null,
    })),
    looks: looks.map(({ at, purpose, categories }) => ({ at: at.getTime(), purpose, categories })),
  };
}

/** What somebody sent under the address and never proved to be theirs, as far as it can be told. */
async function claimsOf(
  house: House,
  tx: Tx,
  notice: Notice,
  language: string,
  own: Record,
  ids: readonly string[],
): Promise<AccessPackage["claims"]> {
  const records: Record[] = [];
  for (const id of ids) records.push(await house.people.record(tx, id, "rights"));
  const told = ({ values }: Record) =>
    values.map(({ category, text }) => ({
      text,
      kind: notice.categories.get(category)?.kind ?? null,
    }));
  const can = tellable(told(own), records.map(told));
  const addresses = new Set(
    own.values.flatMap(({ text }) => (text === null ? [] : [text.toLowerCase()])),
  );
  return records.map(({ values }, index) => ({
    told: can[index] ?? false,
    values: values.map((value) => {
      const isOwn = addresses.has(value.text?.toLowerCase() ?? "");
      return {
        ...lineOf(notice, language, value),
        value: can[index] === true || isOwn ? value.text : null,
      };
    }),
  }));
}

function lineOf(notice: Notice, language: string, value: RecordValue) {
  const name = (map: Notice["categories"] | Notice["sources"], id: string) =>
    map.get(id)?.name[language] ?? id;
  return {
    category: value.category,
    name: name(notice.categories, value.category),
    source: name(notice.sources, value.source),
    collectedAt: value.collectedAt?.getTime() ?? 0,
    noticeVersion: value.noticeVersion ?? 0,
    purposes: value.purposes,
    superseded: value.replaced,
  };
}
