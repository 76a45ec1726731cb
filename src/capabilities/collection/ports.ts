/**
 * What collection needs of people, choices and messages; `main/` hands it in, so that this
 * capability names no table of theirs.
 */
import type { Notice, Offer } from "#core/notice/notice";
import type { Tx } from "#platform/database/database";

export type CollectedValue = {
  readonly category: string;
  readonly text: string;
  /** Whether it is an address of the person, and for which channels. */
  readonly address: "email" | "phone" | "post" | null;
};

export type CollectRequest = {
  /** Null: a person of whom nothing is proven yet, and so a subject of its own. */
  readonly subjectId: string | null;
  readonly source: string;
  readonly form: string;
  readonly noticeVersion: number;
  readonly purposes: readonly string[];
  readonly values: readonly CollectedValue[];
  /** What the person declared, or what the connection lets predict. */
  readonly residence: { readonly declared: string | null; readonly predicted: string | null };
  readonly language: string;
  readonly relationship: "prospect" | "visitor";
  readonly interest: string | null;
  readonly demo: boolean;
};

export type Collected =
  | {
      readonly collected: true;
      readonly subjectId: string;
      readonly emailAddressId: string | null;
    }
  | { readonly collected: false; readonly sentence: string };

export type GrantRequest = {
  readonly subjectId: string;
  readonly offer: Offer;
  readonly noticeVersion: number;
  readonly language: string;
};

export type CollectionPorts = {
  /** Asks the gate for `collect`, stores the values and appends their facts. */
  collect(tx: Tx, request: CollectRequest): Promise<Collected>;
  /**
   * Records consents ticked beside the form under the wording shown. @returns ids of the receipts.
   */
  grant(tx: Tx, requests: readonly GrantRequest[]): Promise<readonly string[]>;
  /**
   * Queues the mail that proves the address; with the link to the document where one was asked for.
   */
  sendProof(
    tx: Tx,
    mail: {
      readonly subjectId: string;
      readonly addressId: string;
      readonly language: string;
      readonly asset: string | null;
    },
  ): Promise<void>;
  /**
   * Whether these bytes were shown as the extract of this version beside this form: a submission
   * names what its person saw, and nothing else.
   */
  wasShown(
    tx: Tx,
    notice: Notice,
    form: string,
    language: string,
    sha256Hex: string,
  ): Promise<boolean>;
  /** Codes of the documents that may be asked for with this form; most forms have none. */
  assetsOf(form: string): readonly string[];
  /** HMAC of a text under a key of ours: equal texts are recognised, none can be read back. */
  keyedHash(text: string): Buffer;
  newId(): string;
  clock(): number;
};
