/**
 * What the public pages need from the house. `main/` wires each to a capability; the pages know no
 * database and no transaction. Everything that a person may not do is thrown as a `Refusal` and
 * becomes a page at the edge.
 */
import type { Form, Notice } from "#core/notice/notice";
import type { Html } from "#kit/html";

/** A text for machines with the mark by which a copy of it is known to hold. */
export type Document = { readonly text: string; readonly etag: string };

export type NoticePort = {
  /** The notice in force, or null: then nothing may be collected. */
  inForce(): Promise<Notice | null>;
  version(version: number): Promise<Notice | null>;
  /** All versions, each with what it changed. */
  history(language: string): Promise<Html>;
  /** What a version changed; null for the first, and where there is no such version. */
  changes(version: number, language: string): Promise<Html | null>;
  /** The page's body; its bytes are kept as shown. */
  page(notice: Notice, language: string): Promise<Html>;
  cookies(notice: Notice, language: string): Html;
  /**
   * The part of the notice that belongs beside a form, and the hash under which its bytes are kept.
   * @param regime the law of the reader; null: not known.
   */
  extract(
    notice: Notice,
    form: string,
    language: string,
    regime: string | null,
  ): Promise<{ readonly html: Html; readonly sha256: string }>;
  json(notice: Notice): Document;
  jsonLd(notice: Notice): Document;
};

export type FieldProblem = {
  readonly field: string;
  readonly problem: "missing" | "too_long" | "email" | "phone" | "choice";
  readonly max: number | null;
};

export type Submission = {
  readonly form: string;
  readonly noticeVersion: number;
  readonly extract: string;
  readonly language: string;
  /** The form's own key: sent twice, it is one submission. */
  readonly key: string;
  readonly fields: { readonly [name: string]: string };
  /** Ids of the purposes' scopes that were ticked (`marketing:email:product-news`). */
  readonly ticked: readonly string[];
  readonly asset: string | null;
  /** Country seen in the address of the connection, or null. */
  readonly country: string | null;
};

export type Submitted =
  | { readonly accepted: true; readonly receipts: readonly string[] }
  | { readonly accepted: false; readonly problems: readonly FieldProblem[] };

export type FormPort = {
  form(notice: Notice, id: string): Form | null;
  submit(submission: Submission): Promise<Submitted>;
  /** Follows the link that proves an address. Null: the link is altered, used up or too old. */
  confirm(token: string): Promise<{ readonly preferences: string } | null>;
  /** Whether the link could prove an address at this moment. Changes nothing. */
  looksGood(token: string): Promise<boolean>;
  /** The gated document behind a link, or null. Changes nothing. */
  asset(token: string): Promise<Asset | null>;
  /** Proves the address that the link went to, and gives the document. */
  confirmAsset(token: string): Promise<Asset | null>;
};

export type Asset = {
  readonly title: string;
  readonly html: Html;
  /** Whether the person showed that the address is theirs. */
  readonly proven: boolean;
};

export type MayLine = {
  readonly purpose: string;
  readonly channel: string | null;
  readonly topic: string | null;
  readonly allowed: boolean;
  readonly sentence: string;
};

export type PreferenceScope = {
  /** `purpose:channel:topic`, with empty parts where the scope is broad. */
  readonly id: string;
  readonly label: string;
  readonly granted: boolean;
  /** Whether the person agreed to what it was before, and is asked anew. */
  readonly changed: boolean;
};

export type PreferencesPort = {
  /** Sends the link if the address is known. Called when the answer is out: it takes its time. */
  sendLink(email: string, language: string): Promise<void>;
  open(token: string): Promise<{
    readonly scopes: readonly PreferenceScope[];
    readonly may: readonly MayLine[];
    readonly noticeVersion: number;
  } | null>;
  save(
    token: string,
    noticeVersion: number,
    granted: readonly string[],
    language: string,
  ): Promise<Withdrawn | null>;
};

