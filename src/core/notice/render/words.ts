import { Temporal } from "temporal-polyfill";
import type { Mechanism } from "#core/gate/registers";
import { mainController } from "../main-controller.ts";
import type { Category, Notice, Purpose, Retention, StoredItem, Terms, Text } from "../notice.ts";
import { isWritten, type NoticeKey, piecesOf, say, writtenIn } from "./messages.ts";
import {
  type Cell,
  type Head,
  joined,
  type Line,
  link,
  named,
  plainText,
  type Run,
  text,
} from "./parts.ts";

type Parameters = { readonly [name: string]: string | number | Run | Line };

/**
 * Words of one notice in one language. A language that the notice lacks falls back to its first; a
 * fixed string that its language lacks is English, and the run says so.
 */
export class Words {
  readonly notice: Notice;
  readonly mechanisms: readonly Mechanism[];
  readonly language: string;
  /** Dates, lists and figures as they are written where the controller is: `en-GB`, not `en-US`. */
  readonly locale: string;
  /** Built-in categories that a declared one stands for: they need not be named. */
  readonly #stoodFor: ReadonlySet<string>;

  /** What would make a list ambiguous if one of its parts had it too. */
  readonly #joiners: readonly string[];

  /** @param mechanisms of transfer with their lives, where the page is to say them. */
  constructor(notice: Notice, language: string, mechanisms: readonly Mechanism[] = []) {
    this.notice = notice;
    this.mechanisms = mechanisms;
    this.language = notice.languages.includes(language) ? language : notice.defaultLanguage;
    this.#stoodFor = stoodForIn(notice);
    const country = mainController(notice)?.country;
    const hasRegion = this.language.includes("-") || country === undefined;
    this.locale = hasRegion ? this.language : `${this.language}-${country}`;
    this.#joiners = [",", ";", "،", "؛", ...joinersOf(this.locale)];
  }

  /** The string alone, for places that cannot say in which language it is. */
  say(key: NoticeKey, parameters: { readonly [name: string]: string | number } = {}): string {
    return say(this.language, key, parameters);
  }

  /** The string with its holes filled; what is given as runs keeps what it says of itself. */
  runs(key: NoticeKey, parameters: Parameters = {}): Line {
    const language = writtenIn(this.language, key);
    const own = (given: string): Run =>
      language === null ? text(given) : { is: "text", text: given, language };
    return piecesOf(this.language, key).flatMap((piece): Line => {
      if (typeof piece === "string") return [own(piece)];
      const given = parameters[piece.hole];
      if (given === undefined) return [own(`{${piece.hole}}`)];
      if (typeof given === "object") return "is" in given ? [given] : given;
      return [text(String(given))];
    });
  }

  cell(key: NoticeKey, parameters: Parameters = {}): Cell {
    return [this.runs(key, parameters)];
  }

  head(key: NoticeKey): Head {
    const language = writtenIn(this.language, key);
    const given = this.say(key);
    return language === null ? { text: given } : { text: given, language };
  }

  /** Promise P04: by the declared list of own sites, subdomains not included. */
  leaves(href: string): boolean {
    if (!/^https?:/i.test(href)) return false;
    return !this.notice.sites.includes(URL.parse(href)?.hostname ?? "");
  }

  /** The terms in force; earlier versions stand in the head of the notice, not beside forms. */
  terms({ url, version, date }: Terms): Line {
    return this.runs("head.terms", {
      terms: link(url, this.runs("head.terms.link"), this.leaves(url)),
      version: named(version),
      date: this.date(date),
    });
  }

  termsWithEarlier(terms: Terms): Line {
    if (terms.earlier.length === 0) return this.terms(terms);
    const earlier = terms.earlier.flatMap(({ version, date, url }) => [
      text(" "),
      link(url, `${version} (${this.date(date)})`, this.leaves(url)),
    ]);
    return [...this.terms(terms), text(" "), ...this.runs("head.terms.earlier"), ...earlier];
  }

  /** Where requests about rights go. */
  requestEmail(): string {
    const { rights, contacts } = this.notice;
    return contacts.find(({ id }) => id === rights.contact)?.email ?? "";
  }

  text(given: Text): string {
    return given[this.language] ?? given[this.notice.defaultLanguage] ?? "";
  }

  textOrNull(given: Text | null): string | null {
    return given === null ? null : this.text(given);
  }

  /** Words that came with the product may be English where the notice's language has none. */
  builtIn(given: Text, isBuiltIn: boolean): Run {
    const said = this.text(given);
    return isBuiltIn && !isWritten(this.language)
      ? { is: "text", text: said, language: "en" }
      : text(said);
  }

  /** Day, month in words, year. */
  date(date: string): string {
    const day = Temporal.PlainDate.from(date).toZonedDateTime("UTC").epochMilliseconds;
    return new Intl.DateTimeFormat(this.locale, { dateStyle: "long", timeZone: "UTC" }).format(day);
  }

  /** The day of an instant, in the notice's zone. @param at epoch milliseconds. */
  instant(at: number): string {
    const { zone: timeZone } = this.notice;
    return new Intl.DateTimeFormat(this.locale, { dateStyle: "long", timeZone }).format(at);
  }

  country(code: string): string {
    return new Intl.DisplayNames([this.locale], { type: "region" }).of(code) ?? code;
  }

  /** Name of a language. */
  tongue(tag: string): string {
    return new Intl.DisplayNames([this.locale], { type: "language" }).of(tag) ?? tag;
  }

