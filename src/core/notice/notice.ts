/**
 * The compiled notice: what the gate, the pages and the evidence read. Made from a manifest by
 * `compile-notice.ts`, never by hand. Ids are those of the manifest. `Map`s keep the manifest's
 * order.
 */
import type { BasisKind, Channel } from "#core/law/regime";
import type {
  Audience,
  California,
  CaliforniaCategory,
  Decision,
  Framework,
  JointControl,
  Requirement,
  Security,
  Site,
  SpecialGround,
} from "./notice-arrangements.ts";
import type { NoticeRights } from "./notice-rights.ts";

export type * from "./notice-arrangements.ts";
export type * from "./notice-rights.ts";

/** Text by language tag; every declared language is present. */
export type Text = { readonly [language: string]: string };

export type Representative = {
  readonly name: string;
  readonly country: string;
  readonly address: string;
  readonly email: string | null;
  /** Regimes that it is the representative for; empty: all that ask for one. */
  readonly for: readonly string[];
};

export type Controller = {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2: its establishment, and so the exporter of its transfers. */
  readonly country: string;
  readonly charity: boolean;
  readonly role: "controller" | "joint" | "group";
  readonly address: string | null;
  /** Register and number. */
  readonly registration: string | null;
  readonly about: Text | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly url: string | null;
  /** One for each territory in which the controller has no establishment of its own (GDPR 27). */
  readonly representatives: readonly Representative[];
};

export type Contact = {
  readonly id: string;
  readonly kind: "privacy" | "marketing" | "dpo" | "general";
  readonly name: string | null;
  readonly email: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly url: string | null;
  /** What to write to it for, where its kind does not say it. */
  readonly about: Text | null;
};

export type Category = {
  readonly id: string;
  readonly name: Text;
  readonly about: Text | null;
  /** An address by which people are reached, their name, or their language. */
  readonly kind: "email" | "phone" | "post" | "name" | "language" | null;
  /** Not declared, but used by the built-in purposes (GATE.md). */
  readonly builtIn: boolean;
  readonly special: boolean;
  /** Criminal convictions and offences (GDPR 10). */
  readonly offences: boolean;
  readonly california: CaliforniaCategory | null;
  /** Term of the W3C DPV extension `pd`. */
  readonly dpv: string | null;
};

export type Source = {
  readonly id: string;
  readonly name: Text;
  readonly categories: ReadonlySet<string>;
  readonly origin: "person" | "device" | "third-party" | "public";
  /** Given by the person, or observed of them (`person` and `device`). */
  readonly fromPerson: boolean;
  readonly children: boolean;
  readonly audience: Audience | null;
  /** Whether it comes from a place that everybody can read (GDPR 14(2)(f)); null: not said. */
  readonly publiclyAccessible: boolean | null;
  /** When and how people are told of data that did not come from them (GDPR 14(3)). */
  readonly told: Text | null;
  readonly requirement: Requirement | null;
  /** Whether a person must give it, and what happens otherwise. */
  readonly needed: Text | null;
};

export type BasisDeclaration = {
  readonly kind: BasisKind;
  /** The provision relied on, as the manifest words it ("UK GDPR 6(1)(f)"). */
  readonly law: string;
  /** Balancing note of legitimate interests, or "needed because" of a contract or duty. */
  readonly because: Text | null;
  /** Id of the recognised interest, where that is the basis. */
  readonly interest: string | null;
  /** Whose legitimate interests they are; null: not said. */
  readonly interestOf: "own" | "third-party" | "both" | null;
};

export type RestrictionGround = "storage" | "claims" | "protection" | "public-interest";

