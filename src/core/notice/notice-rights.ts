import type { Text } from "./notice.ts";

export type Authority = {
  readonly name: string;
  readonly country: string;
  readonly url: string;
  /** Lead authority of the main establishment (GDPR 56). */
  readonly lead: boolean;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

export type ComplaintStep = {
  readonly step: string;
  readonly name: Text;
  readonly url: string | null;
  /** Whether it costs the person nothing; null: not said. */
  readonly free: boolean | null;
  /** Id of the contact that it goes to. */
  readonly contact: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** By when receipt is confirmed, as written: `30 days`, `2 working days`. */
  readonly acknowledged: string | null;
  readonly answered: string | null;
  /** Regimes under which it is open; empty: all. */
  readonly regimes: readonly string[];
};

export type RequestMethod = "page" | "email" | "phone" | "post" | "in-person";

/** What people may ask for and complain of, and how the organisation does things. */
export type NoticeRights = {
  readonly offered: readonly string[];
  /** Id of the contact that requests go to. */
  readonly contact: string;
  /** Ways in which a request can be made; empty: not said. */
  readonly methods: readonly RequestMethod[];
  /** How a consent is withdrawn. */
  readonly withdrawal: Text | null;
  /** How somebody else may ask for a person. */
  readonly agents: Text | null;
  readonly appeal: { readonly about: Text; readonly contact: string | null } | null;
  /** How identity is proven. */
  readonly identity: Text | null;
  readonly fee: { readonly charged: boolean; readonly note: Text | null } | null;
  readonly authorities: readonly Authority[];
  readonly complaints: readonly ComplaintStep[];
  readonly acceptance: "none" | "bundled";
  readonly cookieChoice: "none" | "implied" | "banner";
  readonly changeNotice: "email" | "page" | "email-and-page";
  /** How long ahead people are told of a material change, as written. */
  readonly noticeAhead: string | null;
  /** Signals of browsers that are honoured; null: not said. */
  readonly signals: readonly ("gpc" | "dnt")[] | null;
  /** `declared` where there are `decisions` as well. */
  readonly automatedDecisions: "none" | "declared";
  /** Logic and consequences in one text, where so declared. */
  readonly automatedDecisionsAbout: Text | null;
};
