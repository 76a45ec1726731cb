import type { NoticeDiff } from "#core/notice/diff";
import type { Notice } from "#core/notice/notice";
import { changeSentences } from "#core/notice/render/change-sentences";
import { plural, t } from "#platform/text/text";

/** A letter is read to its end; the page that it leads to has the rest. */
const SENTENCES_MAX = 25;
const BLANK = "\n\n";

/**
 * What a letter says of a version, in one language: from when, and a sentence for each material
 * change with the clause that it stands in. Kept as bytes before the first letter goes out, so that
 * everybody reads the same words.
 */
export function letterText(
  diff: NoticeDiff,
  before: Notice,
  after: Notice,
  language: string,
): string {
  const material = changeSentences(diff, before, after, language).filter(
    (each) => each.class === "material",
  );
  const clauseOf = (id: string) =>
    nameOf(after, id, language) ?? nameOf(before, id, language) ?? id;
  const sentences = material.map(({ sentence, clauses }) =>
    withClause(sentence, clauses.map(clauseOf), language),
  );
  const rest = sentences.length - SENTENCES_MAX;
  const date = dayOf(after, language);
  return [
    t(language, "mail.notice_changed.body", { date, version: after.version }),
    ...sentences.slice(0, SENTENCES_MAX),
    ...(rest > 0 ? [plural(language, "mail.notice_changed.more", rest)] : []),
    t(language, "mail.notice_changed.rights"),
  ].join(BLANK);
}

export function paragraphsOf(text: string): readonly string[] {
  return text.split(BLANK);
}

/** Number and title, as the notice's own table of contents has them. */
function nameOf({ clauses, defaultLanguage }: Notice, id: string, language: string): string | null {
  const clause = clauses.get(id);
  if (clause === undefined) return null;
  return `${clause.number} ${clause.title[language] ?? clause.title[defaultLanguage] ?? id}`;
}

function withClause(sentence: string, clauses: readonly string[], language: string): string {
  if (clauses.length === 0) return sentence;
  return `${sentence} ${t(language, "mail.notice_changed.clause", { clauses: clauses.join("; ") })}`;
}

/** The day on which it comes into force, where the controller is. */
function dayOf({ life, zone }: Notice, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: zone });
  return format.format(life.from);
}
