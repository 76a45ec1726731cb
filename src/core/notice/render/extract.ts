import { assert } from "#kit/assert";
import { attributes, type Html, html } from "#kit/html";
import { mainController } from "../main-controller.ts";
import type { Clause, Form, Notice, Purpose } from "../notice.ts";
import { directionOf } from "./direction.ts";
import { htmlParts, htmlRuns } from "./html-parts.ts";
import type { NoticeKey } from "./messages.ts";
import {
  joined,
  LINKS,
  type Line,
  type Links,
  link,
  named,
  type Part,
  strong,
  text,
} from "./parts.ts";
import { basisLines, neededCell } from "./tables-what.ts";
import { Words } from "./words.ts";

/**
 * What a person must know at one form, at the moment of writing: who takes what, what for and on
 * which basis, for how long, who gets it; withdrawal and objection in sentences of their own, in
 * sight (GDPR 7(3), 13, 21(4)); the rights a click away, the whole a link.
 * @param regime the law that the reader is under; null: not known, so all that the notice names.
 */
export function renderExtract(
  notice: Notice,
  formId: string,
  language: string,
  regime: string | null = null,
  links: Links = LINKS,
): Html {
  const form = notice.forms.get(formId);
  assert(form !== undefined, `the notice has no form \`${formId}\``);
  const words = new Words(notice, language);
  const spoken = words.language;
  const title = `part:extract:${formId}`;
  const place = { language: spoken, folds: false };
  const { sight, folded } = extractParts(form, words, regime, links);
  return html`<section class="notice-extract" lang="${spoken}" dir="${directionOf(spoken)}" aria-labelledby="${title}">
<h2${attributes({ id: title })}>${htmlRuns(words.runs("extract.title"), spoken)}</h2>
${htmlParts(sight, place)}<details class="fold">
<summary>${htmlRuns(words.runs("extract.details"), spoken)}</summary>
${htmlParts(folded, place)}</details>
</section>
`;
}

type ExtractParts = { readonly sight: readonly Part[]; readonly folded: readonly Part[] };

function extractParts(form: Form, words: Words, regime: string | null, links: Links): ExtractParts {
  const { notice } = words;
  const purposes = purposesOf(form, notice);
  const paragraph = (...runs: Line): Part => ({ is: "paragraph", runs });
  const controller = named(mainController(notice)?.name ?? "");
  const fields = words.list(form.fields.map(({ label }) => words.text(label)));
  const hasConsent = purposes.some((purpose) => hasBasis(purpose, "consent"));
  const markets = purposes.some(({ directMarketing }) => directMarketing);
  const source = notice.sources.get(form.source);
  const needed = source === undefined ? [] : neededCell(source, words);
  const items = purposes.map((each) => purposeRuns(each, form, words, regime, links));
  return {
    sight: [
      paragraph(
        ...words.runs("extract.who", { controller }),
        text(" "),
        ...words.runs("extract.collects", { fields }),
        text(" "),
        ...words.runs("extract.purposes"),
      ),
      { is: "list", ordered: false, items },
      ...(hasConsent ? [paragraph(...words.runs("extract.withdraw"))] : []),
      ...(markets ? [paragraph(strong(...words.runs("extract.objection")))] : []),
      paragraph(...moreRuns(words, links), ...termsRuns(words)),
    ],
    folded: [
      ...needed.map((runs) => paragraph(...runs)),
      ...fieldParts(form, words),
      ...recipientParts(purposes, form, words),
      ...(notice.rights.offered.length === 0 ? [] : [paragraph(...rightsRuns(words))]),
    ],
  };
}

/** What a person must give and why, field by field (GDPR 13(2)(e)). */
function fieldParts(form: Form, words: Words): readonly Part[] {
  const items = form.fields.flatMap((field) => {
    const said = neededCell(field, words);
    const label = [text(words.text(field.label))];
    return said.length === 0 ? [] : [words.runs("label", { label, text: joined(said, " ") })];
  });
  return items.length === 0 ? [] : [{ is: "list", ordered: false, items }];
}

/** What the fields serve, then what the boxes beside them would permit. */
function purposesOf(form: Form, notice: Notice): readonly Purpose[] {
  const ids = new Set([...form.purposes, ...form.offers.map(({ purpose }) => purpose)]);
  return [...ids].flatMap((id) => notice.purposes.get(id) ?? []);
}