export type Purpose = {
  readonly id: string;
  /** Raised by every material change of the purpose, its adding included. */
  readonly revision: number;
  readonly name: Text;
  /** What is done and why; part of the wording of a consent. */
  readonly about: Text;
  readonly clause: string | null;
  readonly builtIn: boolean;
  readonly research: boolean;
  readonly directMarketing: boolean;
  readonly profilingFor: string | null;
  readonly sale: boolean;
  readonly sharing: boolean;
  readonly targetedAdvertising: boolean;
  readonly categories: ReadonlySet<string>;
  readonly channels: ReadonlySet<Channel>;
  readonly topics: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
  readonly restrictionGround: RestrictionGround | null;
  readonly grantTermMonths: number | null;
  /** Months after which a refusal may be asked again. */
  readonly askAgainMonths: number | null;
  /** Purpose term of the W3C DPV. */
  readonly dpv: string | null;
  /** Controllers that decide about it; empty: the one that speaks in the notice. */
  readonly controllers: readonly string[];
  /** How a consent to it is withdrawn. */
  readonly withdrawal: Text | null;
  /** By regime: grounds for special categories and offences (GDPR 9 and 10). */
  readonly specialGrounds: ReadonlyMap<string, readonly SpecialGround[]>;
  /** Ordered bases by regime id. A basis not on the list never holds. */
  readonly bases: ReadonlyMap<string, readonly BasisDeclaration[]>;
};

export type PurposeChange = {
  readonly purpose: string;
  readonly revision: number;
  /**
   * Whether values collected under an earlier revision may serve this one once the person was
   * notified.
   */
  readonly compatible: boolean;
  readonly why: Text | null;
};

export type Tuple = { readonly purpose: string; readonly categories: ReadonlySet<string> };

export type RecipientRole = "processor" | "joint" | "independent" | "group" | "staff" | "authority";

export type Recipient = {
  readonly id: string;
  readonly name: Text;
  /** False for a kind of recipients that the notice does not name one by one. */
  readonly named: boolean;
  readonly about: Text | null;
  readonly url: string | null;
  readonly address: string | null;
  readonly email: string | null;
  /** Address of its own privacy notice. */
  readonly notice: string | null;
  /** Address of its list of sub-processors. */
  readonly subprocessors: string | null;
  /** What it is under the CCPA; null: not said. */
  readonly california: "service-provider" | "contractor" | "third-party" | null;
  readonly role: RecipientRole;
  readonly countries: readonly string[];
  readonly onward: readonly string[];
  readonly discloses: readonly Tuple[];
};

export type StoredItemKind =
  | "cookie"
  | "local-storage"
  | "session-storage"
  | "indexed-db"
  | "pixel";

export type StoredItem = {
  readonly id: string;
  /** Name as the browser knows it (`_ga`). */
  readonly item: string;
  readonly kind: StoredItemKind;
  readonly name: Text;
  readonly provider: string;
  /** Recipient that gets what is stored. */
  readonly recipient: string | null;
  /** Recipients beside it that can read what is stored. */
  readonly readers: readonly string[];
  /** Own sites that set it; empty: all of them. */
  readonly sites: readonly string[];
  /** Whether its lifetime begins anew with each visit. */
  readonly renewed: boolean;
  readonly domain: string | null;
  readonly stores: readonly Tuple[];
  readonly necessary: boolean;
  readonly statistics: boolean;
  /** Seconds; 0 = ends with the browser session; null = the manifest declares none. */
  readonly lifetimeSeconds: number | null;
};

export type Transfer = {
  readonly recipient: string;
  /** Id of a mechanism in the registers (`dpf`, `scc-2021`, `shield`, ...). */
  readonly mechanism: string;
  readonly kind: "adequacy" | "framework" | "clauses" | "bcr" | "derogation";
  /**
   * For a derogation: the condition that a use must meet (`explicit-consent`, `contract`, `claims`,
   * ...).
   */
  readonly condition: string | null;
  /** What the safeguard is, and what was added to it. */
  readonly about: Text | null;
  /** How a person gets a copy of the safeguards. */
  readonly copy: Text | null;
};

export type Sender = {
  readonly name: string;
  readonly email: string;
  readonly address: string | null;
};

export type MessageClass = {
  readonly id: string;
  readonly name: Text;
  readonly marketing: boolean;
  readonly builtIn: boolean;
  /** Null where the manifest names none: then nothing of this class can be sent. */
  readonly sender: Sender | null;
};

