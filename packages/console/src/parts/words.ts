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

export const CAMPAIGN_STATES: { readonly [state: string]: string } = {
  draft: "draft",
  selecting: "choosing readers",
  sending: "being sent",
  sent: "sent",
  stopped: "stopped",
};

export const MESSAGE_STATES: { readonly [state: string]: string } = {
  queued: "waiting",
  claimed: "about to be sent",
  begun: "being handed over",
  sent: "sent",
  failed: "could not be delivered",
  ambiguous: "may have arrived: the line broke",
  denied: "not sent: the gate said no",
  cancelled: "cancelled",
};

const TEMPLATES: { readonly [template: string]: string } = {
  confirm: "Proof of the address",
  asset: "Document from the library",
  preferences: "Link to the preferences",
  withdrawn: "Confirmation of a withdrawal",
  campaign: "Campaign",
};

/** A template by its words; one that is not named here, by the words in its id. */
export function templateName(template: string): string {
  const words = template.replaceAll(/[-_]/g, " ");
  return TEMPLATES[template] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

export const CHANNELS: { readonly [channel: string]: string } = {
  email: "e-mail",
  sms: "SMS",
  call: "telephone",
  post: "letter",
};

/** A language by its name, in the console's own. */
export function languageName(code: string): string {
  return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
}

/** A country, or a part of one, by its name as far as there is one. */
export function countryName(code: string): string {
  const [country = code, part] = code.split("-");
  if (!/^[A-Z]{2}$/.test(country)) return code;
  const name = new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? country;
  return part === undefined ? name : `${name} (${part})`;
}
