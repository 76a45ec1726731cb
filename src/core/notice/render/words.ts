import { Temporal } from "temporal-polyfill";
import { mainController } from "../main-controller.ts";
import type { Category, Notice, Retention, StoredItem, Text } from "../notice.ts";
import { type NoticeKey, say } from "./messages.ts";

/**
 * Words of one notice in one language. A language that the notice lacks falls back to its first.
 */
export class Words {
  readonly notice: Notice;
  readonly language: string;
  /** Dates, lists and figures as they are written where the controller is: `en-GB`, not `en-US`. */
  readonly #locale: string;
  /** Built-in categories that a declared one stands for: they need not be named. */
  readonly #stoodFor: ReadonlySet<string>;

  constructor(notice: Notice, language: string) {
    this.notice = notice;
    this.language = notice.languages.includes(language) ? language : notice.defaultLanguage;
    this.#stoodFor = stoodForIn(notice);
    const country = mainController(notice)?.country;
    const hasRegion = this.language.includes("-") || country === undefined;
    this.#locale = hasRegion ? this.language : `${this.language}-${country}`;
  }

  say(key: NoticeKey, parameters: { readonly [name: string]: string | number } = {}): string {
    return say(this.language, key, parameters);
  }

  text(text: Text): string {
    return text[this.language] ?? text[this.notice.defaultLanguage] ?? "";
  }

  /** Day, month in words, year. */
  date(date: string): string {
    const day = Temporal.PlainDate.from(date).toZonedDateTime("UTC").epochMilliseconds;
    return new Intl.DateTimeFormat(this.#locale, { dateStyle: "long", timeZone: "UTC" }).format(
      day,
    );
  }

  country(code: string): string {
    return new Intl.DisplayNames([this.#locale], { type: "region" }).of(code) ?? code;
  }

  /** With `and` before the last; by semicolons where a part has commas or an `and` of its own. */
  list(parts: readonly string[]): string {
    if (parts.some((part) => COMPOUND.test(part))) return parts.join("; ");
    return new Intl.ListFormat(this.#locale, { type: "conjunction" }).format(parts);
  }

  count(count: number, unit: "second" | "minute" | "hour" | "day" | "month" | "year"): string {
    const style = { style: "unit", unit, unitDisplay: "long" } as const;
    return new Intl.NumberFormat(this.#locale, style).format(count);
  }

  purpose(id: string): string {
    return this.#nameOf(this.notice.purposes.get(id), id);
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
  retention({ period, events }: Retention): string {
    if (period === "open") return this.say("keep.open");
    const length = "days" in period ? this.count(period.days, "day") : this.months(period.months);
    const [first, ...others] = events;
    if (first === undefined) return this.say("keep.collection", { period: length });
    if (others.length === 0)
      return this.say("keep.event", { period: length, event: this.event(first) });
    const list = events.map((event) => this.event(event)).join(", ");
    return this.say("keep.events", { period: length, events: list });
  }

  months(months: number): string {
    return months % 12 === 0 ? this.count(months / 12, "year") : this.count(months, "month");
  }

  lifetime({ lifetimeSeconds }: StoredItem): string {
    if (lifetimeSeconds === null) return this.say("lifetime.unstated");
    if (lifetimeSeconds === 0) return this.say("lifetime.session");
    const [unit, seconds] = UNITS.find(([, each]) => lifetimeSeconds % each === 0) ?? UNITS[5];
    return this.count(lifetimeSeconds / seconds, unit);
  }

  #nameOf(thing: { readonly name: Text } | undefined, id: string): string {
    return thing === undefined ? id : this.text(thing.name);
  }
}

const COMPOUND = /[,;]| (and|or|et|ou|und|oder) /;

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

function stoodForIn({ categories }: Notice): ReadonlySet<string> {
  const declared = [...categories.values()].filter(({ builtIn }) => !builtIn);
  const generic = declared.flatMap(({ kind }) => {
    if (kind === null) return [];
    return kind === "name" || kind === "language" ? [kind] : ["address"];
  });
  return new Set(generic.filter((id) => categories.get(id)?.builtIn === true));
}
