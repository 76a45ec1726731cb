import type { BasisKind, Channel } from "#core/law/regime";
import type { BasisDeclaration, Purpose } from "../notice.ts";
import { type LintCase, listed } from "./case.ts";
import type { LintFinding } from "./finding.ts";

/** Exceptions of the rules on electronic mail, which are no bases of processing. */
const MAIL_ONLY: ReadonlySet<BasisKind> = new Set(["soft-opt-in", "corporate-subscriber"]);

/** Grounds of article 9(2) and its kin, where they are worded beside the basis. */
const SPECIAL_GROUND = /9\(2\)|\bsch(edule)?\.? 3\b|95\/46.* 8\b|\bfadp 31\b|1798\.121/i;

/** An interest said in fewer words was not weighed. */
const BECAUSE_WORDS_MIN = 4;

/** Bases: one for each purpose, known to the law, fit for what it carries. */
export function lintBases(matter: LintCase): readonly LintFinding[] {
  return matter.purposes.flatMap((purpose) => {
    const bases = matter.basesOf(purpose);
    if (bases.length === 0) return [...missing(matter, purpose), ...special(matter, purpose, [])];
    return [
      ...invalid(matter, purpose, bases),
      ...marketingOnly(matter, purpose, bases),
      ...interests(matter, purpose, bases),
      ...sideBySide(matter, purpose, bases),
      ...special(matter, purpose, bases),
      ...term(matter, purpose, bases),
    ];
  });
}

function place(matter: LintCase, purpose: Purpose, what = "bases") {
  return { path: `purposes.${purpose.id}.${what}`, clause: matter.clauses.ofPurpose(purpose) };
}

function missing(matter: LintCase, purpose: Purpose): readonly LintFinding[] {
  return matter.find("purpose.basis-missing", "basis", {
    ...place(matter, purpose),
    why: `no legal basis is given for \`${purpose.id}\``,
    write: `list the bases under \`bases.${matter.law.regime}\`, the first that holds first`,
  });
}

/** What the pack of the regime knows: bases of processing, and of marketing on a channel in use. */
function isKnown(matter: LintCase, purpose: Purpose, kind: BasisKind): boolean {
  const { pack, processing, day } = matter;
  if (processing === null) return true;
  if (processing.rule.bases.includes(kind)) return true;
  return [...purpose.channels].some((channel: Channel) =>
    pack.contact[channel].some(
      ({ from, until, rule }) =>
        from <= day && (until === null || day < until) && rule.marketingBases.includes(kind),
    ),
  );
}

function invalid(
  matter: LintCase,
  purpose: Purpose,
  bases: readonly BasisDeclaration[],
): readonly LintFinding[] {
  const unknown = bases.filter(({ kind }) => !isKnown(matter, purpose, kind));
  const unlisted = bases.filter(
    ({ kind, interest }) =>
      kind === "recognised-interests" &&
      isKnown(matter, purpose, kind) &&
      !(interest !== null && matter.processing?.rule.recognisedInterests.includes(interest)),
  );
  return [
    ...unknown.flatMap(({ kind }) =>
      matter.find("purpose.basis-invalid", "basis", {
        ...place(matter, purpose),
        why: `\`${purpose.id}\` rests on \`${kind}\`, which is no basis there`,
      }),
    ),
    ...unlisted.flatMap(({ interest }) =>
      matter.find("purpose.interest-unlisted", "basis", {
        ...place(matter, purpose),
        why:
          interest === null
            ? `\`${purpose.id}\` rests on a recognised interest and does not say on which`
            : `\`${interest}\`, on which \`${purpose.id}\` rests, is not on the list of recognised interests`,
        write: `name one of ${listed(matter.processing?.rule.recognisedInterests ?? [])} under \`interest\``,
      }),
    ),
  ];
}

function marketingOnly(
  matter: LintCase,
  purpose: Purpose,
  bases: readonly BasisDeclaration[],
): readonly LintFinding[] {
  if (!bases.every(({ kind }) => MAIL_ONLY.has(kind))) return [];
  return matter.find("purpose.basis-marketing-only", "marketing-processing", {
    ...place(matter, purpose),
    why: `\`${purpose.id}\` has only ${listed(bases.map(({ kind }) => kind))}, which lets a message out and is no basis for holding the data`,
  });
}

function interests(
  matter: LintCase,
  purpose: Purpose,
  bases: readonly BasisDeclaration[],
): readonly LintFinding[] {
  const unsaid = bases.some(
    ({ kind, because }) =>
      kind === "legitimate-interests" &&
      matter.read(because).split(/\s+/).filter(Boolean).length < BECAUSE_WORDS_MIN,
  );
  if (!unsaid) return [];
  return matter.find("purpose.interest-missing", "interests", {
    ...place(matter, purpose),
    why: `the legitimate interest behind \`${purpose.id}\` is not said, or not weighed`,
  });
}

function sideBySide(
  matter: LintCase,
  purpose: Purpose,
  bases: readonly BasisDeclaration[],
): readonly LintFinding[] {
  const has = (kind: BasisKind) => bases.some((each) => each.kind === kind);
  return [
    ...(has("public-task") && has("legitimate-interests")
      ? matter.find("purpose.authority-interests", "authority-interests", {
          ...place(matter, purpose),
          why: `\`${purpose.id}\` is a public task, and claims legitimate interests too`,
        })
      : []),
    ...(has("consent") && has("legal-obligation")
      ? matter.find("purpose.consent-for-duty", "consent-or-duty", {
          ...place(matter, purpose),
          why: `\`${purpose.id}\` asks for consent, and goes on by a legal obligation when it is withdrawn`,
        })
      : []),
  ];
}

function special(
  matter: LintCase,
  purpose: Purpose,
  bases: readonly BasisDeclaration[],
): readonly LintFinding[] {
  const grounds = matter.groundsOf(purpose);
  const without = (is: "special" | "offences") =>
    [...purpose.categories].filter(
      (id) =>
        matter.notice.categories.get(id)?.[is] &&
        !grounds.some((ground) => ground.categories.length === 0 || ground.categories.includes(id)),
    );
  return [
    ...specialWithout(matter, purpose, bases, without("special")),
    ...offences(matter, purpose, without("offences")),
  ];
}

function offences(
  matter: LintCase,
  purpose: Purpose,
  categories: readonly string[],
): readonly LintFinding[] {
  if (categories.length === 0) return [];
  return matter.find("purpose.offences-ground-missing", "offences-ground", {
    ...place(matter, purpose),
    why: `\`${purpose.id}\` uses ${listed(categories)} (offences), and no law that authorises it is named`,
  });
}

function specialWithout(
  matter: LintCase,
  purpose: Purpose,
  bases: readonly BasisDeclaration[],
  categories: readonly string[],
): readonly LintFinding[] {
  if (categories.length === 0) return [];
  if (bases.some(({ kind, law }) => kind === "consent" || SPECIAL_GROUND.test(law))) return [];
  return matter.find("purpose.special-ground-missing", "special-ground", {
    ...place(matter, purpose),
    why: `\`${purpose.id}\` uses ${listed(categories)} (special categories) without explicit consent or another ground`,
  });
}

function term(
  matter: LintCase,
  purpose: Purpose,
  bases: readonly BasisDeclaration[],
): readonly LintFinding[] {
  if (purpose.grantTermMonths !== null || !bases.some(({ kind }) => kind === "consent")) return [];
  return matter.find("consent.term-missing", "consent-term", {
    ...place(matter, purpose, "grantTerm"),
    why: `a consent to \`${purpose.id}\` never ends`,
  });
}
