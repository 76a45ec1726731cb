import { Type } from "typebox";
import { channel, code, count, hash, instant, uuid, version } from "./codes.ts";
import { aboutOrganisation } from "./fact-entry.ts";

const role = Type.Enum(["owner", "officer", "marketer", "agent", "auditor"]);
const by = Type.Optional(uuid);

/** What the organisation did: its notices, registers, staff and campaigns. */
export const organisationFacts = {
  /**
   * Hash of the canonical manifest; the version stands in the body because the fact is about it.
   */
  "notice.published": aboutOrganisation({
    version,
    hash,
    /** The draft that it was; absent where it came from the manifest on the server's disk. */
    draftId: Type.Optional(uuid),
  }),
  /** Hash: SHA-256 of the draft's text, here and below. */
  "notice.drafted": aboutOrganisation({ draftId: uuid, edit: version, hash, staffId: uuid }),
  "notice.submitted": aboutOrganisation({ draftId: uuid, edit: version, hash, staffId: uuid }),
  /** `override`: by the owner who is alone in the house; the reason is kept beside the draft. */
  "notice.reviewed": aboutOrganisation({
    draftId: uuid,
    edit: version,
    hash,
    staffId: uuid,
    verdict: Type.Enum(["approve", "ask-changes", "override"]),
  }),
  "notice.scheduled": aboutOrganisation({ draftId: uuid, hash, at: instant, staffId: uuid }),
  "notice.unscheduled": aboutOrganisation({
    draftId: uuid,
    /** Absent where the product took it back itself, for it could no longer be published. */
    staffId: Type.Optional(uuid),
  }),
  "notice.abandoned": aboutOrganisation({ draftId: uuid, staffId: uuid }),
  /** The people whom a version concerns are being told of it. */
  "notice.telling-began": aboutOrganisation({ version, tellingId: uuid }),
  "notice.telling-ended": aboutOrganisation({
    version,
    tellingId: uuid,
    affected: count,
    sent: count,
    unsent: count,
    unreached: count,
  }),
  /**
   * A line of a register (agreement, adequacy, mechanism, suspension, ...) was set or ended. The
   * line itself is kept by the register; its hash is here. Whoever appends it says whether it takes
   * a permission away.
   */
  "register.changed": aboutOrganisation(
    {
      register: Type.Enum([
        "agreements",
        "certifications",
        "adequacy",
        "mechanisms",
        "suspensions",
        "legal-requests",
        "screening",
        "holds",
        "compelling-grounds",
        "families",
      ]),
      entry: code,
      change: Type.Enum(["set", "ended"]),
      hash,
      narrows: Type.Boolean(),
    },
    ({ narrows }) => narrows,
  ),
  /** `by` is missing where the command line did it, and in entries of before it was kept. */
  "staff.invited": aboutOrganisation({ staffId: uuid, role, by }),
  "staff.invitation-revoked": aboutOrganisation({ staffId: uuid, by }),
  "staff.joined": aboutOrganisation({ staffId: uuid, role }),
  "staff.role-changed": aboutOrganisation({ staffId: uuid, role, by }),
  "staff.removed": aboutOrganisation({ staffId: uuid, by }),
  "staff.sessions-ended": aboutOrganisation({ staffId: uuid, by }),
  "staff.password-link-made": aboutOrganisation({ staffId: uuid, by }),
  "staff.password-changed": aboutOrganisation({
    staffId: uuid,
    means: Type.Enum(["present-password", "link"]),
  }),
  /**
   * Who was selected is not written here: every recipient was decided, and is counted, on its own.
   */
  "campaign.sent": aboutOrganisation({
    campaignId: uuid,
    purpose: code,
    channel,
    topic: Type.Union([code, Type.Null()]),
    selected: count,
    sent: count,
  }),
} as const;