  countries(codes: readonly string[]): string {
    return this.list(codes.map((code) => this.country(code)));
  }

  /** With `and` before the last; by semicolons where a part has commas or an `and` of its own. */
  list(parts: readonly string[]): string {
    if (parts.length < 2) return parts[0] ?? "";
    if (this.#isCompound(parts)) return parts.join("; ");
    return new Intl.ListFormat(this.locale, { type: "conjunction" }).format(parts);
  }

  /** The same of names, each of which keeps its own direction of writing. */
  names(given: readonly string[]): Line {
    const separator = this.#isCompound(given) ? "; " : null;
    if (given.length < 2 || separator !== null) {
      return joined(
        given.map((name) => [named(name)]),
        separator ?? "",
      );
    }
    const format = new Intl.ListFormat(this.locale, { type: "conjunction" });
    const parts = format.formatToParts(given);
    return parts.map(({ type, value }) => (type === "element" ? named(value) : text(value)));
  }

  #isCompound(parts: readonly string[]): boolean {
    return parts.some((part) => this.#joiners.some((each) => part.includes(each)));
  }

  count(count: number, unit: "second" | "minute" | "hour" | "day" | "month" | "year"): string {
    const style = { style: "unit", unit, unitDisplay: "long" } as const;
    return new Intl.NumberFormat(this.locale, style).format(count);
  }

  number(given: number): string {
    return new Intl.NumberFormat(this.locale).format(given);
  }

  purpose(id: string): string {
    return this.#nameOf(this.notice.purposes.get(id), id);
  }

  purposeName({ name, builtIn }: Purpose): Run {
    return this.builtIn(name, builtIn);
  }

  /** All categories, without built-in ones that a declared one stands for. */
  shownCategories(): readonly Category[] {
    const all = [...this.notice.categories.values()];
    return all.filter(({ id }) => !this.#stoodFor.has(id));
  }

  /** A built-in category is not named beside the declared ones that are what it stands for. */
  categories(ids: Iterable<string>): string {
    const named = [...ids].filter((id) => !this.#stoodFor.has(id));
    return this.list(named.map((id) => this.#nameOf(this.notice.categories.get(id), id)));
  }

  recipient(id: string): string {
    return this.#nameOf(this.notice.recipients.get(id), id);
  }

  /** Name of a controller or recipient: whoever can take part in joint control. */
  party(id: string): string {
    return this.notice.controllers.get(id)?.name ?? this.recipient(id);
  }

  event(id: string): string {
    return this.#nameOf(this.notice.events.get(id), id);
  }

  topic(id: string): string {
    return this.#nameOf(this.notice.topics.get(id), id);
  }

  right(id: string): string {
    return this.say(`right.${id}` as NoticeKey);
  }

  /** How long, from when. */
  retention({ period, events }: Retention): Line {
    if (period === "open") return this.runs("keep.open");
    const length = this.period(period);
    const [first, ...others] = events;
    if (first === undefined) return this.runs("keep.collection", { period: length });
    if (others.length === 0)
      return this.runs("keep.event", { period: length, event: this.event(first) });
    const list = events.map((event) => this.event(event)).join(", ");
    return this.runs("keep.events", { period: length, events: list });
  }

  retentionText(retention: Retention): string {
    return plainText(this.retention(retention));
  }

  period(period: { readonly months: number } | { readonly days: number }): string {
    return "days" in period ? this.count(period.days, "day") : this.months(period.months);
  }

  /** `30 days`, `2 working days`, `1 months`, as the manifest writes them. */
  answerTime(written: string): Line {
    const [count = "", ...unit] = written.split(" ");
    const number = Number(count);
    if (unit.length === 2) {
      return this.runs(number === 1 ? "period.working-day" : "period.working-days", { count });
    }
    return [text(this.count(number, unit[0] === "months" ? "month" : "day"))];
  }

  months(months: number): string {
    return months % 12 === 0 ? this.count(months / 12, "year") : this.count(months, "month");
  }

  lifetime({ lifetimeSeconds }: StoredItem): Line {
    if (lifetimeSeconds === null) return this.runs("lifetime.unstated");
    if (lifetimeSeconds === 0) return this.runs("lifetime.session");
    const [unit, seconds] = UNITS.find(([, each]) => lifetimeSeconds % each === 0) ?? UNITS[5];
    return [text(this.count(lifetimeSeconds / seconds, unit))];
  }

  #nameOf(thing: { readonly name: Text } | undefined, id: string): string {
    return thing === undefined ? id : this.text(thing.name);
  }
}

/**
 * Largest first; the same months and years as the compiler's, so that what was declared comes back.
 */
const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** ` and ` and ` or `, as the language writes them. */
function joinersOf(locale: string): readonly string[] {
  return (["conjunction", "disjunction"] as const).map((type) => {
    const parts = new Intl.ListFormat(locale, { type }).formatToParts(["0", "0", "0"]);
    const last = parts.findLast((part) => part.type === "literal");
    return (last?.value ?? " ").replace(/^[,،]/, "");
  });
}

function stoodForIn({ categories }: Notice): ReadonlySet<string> {
  const declared = [...categories.values()].filter(({ builtIn }) => !builtIn);
  const generic = declared.flatMap(({ kind }) => {
    if (kind === null) return [];
    return kind === "name" || kind === "language" ? [kind] : ["address"];
  });
  return new Set(generic.filter((id) => categories.get(id)?.builtIn === true));
}