/**
 * `inFlight` counts mails that were already being handed over; 0: the withdrawal is acknowledged.
 */
export type Withdrawn = { readonly inFlight: number; readonly receipts: readonly string[] };

export type UnsubscribePort = {
  looksGood(token: string): Promise<boolean>;
  stop(token: string, scope: "this" | "all"): Promise<Withdrawn | null>;
};

export type RequestView = {
  readonly kind: string;
  readonly state: string;
  readonly due: string;
  readonly steps: readonly {
    readonly at: number;
    readonly step: string;
    /** What the person or a colleague wrote at it. */
    readonly words: string | null;
  }[];
  /** Whether a question of ours waits for the person's answer. */
  readonly asked: boolean;
};

export type RightsPort = {
  receive(request: {
    readonly kind: string;
    readonly email: string;
    readonly message: string;
    readonly language: string;
    readonly country: string | null;
    readonly key: string;
  }): Promise<void>;
  looksGood(token: string): Promise<boolean>;
  /** Proves the address and gives the link of the request's own page. */
  prove(token: string): Promise<string | null>;
  view(token: string): Promise<RequestView | null>;
  package(token: string): Promise<AccessPackage | null>;
  confirmErasure(token: string): Promise<boolean>;
  /** Takes the answer to a question of ours; false where none waits. */
  clarify(token: string, text: string): Promise<boolean>;
};

/** Where a value came from and what it may serve. */
export type PackageLine = {
  readonly category: string;
  readonly name: string;
  readonly source: string;
  readonly collectedAt: number;
  readonly noticeVersion: number;
  readonly purposes: readonly string[];
  readonly superseded: boolean;
};

/** Everything held about one person (GDPR 15), in the reader's language where it is prose. */
export type AccessPackage = {
  readonly madeAt: number;
  readonly notice: { readonly version: number; readonly title: string };
  readonly about: {
    readonly country: string | null;
    readonly language: string | null;
    readonly relationships: readonly string[];
    readonly since: number;
  };
  readonly values: readonly (PackageLine & { readonly value: string })[];
  /** Sent under the person's address by somebody who never showed that it is theirs. */
  readonly claims: readonly {
    /** False: it names somebody else as far as we can tell, so only that it is there is said. */
    readonly told: boolean;
    readonly values: readonly (PackageLine & { readonly value: string | null })[];
  }[];
  readonly choices: readonly {
    readonly at: number;
    readonly act: string;
    readonly purpose: string;
    readonly channel: string | null;
    readonly topic: string | null;
    readonly noticeVersion: number;
  }[];
  readonly may: readonly MayLine[];
  readonly recipients: readonly {
    readonly name: string;
    readonly role: string;
    readonly countries: readonly string[];
  }[];
  readonly messages: readonly {
    readonly at: number;
    readonly class: string;
    readonly template: string;
    readonly state: string;
  }[];
  readonly submissions: readonly {
    readonly at: number;
    readonly form: string;
    readonly noticeVersion: number;
    readonly asset: string | null;
  }[];
  readonly requests: readonly {
    readonly at: number;
    readonly kind: string;
    readonly state: string;
    readonly answeredAt: number | null;
  }[];
  readonly looks: readonly {
    readonly at: number;
    readonly purpose: string;
    readonly categories: readonly string[];
  }[];
};

export type ReceiptPort = {
  /** The receipt as its JSON document; null where there is none with this id. */
  receipt(id: string): Promise<{ readonly json: unknown; readonly proven: boolean } | null>;
  log(): Promise<{ readonly size: number; readonly checkpoint: string; readonly key: string }>;
};

export type Letter = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly receivedAt: number;
  readonly text: string;
  readonly headers: readonly (readonly [string, string])[];
};

export type MailboxPort = {
  /**
   * Whether everybody may read it: in the demo, where all people are invented, and where nobody but
   * this machine reaches it.
   */
  readonly isOpen: boolean;
  list(): Promise<readonly Letter[]>;
  read(id: string): Promise<Letter | null>;
};
