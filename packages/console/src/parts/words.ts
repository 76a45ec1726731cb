import type { Role } from "../types.ts";

/** What the console calls the codes that the server speaks in. */
export const ROLE_NAMES: { readonly [R in Role]: string } = {
  owner: "Owner",
  officer: "Privacy officer",
  marketer: "Marketer",
  agent: "Agent",
  auditor: "Auditor",
};

export const ROLE_DUTIES: { readonly [R in Role]: string } = {
  owner: "everything, and the team",
  officer: "notice, requests, people, log",
  marketer: "campaigns",
  agent: "people who ask for help",
  auditor: "reads the notice and the log, no personal data",
};

export const ROLES = Object.keys(ROLE_NAMES) as readonly Role[];

/** Said before anybody types, so that nobody learns the rule from an error. */
export const PASSWORD_RULE =
  "At least 12 characters; not a common password, your name or your address. Four random words are easy to keep.";