export type Retention = {
  readonly purpose: string;
  readonly category: string;
  readonly period: { readonly months: number } | { readonly days: number } | "open";
  /** Start events; the latest that happened counts. Empty: from collection. */
  readonly events: readonly string[];
  readonly because: Text | null;
  /** By what the end is set, where it is open. */
  readonly criteria: Text | null;
};

export type Topic = { readonly id: string; readonly name: Text; readonly about: Text | null };
export type Family = Topic;
/** Something from which a retention period runs (`last-contact`). */
export type StartEvent = Topic;

export type FieldKind = "email" | "phone" | "text" | "long-text" | "choice" | "country";

export type Field = {
  readonly name: string;
  readonly label: Text;
  readonly category: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly requirement: Requirement | null;
  /** What happens if a person does not give it. */
  readonly needed: Text | null;
  /** Most characters (UTF-16 code units). */
  readonly maxLength: number;
  /** Answers of a `choice`, in order; empty for other kinds. */
  readonly options: readonly { readonly value: string; readonly label: Text }[];
};

/** A consent that a form offers beside its fields. */
export type Offer = {
  readonly purpose: string;
  readonly channel: Channel | null;
  readonly topic: string | null;
};

export type Form = {
  readonly id: string;
  readonly name: Text;
  readonly source: string;
  readonly purposes: readonly string[];
  readonly offers: readonly Offer[];
  readonly fields: readonly Field[];
};

export type Clause = {
  /** Anchor that lasts (`use.marketing`). */
  readonly id: string;
  readonly number: string;
  readonly title: Text;
  /** The answer in one sentence, shown first. */
  readonly short: Text | null;
  /**
   * Prose in the small Markdown of the manifest; references to ids were checked. Empty for a mere
   * heading.
   */
  readonly body: Text;
  /** Clause that it stands under. */
  readonly parent: string | null;
  /** What it is about, as `purpose:marketing`. */
  readonly about: readonly string[];
};

export type TermsVersion = {
  readonly version: string;
  readonly date: string;
  readonly url: string;
};
export type Terms = TermsVersion & {
  /** The latest first. */
  readonly earlier: readonly TermsVersion[];
};

/** A finding of the lint that is accepted until a day. */
export type AcceptedFinding = {
  readonly finding: string;
  /** Null: wherever it stands. */
  readonly path: string | null;
  /** Null: under every regime. */
  readonly regime: string | null;
  readonly reason: string;
  /** Plain date, the last day. */
  readonly until: string;
  readonly by: string | null;
};

export type Notice = {
  readonly id: string;
  readonly version: number;
  /** Plain date of the version. */
  readonly date: string;
  /** Time zone of the controller: the notice begins at midnight there. */
  readonly zone: string;
  /** Epoch milliseconds; `until` null while no later version is published. */
  readonly life: { readonly from: number; readonly until: number | null };
  /** SHA-256 (hex) of the canonical JSON of the manifest. */
  readonly hash: string;
  readonly title: Text;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly regimes: readonly string[];
  readonly terms: Terms | null;
  readonly controllers: ReadonlyMap<string, Controller>;
  readonly contacts: readonly Contact[];
  /** Hosts of the own sites. */
  readonly sites: readonly string[];
  /** What is said of each site, by host. */
  readonly siteDetails: ReadonlyMap<string, Site>;
  readonly jointControl: ReadonlyMap<string, JointControl>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly california: California | null;
  readonly security: Security | null;
  readonly categories: ReadonlyMap<string, Category>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly changes: readonly PurposeChange[];
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly storedItems: ReadonlyMap<string, StoredItem>;
  readonly transfers: readonly Transfer[];
  readonly messageClasses: ReadonlyMap<string, MessageClass>;
  /** By `purpose` then `category`. */
  readonly retention: ReadonlyMap<string, ReadonlyMap<string, Retention>>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly families: ReadonlyMap<string, Family>;
  readonly events: ReadonlyMap<string, StartEvent>;
  readonly forms: ReadonlyMap<string, Form>;
  readonly clauses: ReadonlyMap<string, Clause>;
  /** Parts that only the lint and the pages read; as the manifest says them, checked. */
  readonly rights: NoticeRights;
  readonly accepted: readonly AcceptedFinding[];
};
