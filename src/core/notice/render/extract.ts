import { assert } from "#kit/assert";
import { attributes, type Html, html } from "#kit/html";
import { mainController } from "../main-controller.ts";
import type { Form, Notice, Purpose } from "../notice.ts";
import { directionOf } from "./direction.ts";
import { htmlParts } from "./html-parts.ts";
import { piecesOf } from "./messages.ts";
import { LINKS, type Links, link, type Part, type Run, text } from "./parts.ts";
import { basisLines } from "./tables-what.ts";
import { Words } from "./words.ts";

/**
 * What a person must know at one form, at the moment of writing: who, what for and on which basis,
 * for how long, who gets it, the rights; withdrawal and objection in sentences of their own (GDPR
 * 7(3), 13, 21(4)). The whole is a link away.
 */
export function renderExtract(
  notice: Notice,
  formId: string,
  language: string,
  links: Links = LINKS,
): Html {
  const form = notice.forms.get(formId);
  assert(form !== undefined, `the notice has no form \`${formId}\``);
  const words = new Words(notice, language);
  const spoken = words.language;
  const title = `part:extract:${formId}`;
  return html`<section class="notice-extract" lang="${spoken}" dir="${directionOf(spoken)}" aria-labelledby="${title}">
<h2${attributes({ id: title })}>${words.say("extract.title")}</h2>
${htmlParts(extractParts(form, words, links), spoken)}</section>
`;
}

function extractParts(form: Form, words: Words, links: Links): readonly Part[] {
  const { notice } = words;
  const purposes = purposesOf(form, notice);
  const paragraph = (...runs: readonly Run[]): Part => ({ is: "paragraph", runs });
  const controller = mainController(notice)?.name ?? "";
  const hasConsent = purposes.some((purpose) => hasBasis(purpose, "consent"));
  const markets = purposes.some(({ directMarketing }) => directMarketing);
  const needed = notice.sources.get(form.source)?.needed ?? null;
  return [
    paragraph(text(words.say("extract.who", { controller }))),
    paragraph(text(words.say("extract.purposes"))),
    { is: "list", ordered: false, items: purposes.map((each) => purposeRuns(each, form, words)) },
    ...(needed === null ? [] : [paragraph(text(words.text(needed)))]),
    ...recipientParts(purposes, form, words),
    ...(hasConsent ? [paragraph(text(words.say("extract.withdraw")))] : []),
    ...(markets ? [paragraph({ is: "strong", runs: [text(words.say("extract.objection"))] })] : []),
    ...(notice.rights.offered.length === 0 ? [] : [paragraph(...rightsRuns(words))]),
    paragraph(...moreRuns(words, links)),
  ];
}

/** What the fields serve, then what the boxes beside them would permit. */
function purposesOf(form: Form, notice: Notice): readonly Purpose[] {
  const ids = new Set([...form.purposes, ...form.offers.map(({ purpose }) => purpose)]);
  return [...ids].flatMap((id) => notice.purposes.get(id) ?? []);
}

function hasBasis(purpose: Purpose, kind: string): boolean {
  return [...purpose.bases.values()].flat().some((basis) => basis.kind === kind);
}

/** `Marketing: … Basis … Kept …`, only with what is declared. */
function purposeRuns(purpose: Purpose, form: Form, words: Words): readonly Run[] {
  const name: Run = { is: "strong", runs: [text(words.text(purpose.name))] };
  const said = [words.text(purpose.about)];
  if (purpose.bases.size > 0) {
    const bases = basisLines(purpose, words, "without reasons");
    said.push(`${words.say("column.basis")}: ${bases.join("; ")}.`);
  }
  const kept = keptFor(purpose, form, words);
  if (kept.length > 0) said.push(`${words.say("column.keep")}: ${kept.join("; ")}.`);
  return [name, text(`: ${said.join(" ")}`)];
}

/** The periods of what this form collects, each once. */
function keptFor(purpose: Purpose, form: Form, words: Words): readonly string[] {
  const retention = words.notice.retention.get(purpose.id);
  const periods = form.fields.flatMap(({ category }) => retention?.get(category) ?? []);
  return [...new Set(periods.map((period) => words.retention(period)))];
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
  const names = words.list(recipients.map(({ name }) => words.text(name)));
  const home = mainController(words.notice)?.country;
  const abroad = new Set(recipients.flatMap(({ countries }) => countries));
  const countries = [...abroad].filter((code) => code !== home).map((code) => words.country(code));
  const said = [words.say("extract.recipients", { recipients: names })];
  if (countries.length > 0) {
    said.push(words.say("extract.transfers", { countries: words.list(countries) }));
  }
  return [{ is: "paragraph", runs: [text(said.join(" "))] }];
}

function rightsRuns(words: Words): readonly Run[] {
  const { rights, contacts } = words.notice;
  const email = contacts.find(({ id }) => id === rights.contact)?.email ?? "";
  const names = words.list(rights.offered.map((id) => words.right(id)));
  return piecesOf(words.language, "extract.rights").map((piece): Run => {
    if (typeof piece === "string") return text(piece);
    return piece.hole === "rights" ? text(names) : link(`mailto:${email}`, email);
  });
}

function moreRuns(words: Words, links: Links): readonly Run[] {
  const { notice } = words;
  return piecesOf(words.language, "extract.more").map((piece): Run => {
    if (typeof piece === "string") return text(piece);
    if (piece.hole === "version") return text(String(notice.version));
    if (piece.hole === "date") return text(words.date(notice.date));
    const version = `${links.versions}/${notice.version}`;
    return link(version, words.say("extract.notice"));
  });
}
