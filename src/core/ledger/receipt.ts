import { type Static, Type } from "typebox";
import { assert } from "#kit/assert";
import { toBase64 } from "#kit/bytes";
import { leafOf } from "./commitment.ts";
import type { Fact } from "./fact.ts";
import { formatTlogProof, type TlogProof } from "./tlog-proof.ts";

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

/**
 * The receipt of one fact: what the person did, in plain fields, and how anybody can check that the
 * log holds it. Field names follow ISO/IEC TS 27560 where it has one.
 */
export const receiptSchema = Type.Object(
  {
    schema_version: Type.Literal("fairnotice/receipt/v1"),
    /** `<subject>:<position>`. */
    record_id: text(64),
    pii_principal_id: text(36),
    /** Version of the notice under which it was done. */
    privacy_notice: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    event: Type.Object(
      {
        event_type: text(64),
        /** UTC, with milliseconds. */
        event_time: text(24),
        position: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
        /** The person's own act, as codes. */
        statement: Type.Record(Type.String(), Type.Unknown()),
      },
      { additionalProperties: false },
    ),
    proof: Type.Object(
      {
        /** Origin of the log, as its checkpoints name it. */
        log: text(255),
        /**
         * Its verifier key (C2SP signed-note). A checker compares it with the key that they know
         * the log by.
         */
        key: text(512),
        /** Opens the commitment of this fact and no other; base64. */
        opening: text(44),
        /** The log entry, verbatim. */
        leaf: text(4096),
        /** Signed note: the log will hold the entry by a stated time. */
        promise: Type.Optional(text(8192)),
        /** C2SP tlog-proof: the log holds the entry. */
        inclusion: Type.Optional(text(65_536)),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export type Receipt = Static<typeof receiptSchema>;

/**
 * Writes the receipt of a fact. It discloses the opening, so it is for the person and whom they
 * show it to. At least one of promise and inclusion is given.
 */
export function receiptOf(
  fact: Fact,
  proof: {
    readonly log: string;
    readonly key: string;
    readonly opening: Uint8Array;
    readonly promise?: string;
    readonly inclusion?: TlogProof;
  },
): Receipt {
  const { promise, inclusion } = proof;
  assert(promise !== undefined || inclusion !== undefined, "a receipt promises or proves");
  return {
    schema_version: "fairnotice/receipt/v1",
    record_id: `${fact.subjectId}:${fact.position}`,
    pii_principal_id: fact.subjectId,
    privacy_notice: fact.noticeVersion,
    event: {
      event_type: fact.kind,
      event_time: new Date(fact.at).toISOString(),
      position: fact.position,
      statement: { ...fact.body },
    },
    proof: {
      log: proof.log,
      key: proof.key,
      opening: toBase64(proof.opening),
      leaf: new TextDecoder().decode(leafOf(fact)),
      ...(promise === undefined ? {} : { promise }),
      ...(inclusion === undefined ? {} : { inclusion: formatTlogProof(inclusion) }),
    },
  };
}
