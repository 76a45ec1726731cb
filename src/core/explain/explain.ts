import type { Decision, Reason, Relied } from "#core/gate/decision";
import type { Use } from "#core/gate/use";
import type { Notice } from "#core/notice/notice";
import { type AboutThem, aboutThemDe, aboutThemEn, aboutThemFr } from "./about-them.ts";
import { de } from "./sentences.de.ts";
import { en, type Sentences } from "./sentences.en.ts";
import { fr } from "./sentences.fr.ts";

/** Languages in which a decision can say why. Others are answered in English. */
export const SENTENCES: { readonly [language: string]: Sentences } = { en, fr, de };

/** The same as a colleague reads them, who is not the one that is spoken of. */
export const STAFF_SENTENCES: { readonly [language: string]: Sentences } = {
  en: spokenOf(en, aboutThemEn),
  fr: spokenOf(fr, aboutThemFr),
  de: spokenOf(de, aboutThemDe),
};

/** Who reads it: the person of whom it is decided, or somebody of the house. */
export type Audience = "person" | "staff";

function spokenOf(sentences: Sentences, them: AboutThem): Sentences {
  return {
    ...sentences,
    basis: { ...sentences.basis, ...them.basis },
    because: { ...sentences.because, ...them.because },
  };
}

function sentencesFor(language: string, audience: Audience): Sentences {
  const base = language.split("-")[0] ?? "en";
  const all = audience === "staff" ? STAFF_SENTENCES : SENTENCES;
  return (Object.hasOwn(all, base) ? all[base] : undefined) ?? (all.en as Sentences);
}

/**
 * A decision in one sentence that names clause, law and choice (GATE.md, "Explanation"). Of several
 * reasons the weightiest is told: what the person said before what the law lacks.
 */
export function explain(
  decision: Decision,
  notice: Notice,
  use: Use,
  language: string,
  audience: Audience = "person",
): string {
  const sentences = sentencesFor(language, audience);
  const purpose = notice.purposes.get(use.purpose);
  const name = purposeName(notice, use.purpose, language);
  if (decision.allowed) {
    const relied =
      decision.relied.find(({ choice }) => choice !== null) ?? decision.relied[0] ?? null;
    const text = sentences.basis[relied?.basis ?? "none"] ?? sentences.basis.none ?? "";
    const filled = fill(text, {
      purpose: name,
      on: onDay(sentences, relied?.choice?.at ?? null, language),
    });
    return finish(sentences, sentences.yes, filled, notice, purpose?.clause ?? null, lawOf(relied));
  }
  const reason = weightiest(decision.reasons);
  if (reason === null)
    return finish(sentences, sentences.no, sentences.because.defect, notice, null, null);
  const told = because(reason, notice, use.purpose, language, audience);
  return finish(sentences, sentences.no, told, notice, purpose?.clause ?? null, reason.provision);
}

/** A reason alone, without its place in notice and law: for counts of many people's denials. */
export function because(
  reason: Pick<Reason, "code" | "what" | "since">,
  notice: Notice,
  purposeId: string,
  language: string,
  audience: Audience,
): string {
  const sentences = sentencesFor(language, audience);
  return fill(sentences.because[reason.code], {
    purpose: purposeName(notice, purposeId, language),
    what: nameOf(notice, reason.what, language),
    on: onDay(sentences, reason.since, language),
  });
}

function purposeName(notice: Notice, id: string, language: string): string {
  const name = notice.purposes.get(id)?.name;
  return name?.[language] ?? name?.[notice.defaultLanguage] ?? id;
}

function finish(
  sentences: Sentences,
  frame: string,
  because: string,
  notice: Notice,
  clauseId: string | null,
  law: string | null,
): string {
  const clause = clauseId === null ? undefined : notice.clauses.get(clauseId);
  const where = [fill(sentences.notice, { version: String(notice.version) })];
  if (clause !== undefined) where.push(fill(sentences.clause, { clause: clause.number }));
  const source = law === null ? where.join(", ") : `${where.join(", ")}; ${law}`;
  return `${fill(frame, { because })} (${source}).`;
}

function lawOf(relied: Relied | null): string | null {
  return relied === null ? null : relied.law;
}

/** The person's own acts first, then erasure, then the rest in the order of the rules. */
const OWN_ACTS = new Set<Reason["code"]>([
  "erased",
  "objected-marketing",
  "withdrawn",
  "refused",
  "signal",
  "restricted",
  "limited",
  "suppressed",
]);

function weightiest(reasons: readonly Reason[]): Reason | null {
  return reasons.find(({ code }) => OWN_ACTS.has(code)) ?? reasons[0] ?? null;
}

/** The thing by the name that the notice gives it, else its id. */
function nameOf(notice: Notice, what: string | null, language: string): string {
  if (what === null) return "";
  const thing =
    notice.categories.get(what) ??
    notice.recipients.get(what) ??
    notice.purposes.get(what) ??
    notice.storedItems.get(what) ??
    notice.sources.get(what) ??
    notice.topics.get(what);
  return thing?.name[language] ?? thing?.name[notice.defaultLanguage] ?? what;
}

function onDay(sentences: Sentences, at: number | null, language: string): string {
  if (at === null) return "";
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return fill(sentences.on, { day: format.format(at) });
}

function fill(text: string, parameters: { readonly [name: string]: string }): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => parameters[name] ?? hole);
}
