import type { Decision, Reason, Relied } from "#core/gate/decision";
import type { Use } from "#core/gate/use";
import type { Notice } from "#core/notice/notice";
import { de } from "./sentences.de.ts";
import { en, type Sentences } from "./sentences.en.ts";
import { fr } from "./sentences.fr.ts";

/** Languages in which a decision can say why. Others are answered in English. */
export const SENTENCES: { readonly [language: string]: Sentences } = { en, fr, de };

/**
 * A decision in one sentence that names clause, law and choice (GATE.md, "Explanation"). Of several
 * reasons the weightiest is told: what the person said before what the law lacks.
 */
export function explain(decision: Decision, notice: Notice, use: Use, language: string): string {
  const base = language.split("-")[0] ?? "en";
  const sentences = (Object.hasOwn(SENTENCES, base) ? SENTENCES[base] : undefined) ?? en;
  const purpose = notice.purposes.get(use.purpose);
  const name = purpose?.name[language] ?? purpose?.name[notice.defaultLanguage] ?? use.purpose;
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
  const filled = fill(sentences.because[reason.code], {
    purpose: name,
    what: nameOf(notice, reason, language),
    on: onDay(sentences, reason.since, language),
  });
  return finish(sentences, sentences.no, filled, notice, purpose?.clause ?? null, reason.provision);
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
function nameOf(notice: Notice, { what }: Reason, language: string): string {
  if (what === null) return "";
  const thing =
    notice.categories.get(what) ??
    notice.recipients.get(what) ??
    notice.purposes.get(what) ??
    notice.storedItems.get(what);
  return thing?.name[language] ?? what;
}

function onDay(sentences: Sentences, at: number | null, language: string): string {
  if (at === null) return "";
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return fill(sentences.on, { day: format.format(at) });
}

function fill(text: string, parameters: { readonly [name: string]: string }): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => parameters[name] ?? hole);
}
