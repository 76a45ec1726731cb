import type { Purpose } from "../notice.ts";
import { type LintCase, listed } from "./case.ts";
import type { LintFinding } from "./finding.ts";
import { says, vagueWords } from "./words.ts";

/** Fewer words than this explain nothing. */
const ABOUT_WORDS_MIN = 3;

/** Purposes: specified, honest about advertising, declared as marketing, kept for a time. */
export function lintPurposes(matter: LintCase): readonly LintFinding[] {
  return matter.purposes.flatMap((purpose) => [
    ...retention(matter, purpose),
    ...vague(matter, purpose),
    ...hiddenAdvertising(matter, purpose),
    ...undeclaredMarketing(matter, purpose),
  ]);
}

function retention(matter: LintCase, purpose: Purpose): readonly LintFinding[] {
  const declared = matter.notice.retention.get(purpose.id);
  const open = [...purpose.categories].filter((category) => {
    const found = declared?.get(category);
    if (found === undefined) return true;
    return found.period === "open" && found.because === null && found.criteria === null;
  });
  if (open.length === 0) return [];
  return matter.find("purpose.retention-missing", "retention", {
    path: `purposes.${purpose.id}.retention`,
    clause: matter.clauses.ofPurpose(purpose),
    why: `how long ${listed(open)} is kept for \`${purpose.id}\` is not said`,
  });
}

function vague(matter: LintCase, purpose: Purpose): readonly LintFinding[] {
  const why = vagueness(matter, purpose);
  if (why === null) return [];
  return matter.find("purpose.vague", "purpose-specified", {
    path: `purposes.${purpose.id}.about`,
    clause: matter.clauses.ofPurpose(purpose),
    why: `\`${purpose.id}\` ${why}`,
  });
}

/** CHOICE: what is vague is told by words and length; nothing else of prose can be judged here. */
function vagueness(matter: LintCase, purpose: Purpose): string | null {
  const name = matter.read(purpose.name);
  const about = matter.read(purpose.about);
  const words = vagueWords(matter.notice.defaultLanguage, name, about);
  if (words !== null) return `is explained by "${words}", which excludes nothing`;
  if (wordsOf(about) < ABOUT_WORDS_MIN) return "is explained in fewer than three words";
  const isKept = (matter.notice.retention.get(purpose.id)?.size ?? 0) > 0;
  if (purpose.categories.size > 0 || isKept) return null;
  const isGiven = [...matter.notice.recipients.values()].some(({ discloses }) =>
    discloses.some((tuple) => tuple.purpose === purpose.id),
  );
  return isGiven ? null : "names no data, no recipient and no period";
}

/** Words of a text; scripts without blanks count as one word a character. */
function wordsOf(text: string): number {
  const segments = new Intl.Segmenter("und", { granularity: "word" }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).length;
}

function hiddenAdvertising(matter: LintCase, purpose: Purpose): readonly LintFinding[] {
  if (!purpose.targetedAdvertising && !purpose.sharing && !purpose.sale) return [];
  const id = matter.clauses.ofPurpose(purpose);
  const clause = id === null ? undefined : matter.notice.clauses.get(id);
  if (clause === undefined) return [];
  const language = matter.notice.defaultLanguage;
  const prose = matter.proseOf(clause);
  if (says("advertising", language, prose) !== false) return [];
  if (says("sale", language, prose) !== false) return [];
  return matter.find("purpose.advertising-hidden", "advertising-named", {
    path: `purposes.${purpose.id}`,
    clause: id,
    why: `\`${purpose.id}\` gives data to advertisers, and its clause does not speak of advertising`,
  });
}

function undeclaredMarketing(matter: LintCase, purpose: Purpose): readonly LintFinding[] {
  if (purpose.directMarketing || purpose.research || purpose.channels.size === 0) return [];
  const name = matter.read(purpose.name);
  if (says("marketing", matter.notice.defaultLanguage, name) !== true) return [];
  return matter.find("purpose.marketing-undeclared", "truthful", {
    path: `purposes.${purpose.id}.directMarketing`,
    clause: matter.clauses.ofPurpose(purpose),
    why: `\`${purpose.id}\` is called "${name}" and reaches people, and is not declared as direct marketing`,
  });
}
