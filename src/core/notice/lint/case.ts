import type { Adequacy, Mechanism } from "#core/gate/registers";
import {
  type FrameworkLaw,
  itemOn,
  type NoticeItem,
  type NoticeItemId,
  type NoticeLaw,
} from "#core/law/notice-items";
import type { Dated, DeviceRule, ProcessingRule, RegimePack } from "#core/law/regime";
import { mainController } from "../main-controller.ts";
import type {
  BasisDeclaration,
  Clause,
  Controller,
  Notice,
  Purpose,
  SpecialGround,
  Text,
} from "../notice.ts";
import { CATALOGUE, type FindingId } from "./catalogue.ts";
import { Clauses } from "./clauses.ts";
import type { LintFinding, LintLevel } from "./finding.ts";
import { type Spoken, says } from "./words.ts";

/** Everything outside the notice that the lint reads: the law of all places, with its dates. */
export type LintWorld = {
  readonly laws: readonly NoticeLaw[];
  readonly packs: readonly RegimePack[];
  readonly frameworks: readonly FrameworkLaw[];
  readonly mechanisms: readonly Mechanism[];
  readonly adequacy: readonly Adequacy[];
};

/** What a rule says of one place; the rest of the finding is the law's and the catalogue's. */
export type Said = {
  readonly path: string;
  readonly clause: string | null;
  readonly why: string;
  /** What to write, where the catalogue's words would be too general. */
  readonly write?: string;
  /** Milder than the law's level, where the facts are. */
  readonly level?: LintLevel;
};

export type LintRule = (matter: LintCase) => readonly LintFinding[];

/** One notice under the law of one place and day: what the rules of the lint read. */
export class LintCase {
  readonly notice: Notice;
  readonly regime: string;
  /** Plain date. */
  readonly day: string;
  /** Midnight of the day, UTC, epoch milliseconds. */
  readonly at: number;
  readonly law: NoticeLaw;
  readonly pack: RegimePack;
  readonly world: LintWorld;
  readonly clauses: Clauses;
  readonly controller: Controller | undefined;

  constructor(notice: Notice, regime: string, day: string, world: LintWorld) {
    const place = placeOf(regime, world);
    if (place === null) throw new RangeError(`the law on notices of \`${regime}\` is not known`);
    this.notice = notice;
    this.regime = regime;
    this.day = day;
    this.at = Date.parse(`${day}T00:00:00Z`);
    this.law = place.law;
    this.pack = place.pack;
    this.world = world;
    this.clauses = new Clauses(notice);
    this.controller = mainController(notice);
  }

  /** What the law of the day says of an item; null: it asks for nothing. */
  asks(item: NoticeItemId): NoticeItem | null {
    return itemOn(this.law, item, this.day);
  }

  /** The finding, if the law of the day asks for the item at all. */
  find(id: FindingId, item: NoticeItemId, said: Said): readonly LintFinding[] {
    const asked = this.asks(item);
    return asked === null ? [] : [this.findUnder(asked, id, said)];
  }

  /** The finding under a rule that was found elsewhere, as a framework's. */
  findUnder(rule: Omit<NoticeItem, "until">, id: FindingId, said: Said): LintFinding {
    return {
      id,
      level: said.level ?? rule.rule.level,
      regime: this.regime,
      path: said.path,
      clause: said.clause,
      provision: rule.provision,
      confirmed: rule.confirmed,
      why: said.why,
      write: said.write ?? CATALOGUE[id].write,
      // Kept only where that day is still to come (`lint-notice.ts`).
      from: rule.from,
      accepted: null,
    };
  }

  /** Purposes that the manifest declares itself. */
  get purposes(): readonly Purpose[] {
    return [...this.notice.purposes.values()].filter(({ builtIn }) => !builtIn);
  }

  /** Bases that the manifest gives for this law: by the regime's own name, else its parent's. */
  basesOf(purpose: Purpose): readonly BasisDeclaration[] {
    const names = [this.regime, this.law.regime, this.pack.basesFrom ?? ""];
    const name = names.find((each) => purpose.bases.has(each));
    return name === undefined ? [] : (purpose.bases.get(name) ?? []);
  }

  /** Grounds for special categories and offences, under the same names as the bases. */
  groundsOf(purpose: Purpose): readonly SpecialGround[] {
    const names = [this.regime, this.law.regime, this.pack.basesFrom ?? ""];
    const name = names.find((each) => purpose.specialGrounds.has(each));
    return name === undefined ? [] : (purpose.specialGrounds.get(name) ?? []);
  }

  /** Those bases, or - for a law that the manifest gives none for - all that it gives anywhere. */
  anyBasesOf(purpose: Purpose): readonly BasisDeclaration[] {
    const own = this.basesOf(purpose);
    return own.length > 0 ? own : [...purpose.bases.values()].flat();
  }

  get processing(): Dated<ProcessingRule> | null {
    return this.inForce(this.pack.processing);
  }

  get device(): Dated<DeviceRule> | null {
    return this.inForce(this.pack.device);
  }

  /** The rule of the day among rules with dates. */
  inForce<T>(rules: readonly Dated<T>[]): Dated<T> | null {
    return (
      rules.find(({ from, until }) => from <= this.day && (until === null || this.day < until)) ??
      null
    );
  }

  /** A text in the language that the notice was written in first, which is the one that is read. */
  read(text: Text | null | undefined): string {
    return text?.[this.notice.defaultLanguage] ?? "";
  }

  proseOf(clause: Clause): string {
    return [clause.title, clause.short, clause.body].map((text) => this.read(text)).join("\n");
  }

  /** The first clause whose prose says it; null: none does, or the language is not one we read. */
  saying(what: Spoken): Clause | null {
    const { defaultLanguage, clauses } = this.notice;
    const all = [...clauses.values()];
    return all.find((clause) => says(what, defaultLanguage, this.proseOf(clause)) === true) ?? null;
  }

  /** Whether no clause says it, in a language that we read. */
  isSilentOn(what: Spoken): boolean {
    return says(what, this.notice.defaultLanguage, "") !== null && this.saying(what) === null;
  }
}

/** Path of a clause in the manifest: `2.1` is `clauses[1].clauses[0]`. */
export function pathOf(clause: Clause): string {
  return clause.number
    .split(".")
    .map((number) => `clauses[${Number(number) - 1}]`)
    .join(".");
}

/**
 * The pack of a regime and its law on notices. A part of a pack's place (`fr`, `uk-sct`) has those
 * of the whole; null where either is not known.
 */
export function placeOf(
  regime: string,
  { packs, laws }: LintWorld,
): { readonly pack: RegimePack; readonly law: NoticeLaw } | null {
  const pack =
    packs.find(({ id }) => id === regime) ??
    packs.find(({ jurisdictions }) => jurisdictions.some(({ id }) => id === regime));
  const law = laws.find((each) => each.regime === pack?.id);
  return pack === undefined || law === undefined ? null : { pack, law };
}

/** `a`, `b` and `c` in backticks, for a sentence. */
export function listed(ids: Iterable<string>): string {
  return [...ids].map((id) => `\`${id}\``).join(", ");
}