function hasBasis(purpose: Purpose, kind: string): boolean {
  return [...purpose.bases.values()].flat().some((basis) => basis.kind === kind);
}

/** `Marketing: … Basis … Kept … Clause …`, only with what is declared. */
function purposeRuns(
  purpose: Purpose,
  form: Form,
  words: Words,
  regime: string | null,
  links: Links,
): Line {
  const isOffer = !form.purposes.includes(purpose.id);
  const offer = isOffer ? [text(" ("), ...words.runs("extract.offer"), text(")")] : [];
  const said: Line[] = [
    [strong(words.purposeName(purpose)), ...offer, text(": "), text(words.text(purpose.about))],
  ];
  const own = regime === null ? undefined : purpose.bases.get(regime);
  const bases =
    regime === null || own === undefined
      ? purpose
      : { ...purpose, bases: new Map([[regime, own]]) };
  const lines = basisLines(bases, words, "without reasons");
  if (lines.length > 0) said.push(labelled(words, "column.basis", joined(lines, "; ")));
  const kept = keptFor(purpose, form, words);
  if (kept.length > 0) said.push(labelled(words, "column.keep", [text(kept.join("; "))]));
  const clause = clauseOf(purpose, words.notice);
  if (clause !== null) {
    const href = `${links.versions}/${words.notice.version}#${clause.id}`;
    said.push(words.runs("extract.clause", { clause: link(href, clause.number) }));
  }
  return joined(said, " ");
}

function labelled(words: Words, label: NoticeKey, given: Line): Line {
  return [...words.runs("label", { label: words.runs(label), text: given }), text(".")];
}

function clauseOf({ id, clause }: Purpose, { clauses }: Notice): Clause | null {
  if (clause !== null) return clauses.get(clause) ?? null;
  return [...clauses.values()].find(({ about }) => about.includes(`purpose:${id}`)) ?? null;
}

/** The periods of what this form collects, each once. */
function keptFor(purpose: Purpose, form: Form, words: Words): readonly string[] {
  const retention = words.notice.retention.get(purpose.id);
  const periods = form.fields.flatMap(({ category }) => retention?.get(category) ?? []);
  return [...new Set(periods.map((period) => words.retentionText(period)))];
}

/**
 * Recipients that may get a category of the form for one of its purposes, and the countries beyond
 * the controller's own.
 */
function recipientParts(purposes: readonly Purpose[], form: Form, words: Words): readonly Part[] {
  const categories = new Set(form.fields.map(({ category }) => category));
  const served = new Set(purposes.map(({ id }) => id));
  const recipients = [...words.notice.recipients.values()].filter(({ discloses }) =>
    discloses.some(
      (tuple) => served.has(tuple.purpose) && !tuple.categories.isDisjointFrom(categories),
    ),
  );
  if (recipients.length === 0) return [];
  const names = words.names(recipients.map(({ name }) => words.text(name)));
  const home = mainController(words.notice)?.country;
  const all = new Set(recipients.flatMap(({ countries }) => countries));
  const abroad = [...all].filter((code) => code !== home);
  const said = words.runs("extract.recipients", { recipients: names });
  if (abroad.length === 0) return [{ is: "paragraph", runs: said }];
  const places = words.runs("extract.transfers", { countries: words.countries(abroad) });
  return [{ is: "paragraph", runs: [...said, text(" "), ...places] }];
}

function rightsRuns(words: Words): Line {
  const email = words.requestEmail();
  const names = words.list(words.notice.rights.offered.map((id) => words.right(id)));
  return words.runs("extract.rights", { rights: names, email: link(`mailto:${email}`, email) });
}

/** The terms in force stand at every point of collection as well (promise P03). */
function termsRuns(words: Words): Line {
  const { terms } = words.notice;
  return terms === null ? [] : [text(" "), ...words.terms(terms)];
}

function moreRuns(words: Words, links: Links): Line {
  const { version, date } = words.notice;
  const whole = link(`${links.versions}/${version}`, words.runs("extract.notice"));
  return words.runs("extract.more", { notice: whole, version, date: words.date(date) });
}
