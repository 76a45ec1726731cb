import { createHash, timingSafeEqual } from "node:crypto";
import type { Form, Notice, Offer } from "#core/notice/notice";
import { canonicalJson } from "#kit/canonical-json";
import type { Tx } from "#platform/database/database";
import { refuse } from "./errors.ts";
import {
  type Checked,
  type CheckedValue,
  checkFields,
  type FieldProblem,
  undeclaredFields,
} from "./field-values.ts";
import type { CollectionPorts } from "./ports.ts";
import { insertSubmission, keyOf, nameKey, takeKey } from "./store.ts";

export type Submission = {
  readonly form: string;
  readonly noticeVersion: number;
  /** SHA-256 (hex) of the extract of the notice that stood beside the form. */
  readonly extract: string;
  readonly language: string;
  /** The form's own key: sent twice, it is one submission. */
  readonly key: string;
  readonly fields: { readonly [name: string]: string };
  /** Scopes of consents that were ticked, `purpose:channel:topic`. */
  readonly ticked: readonly string[];
  readonly asset: string | null;
  /** Country seen in the connection's address, or null. */
  readonly country: string | null;
  readonly demo: boolean;
};

export type Submitted =
  | { readonly accepted: true; readonly receipts: readonly string[] }
  | { readonly accepted: false; readonly problems: readonly FieldProblem[] };

/**
 * Takes a form as a person sent it.
 * @throws Refusal `form.no_notice`, `form.unknown_form`, `form.notice_changed`,
 * `form.unknown_field`, `form.unknown_language`, `form.unknown_extract`, `asset.unknown`,
 * `form.repeated_key`, `form.denied`. Fields that need another look are an answer, not a refusal:
 * the person mends them.
 */
export async function submitForm(
  ports: CollectionPorts,
  tx: Tx,
  notice: Notice | null,
  given: Submission,
): Promise<Submitted> {
  if (notice === null) return refuse("form.no_notice");
  const form = notice.forms.get(given.form) ?? refuse("form.unknown_form", { form: given.form });
  if (given.noticeVersion !== notice.version) {
    refuse("form.notice_changed", { shown: given.noticeVersion, inForce: notice.version });
  }
  await checkHidden(ports, tx, notice, form, given);
  const [undeclared] = undeclaredFields(form, given.fields);
  if (undeclared !== undefined) {
    refuse("form.unknown_field", { form: form.id, field: undeclared.slice(0, 64) });
  }
  const checked: Checked = checkFields(form, given.fields);
  if (!checked.good) return { accepted: false, problems: checked.problems };
  const offers = given.ticked.map((scope) => offerOf(form, scope));
  const taken = await takeSubmissionKey(ports, tx, given);
  if (taken === null) return { accepted: true, receipts: [] };
  return collect(ports, tx, notice, form, given, checked.values, offers, taken);
}

/**
 * What the page adds beside the fields becomes part of facts and of the proof of what was shown, so
 * it is held against what we write there and against nothing less.
 */
async function checkHidden(
  ports: CollectionPorts,
  tx: Tx,
  notice: Notice,
  form: Form,
  { language, extract, asset }: Submission,
): Promise<void> {
  if (!notice.languages.includes(language)) refuse("form.unknown_language", { form: form.id });
  if (!(await ports.wasShown(tx, notice, form.id, language, extract))) {
    refuse("form.unknown_extract", { form: form.id });
  }
  if (asset !== null && !ports.assetsOf(form.id).includes(asset)) {
    refuse("asset.unknown", { form: form.id });
  }
}

type Taken = { readonly keyHash: Buffer; readonly submissionId: string };

/** Null: this very submission was taken before, and is answered as it was then. */
async function takeSubmissionKey(
  ports: CollectionPorts,
  tx: Tx,
  given: Submission,
): Promise<Taken | null> {
  const keyHash = createHash("sha256").update(given.key).digest();
  const content = canonicalJson({
    form: given.form,
    fields: given.fields,
    ticked: [...given.ticked],
  });
  const contentHash = ports.keyedHash(content);
  const submissionId = ports.newId();
  const receivedAt = new Date(ports.clock());
  const row = { keyHash, subjectId: submissionId, submissionId, contentHash, receivedAt };
  if (await takeKey(tx, row)) return { keyHash, submissionId };
  const known = await keyOf(tx, keyHash);
  if (known === null || !timingSafeEqual(known.contentHash, contentHash)) {
    refuse("form.repeated_key", { form: given.form });
  }
  return null;
}

async function collect(
  ports: CollectionPorts,
  tx: Tx,
  notice: Notice,
  form: Form,
  given: Submission,
  values: readonly CheckedValue[],
  offers: readonly Offer[],
  { keyHash, submissionId }: Taken,
): Promise<Submitted> {
  const answers = new Map(values.map(({ field, text }) => [field, text]));
  const collected = await ports.collect(tx, {
    subjectId: null,
    source: form.source,
    form: form.id,
    noticeVersion: notice.version,
    purposes: purposesFor(form, offers),
    values,
    residence: { declared: countryIn(form, answers), predicted: given.country },
    language: given.language,
    relationship: "prospect",
    interest: interestIn(notice, form, answers),
    demo: given.demo,
  });
  if (!collected.collected) return refuse("form.denied", { form: form.id }, collected.sentence);
  const { subjectId, emailAddressId } = collected;
  await nameKey(tx, keyHash, subjectId);
  await insertSubmission(tx, {
    subjectId,
    submissionId,
    form: form.id,
    noticeVersion: notice.version,
    language: given.language,
    extractSha256: Buffer.from(given.extract, "hex"),
    receivedAt: new Date(ports.clock()),
    asset: given.asset,
  });
  const grants = offers.map((offer) => ({
    subjectId,
    offer,
    noticeVersion: notice.version,
    language: given.language,
  }));
  const receipts = grants.length === 0 ? [] : await ports.grant(tx, grants);
  if (emailAddressId !== null) {
    const { language, asset } = given;
    await ports.sendProof(tx, { subjectId, addressId: emailAddressId, language, asset });
  }
  return { accepted: true, receipts };
}

/** What a consent beside the form asks for is a purpose of the values too, once it was ticked. */
function purposesFor(form: Form, offers: readonly Offer[]): readonly string[] {
  return [...new Set([...form.purposes, ...offers.map((offer) => offer.purpose)])];
}

function offerOf(form: Form, scope: string): Offer {
  const found = form.offers.find((offer) => scopeId(offer) === scope);
  return found ?? refuse("form.unknown_field", { form: form.id, field: "consent" });
}

/** `purpose:channel:topic`, with empty parts where the scope is broad. */
export function scopeId(offer: Offer): string {
  return [offer.purpose, offer.channel ?? "", offer.topic ?? ""].join(":");
}

/** What was checked, by the name of the field: never what was sent. */
type Answers = ReadonlyMap<string, string>;

function countryIn(form: Form, answers: Answers): string | null {
  const field = form.fields.find((each) => each.kind === "country");
  return field === undefined ? null : (answers.get(field.name) ?? null);
}

/** A choice whose answers are product families says what the person enquires about. */
function interestIn(notice: Notice, form: Form, answers: Answers): string | null {
  for (const field of form.fields) {
    const answer = answers.get(field.name);
    if (field.kind === "choice" && answer !== undefined && notice.families.has(answer))
      return answer;
  }
  return null;
}
