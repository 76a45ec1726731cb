import type { BasisDeclaration, Notice, Purpose, Retention } from "../notice.ts";
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
  compareBases(differences, old, now);
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
      differences.words(`the reason ${what}`, was?.because ?? null, is?.because ?? null);
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
