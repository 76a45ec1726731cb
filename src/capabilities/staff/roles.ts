export const ROLES = ["owner", "officer", "marketer", "agent", "auditor"] as const;
export type Role = (typeof ROLES)[number];

/** Everything that a colleague may be allowed to do. */
export type Action =
  | "checklist.see"
  | "checklist.act"
  | "people.list"
  | "people.read"
  | "campaigns.see"
  | "campaigns.send"
  | "requests.see"
  | "requests.answer"
  | "notice.see"
  | "notice.draft"
  | "notice.review"
  | "notice.publish"
  | "log.see"
  | "mailbox.see"
  | "staff.see"
  /** Invitations, roles, removing colleagues and ending their sessions. */
  | "staff.manage"
  /** Links to a new password for colleagues who forgot theirs. */
  | "staff.help";

const MAY: { readonly [R in Role]: readonly Action[] } = {
  owner: [
    "checklist.see",
    "checklist.act",
    "people.list",
    "people.read",
    "campaigns.see",
    "campaigns.send",
    "requests.see",
    "requests.answer",
    "notice.see",
    "notice.draft",
    "notice.review",
    "notice.publish",
    "log.see",
    "mailbox.see",
    "staff.see",
    "staff.manage",
    "staff.help",
  ],
  officer: [
    "checklist.see",
    "people.list",
    "people.read",
    "campaigns.see",
    "requests.see",
    "requests.answer",
    "notice.see",
    "notice.draft",
    "notice.review",
    "notice.publish",
    "log.see",
    "mailbox.see",
    "staff.see",
    "staff.help",
  ],
  marketer: ["campaigns.see", "campaigns.send", "notice.see"],
  agent: ["people.list", "people.read", "notice.see"],
  auditor: ["notice.see", "log.see", "campaigns.see", "requests.see"],
};

export function may(role: Role, action: Action): boolean {
  return MAY[role].includes(action);
}

export function actionsOf(role: Role): readonly Action[] {
  return MAY[role];
}

/**
 * Whoever makes a link to a new password could use it: so an owner may for everybody, an officer
 * for those whose role is less than their own.
 */
export function mayHelpToNewPassword(helper: Role, forgetful: Role): boolean {
  if (!may(helper, "staff.help")) return false;
  return helper === "owner" || (forgetful !== "owner" && forgetful !== "officer");
}
