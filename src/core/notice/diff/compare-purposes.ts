import type { BasisDeclaration, Notice, Purpose, PurposeChange, Retention } from "../notice.ts";
import { compareById, type Difference, Differences } from "./difference.ts";

export function comparePurposes(before: Notice, after: Notice): readonly Difference[] {
  return compareById(
    declared(before),
    declared(after),
    (id) => new Differences("purpose", id, [id]),
    {
      added: ["material", "a new purpose"],
      removed: ["narrowing", "the purpose has gone"],
    },
    (differences, old, now) => {
      comparePurpose(differences, old, now);
      compareRetention(differences, before.retention.get(old.id), after.retention.get(now.id));
      sayUnraised(differences, old, now);
    },
  );
}

/**
 * What is said of past revisions: a compatible one lets data collected before serve it, so that
 * rewriting history can permit more (GATE.md, rule 2).
 */
export function compareChanges(before: Notice, after: Notice): readonly Difference[] {
  const byKey = ({ changes }: Notice) =>
    new Map(changes.map((each) => [`${each.purpose} ${each.revision}`, each]));
  return compareById<PurposeChange>(
    byKey(before),
    byKey(after),
    (id, { purpose }) => new Differences("change", id, [purpose]),
    {
      added: ["editorial", "a change of a purpose is recorded; what changed is said there"],
      removed: ["narrowing", "the record of the change has gone"],
    },
    (differences, old, now) => {
      const said = "data collected before may serve it";
      differences.flag(said, old.compatible, now.compatible, true);
      differences.words("what changed", old.why, now.why);
    },
  );
}

/** The built-in purposes are those of the product; a notice does not change them. */
function declared({ purposes }: Notice): ReadonlyMap<string, Purpose> {
  return new Map([...purposes].filter(([, { builtIn }]) => !builtIn));
}

function comparePurpose(differences: Differences, old: Purpose, now: Purpose): void {
  differences.words("its name", old.name, now.name);
  differences.words("its description", old.about, now.about);
  differences.value("its clause", old.clause, now.clause, "editorial");
  differences.set("categories", old.categories, now.categories);
  differences.set("channels", old.channels, now.channels);
  differences.set("topics", old.topics, now.topics);
  differences.set("product families", old.families, now.families);
  // What is direct marketing stops on an objection, so no longer being it permits more.
  differences.flag("it is direct marketing", old.directMarketing, now.directMarketing, false);
  differences.flag("it sells data", old.sale, now.sale, true);
  differences.flag("it shares for advertising", old.sharing, now.sharing, true);
  differences.flag(
    "it is targeted advertising",
    old.targetedAdvertising,
    now.targetedAdvertising,
    true,
  );
  differences.value("what it profiles for", old.profilingFor, now.profilingFor, "material");
  const grounds = [old.restrictionGround, now.restrictionGround] as const;
  const level = grounds[1] === null ? "narrowing" : "material";
  differences.value("why it goes on under a restriction", ...grounds, level);
  differences.length("how long a consent lasts", old.grantTermMonths, now.grantTermMonths);
  differences.value(
    "when it may be asked again",
    old.askAgainMonths,
    now.askAgainMonths,
    "material",
  );
  differences.value("who decides about it", old.controllers, now.controllers, "material");
  differences.words("how a consent is withdrawn", old.withdrawal, now.withdrawal);
  differences.value("its term of the DPV", old.dpv, now.dpv, "editorial");
  differences.value("that it is research", old.research, now.research, "editorial");
  compareBases(differences, old, now);
  compareSpecialGrounds(differences, old, now);
  if (now.revision > old.revision) {
    differences.add(
      "changed",
      "material",
      `revision raised from ${old.revision} to ${now.revision}`,
    );
  }
  if (now.revision < old.revision) {
    differences.add(
      "changed",
      "material",
      "the revision went back, so old consents would hold again",
    );
  }
}

