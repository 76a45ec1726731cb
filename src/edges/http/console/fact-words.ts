import type { FactKind } from "#core/ledger/fact-catalogue";
import type { Notice } from "#core/notice/notice";

/** What each kind of fact says, to a colleague who never saw its code. */
export const FACT_WORDS: { readonly [K in FactKind]: string } = {
  "address.added": "Address added",
  "address.verified": "Address proven",
  "address.removed": "Address removed",
  "address.suppressed": "Address not to be written to",
  "address.released": "Address may be written to again",
  "choice.made": "Choice made",
  "objection.made": "Objection made",
  "objection.lifted": "Objection lifted",
  "restriction.began": "Use of the data restricted",
  "restriction.ended": "Restriction ended",
  "limit.set": "Limit set",
  "limit.lifted": "Limit lifted",
  "signal.received": "Privacy signal of the browser received",
  "notice.published": "Notice published",
  "notice.drafted": "Draft of the notice saved",
  "notice.submitted": "Draft handed in for review",
  "notice.reviewed": "Draft reviewed",
  "notice.scheduled": "Publication planned",
  "notice.unscheduled": "Publication taken back",
  "notice.abandoned": "Draft given up",
  "notice.telling-began": "People are being told of a new version",
  "notice.telling-ended": "People were told of a new version",
  "register.changed": "Register changed",
  "staff.invited": "Colleague invited",
  "staff.invitation-revoked": "Invitation revoked",
  "staff.joined": "Colleague joined",
  "staff.role-changed": "Role of a colleague changed",
  "staff.removed": "Colleague removed",
  "staff.sessions-ended": "Sessions of a colleague ended",
  "staff.password-link-made": "Link to a new password made",
  "staff.password-changed": "Password of a colleague changed",
  "campaign.sent": "Campaign sent",
  "subject.created": "Record begun",
  "subject.linked": "Joined with another record",
  "subject.unlinked": "Parted from another record",
  "subject.erased": "Person erased",
  "relationship.began": "Relationship began",
  "relationship.ended": "Relationship ended",
  "residence.declared": "Country told",
  "residence.predicted": "Country guessed from the network",
  "subscriber.declared": "Kind of subscriber told",
  "age.declared": "Age told",
  "attribute.set": "Attribute set",
  "interest.recorded": "Interest recorded",
  "request.received": "Request received",
  "request.identity-proven": "Identity proven",
  "request.extended": "Time to answer extended",
  "request.clarification-asked": "Asked back about a request",
  "request.clarified": "Request clarified",
  "request.answered": "Request answered",
  "request.refused": "Request refused",
  "value.collected": "Value collected",
  "value.corrected": "Value corrected",
  "value.erased": "Value erased",
  "value.notified": "Told where a value came from",
  "value.event": "Event recorded for a value",
  "disclosure.made": "Data disclosed",
  "hold.placed": "Legal hold placed",
  "hold.lifted": "Legal hold lifted",
};

const ACTS: { readonly [act: string]: string } = {
  grant: "Consented",
  refusal: "Refused",
  withdrawal: "Withdrew the consent",
};

const CODES: { readonly [code: string]: string } = {
  email: "by e-mail",
  sms: "by SMS",
  call: "by telephone",
  post: "by letter",
  link: "by the link in a mail",
  reply: "by an answer to a mail",
  "direct-marketing": "direct marketing",
};

/** What may be said of a fact: codes that the notice names, or that stand for plain words. */
const TOLD = [
  ...["purpose", "topic", "channel", "category", "source", "scope", "name", "code"],
  ...["jurisdiction", "event", "to", "means", "reason", "kind"],
] as const;

/** A fact in a line: its words, and what it is about by the notice's own names. */
export function describeFact(kind: FactKind, body: object, notice: Notice | null): string {
  const said: { readonly [name: string]: unknown } = { ...body };
  const words = typeof said.act === "string" ? ACTS[said.act] : undefined;
  const about = TOLD.map((name) => said[name])
    .filter((value) => typeof value === "string")
    .map((value) => nameOf(notice, value));
  const line = words ?? FACT_WORDS[kind];
  return about.length === 0 ? line : `${line}: ${about.join(", ")}`;
}

/** The notice's name of an id, plain words for a code, a country's name, else the words in it. */
export function nameOf(notice: Notice | null, id: string): string {
  const thing =
    notice?.purposes.get(id) ??
    notice?.categories.get(id) ??
    notice?.topics.get(id) ??
    notice?.sources.get(id) ??
    notice?.recipients.get(id) ??
    notice?.messageClasses.get(id);
  if (thing !== undefined) return thing.name.en ?? thing.name[notice?.defaultLanguage ?? ""] ?? id;
  if (/^[A-Z]{2}$/.test(id)) return new Intl.DisplayNames(["en"], { type: "region" }).of(id) ?? id;
  return CODES[id] ?? id.replaceAll("-", " ");
}
