import type { Purpose, Retention, StoredItem } from "../notice.ts";
import { type LintCase, listed, pathOf } from "./case.ts";
import type { LintFinding } from "./finding.ts";

const DAY_SECONDS = 86_400;

/** Whom data is given to for ends of its own, or within the group: not those who only process. */
const OTHERS: ReadonlySet<string> = new Set(["independent", "joint", "group"]);

/** Places where the notice says two things that cannot both be so. */
export function lintContradictions(matter: LintCase): readonly LintFinding[] {
  return [
    ...neverShares(matter),
    ...noTransfers(matter),
    ...noCookies(matter),
    ...fee(matter),
    ...rightDenied(matter),
    ...[...matter.notice.storedItems.values()].flatMap((item) => [
      ...necessaryByConsent(matter, item),
      ...outlives(matter, item),
    ]),
  ];
}

function neverShares(matter: LintCase): readonly LintFinding[] {
  const clause = matter.saying("never-shares");
  const others = [...matter.notice.recipients.values()].filter(({ role }) => OTHERS.has(role));
  if (clause === null || others.length === 0) return [];
  return matter.find("contradiction.never-shares", "truthful", {
    path: pathOf(clause),
    clause: clause.id,
    why: `the clause says that data is not shared, and ${listed(others.map(({ id }) => id))} get it`,
  });
}

function noTransfers(matter: LintCase): readonly LintFinding[] {
  const clause = matter.saying("no-transfers");
  const home = matter.inForce(matter.pack.transfer)?.rule.home ?? matter.law.territory;
  const abroad = [...matter.notice.recipients.values()].filter(({ countries }) =>
    countries.some((country) => !home.includes(country)),
  );
  if (clause === null || abroad.length === 0) return [];
  return matter.find("contradiction.no-transfers", "truthful", {
    path: pathOf(clause),
    clause: clause.id,
    why: `the clause says that data stays, and ${listed(abroad.map(({ id }) => id))} are abroad`,
  });
}

function noCookies(matter: LintCase): readonly LintFinding[] {
  const clause = matter.saying("no-cookies");
  const cookies = [...matter.notice.storedItems.values()].filter(({ kind }) => kind === "cookie");
  if (clause === null || cookies.length === 0) return [];
  return matter.find("contradiction.no-cookies", "truthful", {
    path: pathOf(clause),
    clause: clause.id,
    why: `the clause says that no cookies are used, and ${listed(cookies.map(({ item }) => item))} are declared`,
  });
}

/** Only where the clause is one on rights: other things may well be free. */
function fee(matter: LintCase): readonly LintFinding[] {
  if (!matter.notice.rights.fee?.charged) return [];
  const spoken = matter.saying("free");
  const isOnRights = spoken?.about.some(
    (each) => each.startsWith("right:") || each === "practice:fee" || each === "purpose:rights",
  );
  if (spoken === null || !isOnRights) return [];
  return matter.find("contradiction.fee", "truthful", {
    path: "rights.fee",
    clause: spoken.id,
    why: "the clause says that requests are free, and `charged` says that a fee may be asked",
  });
}

/** Consent to cookies that can be withdrawn by nobody, though withdrawal is a right on offer. */
function rightDenied(matter: LintCase): readonly LintFinding[] {
  const { rights } = matter.notice;
  if (!rights.offered.includes("withdrawal") || rights.cookieChoice === "banner") return [];
  const consented = [...matter.notice.storedItems.values()].filter((item) =>
    purposesOf(matter, item).some((purpose) =>
      matter.basesOf(purpose).some(({ kind }) => kind === "consent"),
    ),
  );
  if (consented.length === 0) return [];
  return matter.find("contradiction.right-denied", "truthful", {
    path: "rights.offered",
    clause: matter.clauses.of(["right:withdrawal", "practice:cookie-choice"], "rights"),
    why: `\`withdrawal\` is offered, and ${listed(consented.map(({ item }) => item))} rest on a consent that nobody is asked for and nobody can take back`,
  });
}

function purposesOf(matter: LintCase, item: StoredItem): readonly Purpose[] {
  return item.stores.flatMap(({ purpose }) => matter.notice.purposes.get(purpose) ?? []);
}

function necessaryByConsent(matter: LintCase, item: StoredItem): readonly LintFinding[] {
  if (!item.necessary) return [];
  const waiting = purposesOf(matter, item).filter((purpose) => {
    const bases = matter.basesOf(purpose);
    return bases.length > 0 && bases.every(({ kind }) => kind === "consent");
  });
  if (waiting.length === 0) return [];
  return matter.find("contradiction.necessary-consent", "truthful", {
    path: `storedItems.${item.id}.necessary`,
    clause: matter.clauses.of([`stored-item:${item.id}`], "cookies"),
    level: "warning",
    why: `\`${item.item}\` is strictly necessary, and ${listed(waiting.map(({ id }) => id))} waits for consent`,
  });
}

/** A period that runs from another event than collection cannot be compared. */
function outlives(matter: LintCase, item: StoredItem): readonly LintFinding[] {
  const { lifetimeSeconds } = item;
  if (lifetimeSeconds === null) return [];
  const shorter = item.stores.flatMap(({ purpose, categories }) =>
    [...categories].filter((category) => {
      const kept = matter.notice.retention.get(purpose)?.get(category);
      return kept !== undefined && lifetimeSeconds > longestSeconds(kept);
    }),
  );
  if (shorter.length === 0) return [];
  return matter.find("contradiction.lifetime-retention", "truthful", {
    path: `storedItems.${item.id}.lifetime`,
    clause: matter.clauses.of([`stored-item:${item.id}`], "cookies"),
    level: "warning",
    why: `\`${item.item}\` stays longer than ${listed(new Set(shorter))} may be kept for its purpose`,
  });
}

function longestSeconds({ period, events }: Retention): number {
  if (period === "open" || events.length > 0) return Number.POSITIVE_INFINITY;
  const days = "days" in period ? period.days : period.months * 31;
  return days * DAY_SECONDS;
}
