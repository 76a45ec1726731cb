import type { ReasonCode } from "#core/gate/codes";

/**
 * Fragments by reason; “{what}” is the thing meant, `{purpose}` the purpose's name, `{on}` the day
 * on which it began.
 */
export type Sentences = {
  readonly yes: string;
  readonly no: string;
  readonly notice: string;
  readonly clause: string;
  readonly on: string;
  readonly basis: { readonly [basis: string]: string };
  readonly because: { readonly [Code in ReasonCode]: string };
};

export const en: Sentences = {
  yes: "Yes: {because}",
  no: "No: {because}",
  notice: "notice {version}",
  clause: "clause {clause}",
  on: " on {day}",
  basis: {
    consent: "you consented to {purpose}{on}",
    "soft-opt-in":
      "you are a customer, it is about similar products, and you did not refuse {purpose}",
    "corporate-subscriber": "this is a company's address, and nobody refused {purpose}",
    contract: "{purpose} is needed for what you asked for or ordered",
    "legal-obligation": "a law orders {purpose}",
    "vital-interests": "{purpose} protects somebody's life",
    "public-task": "{purpose} is a task in the public interest",
    "legitimate-interests": "there is a legitimate interest in {purpose}, and you did not object",
    "recognised-interests": "the law recognises the interest in {purpose}",
    "opt-out": "you may refuse {purpose}, and did not",
    none: "{purpose} is necessary for what you asked for",
  },
  because: {
    "no-notice": "no notice is in force",
    defect: "something is wrong on our side, and in doubt the answer is no",
    "no-regime": "no law that we know covers {what} where you live",
    "purpose-undeclared": "the notice declares no purpose “{what}”",
    "category-undeclared": "the notice does not declare “{what}” for {purpose}",
    "source-undeclared": "the notice declares no source “{what}”",
    "item-undeclared": "the notice does not declare “{what}” for {purpose}",
    "channel-undeclared": "the notice declares no contact by {what} for {purpose}",
    "topic-undeclared": "the notice declares no topic “{what}” for {purpose}",
    "family-undeclared": "the notice declares no products “{what}” for {purpose}",
    "recipient-undeclared": "the notice does not let “{what}” have this for {purpose}",
    "class-undeclared": "the notice declares no message class “{what}”",
    "fact-missing": "we do not know {what}, and then the answer is no",
    "not-in-force": "version {what} of the notice is not in force",
    "version-not-shown": "another version of the notice was shown than the one in force",
    "nothing-held": "nothing of the kind “{what}” is held",
    "revision-not-shown":
      "what is held of “{what}” was collected before {purpose} was what it is now",
    erased: "you were erased{on}",
    suppressed: "this address asked for no more marketing",
    "suppressed-all": "this address is not to be written to",
    "address-unproven": "nobody has shown yet that the address is theirs",
    restricted: "you had the use of your data restricted{on}",
    limited: "you limited {purpose}{on}",
    "objected-marketing": "you objected to direct marketing{on}",
    "objected-purpose": "you objected to {purpose}{on}",
    "no-basis": "no basis that the notice declares for {purpose} holds here",
    withdrawn: "you withdrew your consent to {purpose}{on}",
    refused: "you refused {purpose}{on}",
    signal: "your browser's privacy signal refused {purpose}{on}",
    "consent-missing": "you did not consent to {purpose}",
    "consent-expired": "your consent to {purpose} has expired",
    "consent-outdated": "{purpose} has changed since you consented",
    "consent-manner": "the way in which consent to {purpose} was given does not satisfy the law",
    "screening-missing": "the register “{what}” has not been fetched",
    "screening-stale": "the register “{what}” is too old",
    "screening-listed": "the address is on the register “{what}”",
    child: "{purpose} is not for children",
    "device-choice": "you have not chosen {purpose}",
    lifetime: "“{what}” may not stay so long",
    "agreement-missing": "no agreement with “{what}” is in force",
    "legal-request": "no approved legal request of “{what}” covers this",
    suspended: "“{what}” is suspended{on}",
    "country-unknown": "it is not known to which country “{what}” would take it",
    "country-undeclared": "the notice does not declare “{what}” as a place for it",
    "no-mechanism": "no safeguard for {what} is alive",
    "retention-over": "the time to keep “{what}” for {purpose} is over",
    "retention-undeclared": "the notice does not say how long “{what}” is kept for {purpose}",
    "other-class": "a part of the message is of the class “{what}”",
    "class-not-marketing": "marketing may not travel in a message of the class “{what}”",
    "sender-missing": "the notice names no sender for the class “{what}”",
  },
};
