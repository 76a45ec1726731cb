import type { Source } from "../notice.ts";
import { type LintCase, listed, pathOf } from "./case.ts";
import type { LintFinding } from "./finding.ts";

/** Kinds of bases whose choice a form may offer. */
const CHOICES: ReadonlySet<string> = new Set(["consent", "soft-opt-in", "opt-out"]);

/** What is collected: used, sourced, explained; acceptance, forms, children, security. */
export function lintCollection(matter: LintCase): readonly LintFinding[] {
  return [
    ...unused(matter),
    ...sourceless(matter),
    ...needed(matter),
    ...told(matter),
    ...offers(matter),
    ...acceptance(matter),
    ...children(matter),
    ...disclaimer(matter),
  ];
}

function unused(matter: LintCase): readonly LintFinding[] {
  const used = new Set(matter.purposes.flatMap(({ categories }) => [...categories]));
  return [...matter.notice.sources.values()].flatMap((source) => {
    const idle = [...source.categories].filter((category) => !used.has(category));
    if (idle.length === 0) return [];
    return matter.find("collect.unused-category", "minimisation", {
      path: `sources.${source.id}.categories`,
      clause: matter.clauses.of([`source:${source.id}`], "sources"),
      why: `\`${source.id}\` takes ${listed(idle)}, which no purpose uses`,
    });
  });
}

function sourceless(matter: LintCase): readonly LintFinding[] {
  const given = new Set(
    [...matter.notice.sources.values()].flatMap((each) => [...each.categories]),
  );
  return matter.purposes.flatMap((purpose) => {
    const missing = [...purpose.categories].filter(
      (id) => !given.has(id) && matter.notice.categories.get(id)?.builtIn === false,
    );
    if (missing.length === 0) return [];
    return matter.find("collect.no-source", "source", {
      path: `purposes.${purpose.id}.categories`,
      clause: matter.clauses.ofPurpose(purpose),
      why: `\`${purpose.id}\` uses ${listed(missing)}, which comes from no source`,
    });
  });
}

/** Whether it is said that a person must give something, or what happens otherwise. */
const isExplained = (each: Pick<Source, "needed" | "requirement">) =>
  each.needed !== null || each.requirement !== null;

/**
 * Once for a notice that never says it; else for each form that insists on an answer without saying
 * why.
 */
function needed(matter: LintCase): readonly LintFinding[] {
  const sources = [...matter.notice.sources.values()].filter(({ origin }) => origin === "person");
  if (sources.length === 0) return [];
  const insisting = new Set(
    [...matter.notice.forms.values()]
      .filter(({ fields }) => fields.some((field) => field.required && !isExplained(field)))
      .map(({ source }) => source),
  );
  const fields = [...matter.notice.forms.values()].flatMap((form) => form.fields);
  if (!sources.some(isExplained) && !fields.some(isExplained)) {
    return matter.find("collect.needed-missing", "needed", {
      path: "sources",
      clause: matter.clauses.of(
        sources.map(({ id }) => `source:${id}`),
        "sources",
      ),
      why: "no source says whether people must give the data, and what happens if they do not",
    });
  }
  return sources
    .filter((source) => !isExplained(source) && insisting.has(source.id))
    .flatMap(({ id }) =>
      matter.find("collect.needed-missing", "needed", {
        path: `sources.${id}`,
        clause: matter.clauses.of([`source:${id}`], "sources"),
        why: `a form of \`${id}\` insists on answers, and why is not said`,
      }),
    );
}

function told(matter: LintCase): readonly LintFinding[] {
  return [...matter.notice.sources.values()]
    .filter((source) => !source.fromPerson && source.told === null)
    .flatMap(({ id }) =>
      matter.find("collect.told-missing", "source-told", {
        path: `sources.${id}`,
        clause: matter.clauses.of([`source:${id}`], "sources"),
        why: `when and how people are told of what comes from \`${id}\` is not said`,
      }),
    );
}

function offers(matter: LintCase): readonly LintFinding[] {
  return [...matter.notice.forms.values()].flatMap((form) =>
    [...new Set(form.offers.map(({ purpose }) => purpose))].flatMap((id) => {
      const purpose = matter.notice.purposes.get(id);
      const bases = purpose === undefined ? [] : matter.basesOf(purpose);
      if (bases.length === 0 || bases.some(({ kind }) => CHOICES.has(kind))) return [];
      return matter.find("consent.offer-without-basis", "truthful", {
        path: `forms.${form.id}.offers`,
        clause: purpose === undefined ? null : matter.clauses.ofPurpose(purpose),
        why: `\`${form.id}\` offers a consent to \`${id}\`, which rests on ${listed(bases.map(({ kind }) => kind))}`,
      });
    }),
  );
}

function acceptance(matter: LintCase): readonly LintFinding[] {
  if (matter.notice.rights.acceptance !== "bundled") return [];
  return matter.find("consent.bundled", "consent-apart", {
    path: "practice.acceptance",
    clause: matter.clauses.of(["practice:acceptance"]),
    why: "using the site is said to accept notice and terms together; a notice informs and is not accepted",
  });
}

/**
 * CHOICE: a rule for children is taken to be said where the source says how a guardian agrees, or
 * prose names an age from 12 to 18.
 */
function children(matter: LintCase): readonly LintFinding[] {
  const adult = matter.processing?.rule.adultFromYears ?? 0;
  const addressed = [...matter.notice.sources.values()].filter(
    ({ children: isForThem, audience }) =>
      (isForThem || (audience?.from ?? adult) < adult) && !audience?.guardianConsent,
  );
  if (addressed.length === 0) return [];
  const clauses = [...matter.notice.clauses.values()];
  if (clauses.some((clause) => /\b1[2-8]\b/.test(matter.proseOf(clause)))) return [];
  const ids = addressed.map(({ id }) => id);
  return matter.find("children.rules-missing", "children", {
    path: `sources.${ids[0]}.children`,
    clause: matter.clauses.of(
      ids.map((id) => `source:${id}`),
      "sources",
    ),
    why: `${listed(ids)} is addressed to children, and from which age they decide, or how a guardian agrees, is not said`,
  });
}

function disclaimer(matter: LintCase): readonly LintFinding[] {
  const clause = matter.saying("disclaims-security");
  if (clause === null) return [];
  return matter.find("security.disclaimed", "security-not-disclaimed", {
    path: pathOf(clause),
    clause: clause.id,
    why: "it is said that data sent to the organisation may not be safe",
  });
}
