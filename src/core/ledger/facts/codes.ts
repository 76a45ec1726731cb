/**
 * The scalars that the body of a fact is made of: codes, ids, hashes, positions. None of them can
 * hold a sentence, so none can hold what a person wrote.
 */
import { Type } from "typebox";

/**
 * An id of the manifest, the registers or the product: at most 64 characters of a small alphabet.
 */
export const code = Type.String({ pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$" });

export const uuid = Type.String({
  pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
});

/** SHA-256 or HMAC-SHA-256, lower-case hexadecimal. */
export const hash = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** Country or subdivision (ISO 3166): `GB`, `US-CA`. */
export const jurisdiction = Type.String({ pattern: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" });

/** Position of an earlier fact of the same person. */
export const position = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** Epoch milliseconds, 1970 to 9999. */
export const instant = Type.Integer({ minimum: 0, maximum: 253_402_300_799_999 });

/** A version of the notice, or a revision of a purpose. */
export const version = Type.Integer({ minimum: 1, maximum: 1_000_000 });

export const count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

export const channel = Type.Enum(["email", "sms", "call", "post"]);

/** A purpose, optionally narrowed to channel and topic (GATE.md, "choice"). */
export const scope = Type.Object(
  { purpose: code, channel: Type.Optional(channel), topic: Type.Optional(code) },
  { additionalProperties: false },
);

export const purposeRevision = Type.Object(
  { purpose: code, revision: version },
  { additionalProperties: false },
);

/** More than any notice declares; a longer list is a mistake or an attack. */
export const LIST_MAX = 256;

export const codes = Type.Array(code, { maxItems: LIST_MAX });
export const uuids = Type.Array(uuid, { maxItems: LIST_MAX });
export const scopes = Type.Array(scope, { maxItems: LIST_MAX });
export const purposeRevisions = Type.Array(purposeRevision, { maxItems: LIST_MAX });
