import { Type } from "typebox";
import { channel, code, hash, uuid } from "./codes.ts";
import { aboutEither, aboutPerson } from "./fact-entry.ts";

const suppression = Type.Enum(["marketing", "all"]);

/**
 * Addresses by id and keyed hash; the address itself is a sealed value. Rule 3, and soft opt-in of
 * rule 6, read them.
 */
export const addressFacts = {
  "address.added": aboutPerson({
    addressId: uuid,
    kind: Type.Enum(["email", "phone", "post"]),
    channels: Type.Array(channel, { maxItems: 4 }),
    /** HMAC under the look-up key, and the version of that key. */
    hash,
    keyVersion: Type.Integer({ minimum: 1, maximum: 65_535 }),
    /**
     * Sale or negotiation in which it was obtained, and whether a refusal was offered then. Null
     * where nobody knows.
     */
    context: Type.Union([
      Type.Object(
        {
          kind: Type.Enum(["sale", "negotiation", "other"]),
          family: Type.Union([code, Type.Null()]),
        },
        { additionalProperties: false },
      ),
      Type.Null(),
    ]),
    refusalOffered: Type.Union([Type.Boolean(), Type.Null()]),
  }),
  /** The person proved to read it. Again after a suppression, it lifts `marketing`. */
  "address.verified": aboutPerson({ addressId: uuid, means: Type.Enum(["link", "code", "reply"]) }),
  "address.removed": aboutPerson({ addressId: uuid }, true),
  /** The hash outlives the person: a re-import of the address stays suppressed. */
  "address.suppressed": aboutEither(
    {
      addressId: Type.Union([uuid, Type.Null()]),
      hash,
      keyVersion: Type.Integer({ minimum: 1, maximum: 65_535 }),
      scope: suppression,
      reason: Type.Enum(["withdrawal", "bounce", "complaint", "erasure", "officer", "import"]),
    },
    true,
  ),
  /** `all` is released by an officer only. */
  "address.released": aboutEither({
    addressId: Type.Union([uuid, Type.Null()]),
    hash,
    scope: suppression,
    by: Type.Union([uuid, Type.Null()]),
  }),
} as const;
