import type { Purpose, StoredItem } from "../notice.ts";
import { type LintCase, listed } from "./case.ts";
import type { LintFinding } from "./finding.ts";

const PATH = "practice.cookieChoice";
const DAY_SECONDS = 86_400;
/** A month is 30 days here, as lifetimes are compiled. */
const LONG_SECONDS = 13 * 30 * DAY_SECONDS + 5 * DAY_SECONDS;
const VERY_LONG_SECONDS = 2 * 365 * DAY_SECONDS;

/** RFC 6265 4.1.1: a cookie's name is a token; `*` stands for any run of characters. */
const COOKIE_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Names of widely used trackers: whatever a notice calls them, they are not necessary. */
const TRACKERS = /^(_ga|_gid|_gat|_gcl|_fbp|_fbc|__ar_v4|IDE|NID|_uet|_pin_|li_fat_id|_hj)/;

/** Cookies: a way to refuse, consent that is asked for, lifetimes and recipients that are said. */
export function lintCookies(matter: LintCase): readonly LintFinding[] {
  return [
    ...choice(matter),
    ...advertising(matter),
    ...[...matter.notice.storedItems.values()].flatMap((item) => [
      ...lifetime(matter, item),
      ...mislabelled(matter, item),
      ...recipient(matter, item),
      ...basis(matter, item),
      ...name(matter, item),
    ]),
  ];
}

function clauseOf(matter: LintCase, item: StoredItem): string | null {
  return matter.clauses.of([`stored-item:${item.id}`], "cookies");
}

function purposesOf(matter: LintCase, item: StoredItem): readonly Purpose[] {
  return item.stores.flatMap(({ purpose }) => matter.notice.purposes.get(purpose) ?? []);
}

function isExempt(matter: LintCase, item: StoredItem): boolean {
  return item.necessary || (item.statistics && matter.device?.rule.statisticsExempt === true);
}

function isAdvertising(purpose: Purpose): boolean {
  return purpose.targetedAdvertising || purpose.sharing || purpose.sale;
}

function choice(matter: LintCase): readonly LintFinding[] {
  const items = [...matter.notice.storedItems.values()].filter((item) => !isExempt(matter, item));
  const { cookieChoice } = matter.notice.rights;
  if (items.length === 0 || cookieChoice === "banner") return [];
  const place = { path: PATH, clause: matter.clauses.of(["practice:cookie-choice"], "cookies") };
  const implied =
    cookieChoice !== "implied"
      ? []
      : matter.find("cookies.implied-consent", "cookie-implied", {
          ...place,
          why: "using the site is taken for consent; consent needs a clear affirmative act",
        });
  return [
    ...matter.find("cookies.no-refusal", "cookie-refusal", {
      ...place,
      why: `${items.length} cookies are set that the site can do without, and nobody is offered a way to refuse them`,
    }),
    ...implied,
  ];
}

function advertising(matter: LintCase): readonly LintFinding[] {
  const items = [...matter.notice.storedItems.values()].filter((item) =>
    purposesOf(matter, item).some(isAdvertising),
  );
  if (items.length === 0) return [];
  const { cookieChoice, offered } = matter.notice.rights;
  const place = {
    path: PATH,
    clause: matter.clauses.of(
      ["practice:cookie-choice", ...items.map(({ id }) => `stored-item:${id}`)],
      "cookies",
    ),
  };
  const named = listed(items.map(({ item }) => item));
  return [
    ...(cookieChoice === "banner"
      ? []
      : matter.find("cookies.advertising-no-choice", "cookie-consent", {
          ...place,
          why: `${named} serve advertising, and are set without a choice`,
        })),
    ...(offered.includes("opt-out")
      ? []
      : matter.find("cookies.no-opt-out", "right-opt-out", {
          ...place,
          why: `${named} share personal information with advertisers, and no way to opt out is offered`,
        })),
  ];
}

function lifetime(matter: LintCase, item: StoredItem): readonly LintFinding[] {
  const place = { path: `storedItems.${item.id}.lifetime`, clause: clauseOf(matter, item) };
  if (item.lifetimeSeconds === null) {
    return matter.find("cookies.lifetime-missing", "cookie-lifetime", {
      ...place,
      why: `how long \`${item.item}\` stays is not said`,
    });
  }
  if (item.lifetimeSeconds <= LONG_SECONDS) return [];
  const days = Math.round(item.lifetimeSeconds / DAY_SECONDS);
  return matter.find("cookies.lifetime-long", "cookie-lifetime-long", {
    ...place,
    level: item.lifetimeSeconds > VERY_LONG_SECONDS ? "warning" : "note",
    why: `\`${item.item}\` stays for ${days} days`,
  });
}

function mislabelled(matter: LintCase, item: StoredItem): readonly LintFinding[] {
  if (!item.necessary) return [];
  const purposes = purposesOf(matter, item);
  const promotes = purposes.filter((each) => isAdvertising(each) || each.directMarketing);
  const isTracker = TRACKERS.test(item.item);
  if (promotes.length === 0 && !item.statistics && !isTracker) return [];
  const what =
    promotes.length > 0
      ? `serves ${listed(promotes.map(({ id }) => id))}`
      : isTracker
        ? "is a tracker's"
        : "counts use of the site";
  return matter.find("cookies.mislabelled-necessary", "cookie-necessary", {
    path: `storedItems.${item.id}.necessary`,
    clause: clauseOf(matter, item),
    why: `\`${item.item}\` is called strictly necessary, and ${what}`,
  });
}

/** Its own are items whose provider is called as a controller is, or is one of the sites. */
function isOwn(matter: LintCase, { provider }: StoredItem): boolean {
  const own = provider.toLowerCase();
  if (matter.notice.sites.includes(own)) return true;
  return [...matter.notice.controllers.values()].some((controller) => {
    const known = controller.name.toLowerCase();
    return known.startsWith(own) || own.startsWith(known);
  });
}

function recipient(matter: LintCase, item: StoredItem): readonly LintFinding[] {
  if (item.recipient !== null || isOwn(matter, item)) return [];
  return matter.find("cookies.recipient-missing", "cookie-third-parties", {
    path: `storedItems.${item.id}`,
    clause: clauseOf(matter, item),
    why: `\`${item.item}\` is of ${item.provider}, and whether it gets the data is not said`,
  });
}

function basis(matter: LintCase, item: StoredItem): readonly LintFinding[] {
  if (matter.device?.rule.mode !== "opt-in" || isExempt(matter, item)) return [];
  return purposesOf(matter, item).flatMap((purpose) => {
    const bases = matter.basesOf(purpose);
    if (bases.length === 0 || bases.some(({ kind }) => kind === "consent")) return [];
    const said = {
      path: `storedItems.${item.id}.stores`,
      clause: clauseOf(matter, item),
      why: `\`${item.item}\` may be set only with consent, and \`${purpose.id}\` rests on ${listed(bases.map(({ kind }) => kind))}`,
    };
    return item.statistics
      ? matter.find("cookies.statistics-not-exempt", "cookie-statistics", said)
      : matter.find("cookies.consent-basis-missing", "cookie-consent", said);
  });
}

function name(matter: LintCase, item: StoredItem): readonly LintFinding[] {
  if (item.kind !== "cookie" || COOKIE_NAME.test(item.item)) return [];
  return matter.find("cookies.not-a-name", "cookie-information", {
    path: `storedItems.${item.id}.item`,
    clause: clauseOf(matter, item),
    why: `no cookie can be called \`${item.item}\``,
  });
}
