import { Type } from "typebox";
import { code, codes, hash, instant, purposeRevisions, uuid, uuids } from "./codes.ts";
import { aboutPerson } from "./fact-entry.ts";

/**
 * What is held about a person, and the events that rules 2 and 10 judge it by. The values
 * themselves are in the vault.
 */
export const valueFacts = {
  "value.collected": aboutPerson({
    valueId: uuid,
    category: code,
    source: code,
    form: Type.Optional(code),
    /** What it was collected for. */
    purposes: codes,
    /** Revisions of purposes that were shown when it was collected (rule 2). */
    shown: purposeRevisions,
    /** Null where nobody knows, as in some imported files: rule 10 then denies every use. */
    collectedAt: Type.Union([instant, Type.Null()]),
    compartment: code,
    /** Hash of the evidence that the person was told, for data that came from others. */
    evidence: Type.Optional(hash),
  }),
  /**
   * The new value has its own `value.collected`; the old one stays as history and serves no purpose
   * but rights.
   */
  "value.corrected": aboutPerson({ valueId: uuid, replaces: uuid }),
  "value.erased": aboutPerson(
    {
      valueId: uuid,
      reason: Type.Enum(["request", "retention", "withdrawal", "correction", "officer"]),
    },
    true,
  ),
  /** The person was told of these revisions; for the named values, else for all held by then. */
  "value.notified": aboutPerson({ purposes: purposeRevisions, values: Type.Optional(uuids) }),
  /**
   * A start event of retention happened; for the named values, else for all of the categories, else
   * for all.
   */
  "value.event": aboutPerson({
    event: code,
    at: instant,
    values: Type.Optional(uuids),
    categories: Type.Optional(codes),
  }),
  "disclosure.made": aboutPerson({
    disclosureId: uuid,
    recipient: code,
    purpose: code,
    categories: codes,
    country: Type.Optional(Type.String({ pattern: "^[A-Z]{2}$" })),
    legalRequest: Type.Optional(code),
  }),
  "hold.placed": aboutPerson({ holdId: code, purpose: code, compartment: code, values: uuids }),
  "hold.lifted": aboutPerson({ holdId: code }),
} as const;