function compareBases(differences: Differences, old: Purpose, now: Purpose): void {
  for (const regime of new Set([...old.bases.keys(), ...now.bases.keys()])) {
    const [before, after] = [basesOf(old, regime), basesOf(now, regime)];
    differences.set(`bases under \`${regime}\``, before.keys(), after.keys());
    const kept = [...after.keys()].filter((key) => before.has(key));
    const wasKept = [...before.keys()].filter((key) => after.has(key));
    // The first that holds is relied on, so another order relies on another basis.
    differences.value(`the order of bases under \`${regime}\``, wasKept, kept, "material");
    for (const key of kept) {
      const [was, is] = [before.get(key), after.get(key)];
      const what = `of the basis \`${key}\` under \`${regime}\``;
      differences.value(`the provision ${what}`, was?.law, is?.law, "editorial");
      const whose = [was?.interestOf, is?.interestOf] as const;
      differences.value(`whose interest ${what}`, ...whose, "editorial");
      differences.words(`the reason ${what}`, was?.because ?? null, is?.because ?? null);
    }
  }
}

/** What special data may serve; another ground is another permission (GDPR 9). */
function compareSpecialGrounds(differences: Differences, old: Purpose, now: Purpose): void {
  for (const regime of new Set([...old.specialGrounds.keys(), ...now.specialGrounds.keys()])) {
    const facts = ({ specialGrounds }: Purpose) =>
      (specialGrounds.get(regime) ?? []).map(({ ground, categories }) => {
        return `${ground}${categories.length === 0 ? "" : ` (${categories.join(", ")})`}`;
      });
    differences.set(`grounds for special data under \`${regime}\``, facts(old), facts(now));
    for (const [index, is] of (now.specialGrounds.get(regime) ?? []).entries()) {
      const was = old.specialGrounds.get(regime)?.[index];
      if (was?.ground !== is.ground) continue;
      const what = `of the ground \`${is.ground}\` under \`${regime}\``;
      differences.value(`the provision ${what}`, was.law, is.law, "editorial");
      differences.words(`the reason ${what}`, was.because, is.because);
    }
  }
}

/** Two recognised interests are two bases. */
function basesOf(purpose: Purpose, regime: string): ReadonlyMap<string, BasisDeclaration> {
  const declared = purpose.bases.get(regime) ?? [];
  return new Map(
    declared.map((basis) => [
      basis.interest === null ? basis.kind : `${basis.kind} ${basis.interest}`,
      basis,
    ]),
  );
}

type ByCategory = ReadonlyMap<string, Retention>;
const NONE: ByCategory = new Map();

function compareRetention(
  differences: Differences,
  before: ByCategory = NONE,
  after: ByCategory = NONE,
): void {
  for (const category of new Set([...before.keys(), ...after.keys()])) {
    const what = `how long \`${category}\` is kept`;
    const [old, now] = [before.get(category), after.get(category)];
    // Without a declared period nothing may be used, so declaring one permits more.
    if (old === undefined) differences.add("changed", "material", `${what} is now declared`);
    else if (now === undefined)
      differences.add("changed", "narrowing", `${what} is not declared any more`);
    else {
      differences.length(what, daysOf(old), daysOf(now));
      differences.words(`why so long for \`${category}\``, old.because, now.because);
      differences.words(`how the end for \`${category}\` is set`, old.criteria, now.criteria);
      differences.value(`from when \`${category}\` is kept`, old.events, now.events, "material");
    }
  }
}

/** For comparing only: a month is counted as 30.44 days. */
function daysOf({ period }: Retention): number | null {
  if (period === "open") return null;
  return "days" in period ? period.days : period.months * 30.44;
}

/** A material change under the same revision would let old consents cover what nobody agreed to. */
function sayUnraised(differences: Differences, old: Purpose, now: Purpose): void {
  const isMaterial = differences.found.some((each) => each.class === "material");
  if (!isMaterial || now.revision > old.revision) return;
  const why = `it changed materially, but its revision is still ${now.revision}: raise it`;
  differences.add("changed", "material", why);
}
