import type { Field, Form, Notice, Offer } from "#core/notice/notice";
import type { FieldProblem } from "#edges/web/ports";
import { type Attributes, attributes, type Html, html } from "#kit/html";
import { t } from "#platform/text/text";

export type FormState = {
  readonly notice: Notice;
  readonly form: Form;
  readonly language: string;
  readonly action: string;
  /** The key that makes sending twice one submission. */
  readonly key: string;
  /** The part of the notice beside the form, and the hash of its bytes. */
  readonly extract: { readonly html: Html; readonly sha256: string };
  readonly values: { readonly [name: string]: string };
  readonly problems: readonly FieldProblem[];
  readonly asset: string | null;
  readonly offerLabel: (offer: Offer) => string;
};

const AUTOCOMPLETE: { readonly [name: string]: string } = {
  name: "name",
  email: "email",
  phone: "tel",
  mobile: "tel",
  "job-title": "organization-title",
  company: "organization",
  country: "country",
  state: "address-level1",
};

/**
 * A form as the notice declares it. What is entered stays when something needs another look, and
 * the first problem gets the focus.
 */
export function formPage(state: FormState): Html {
  const { notice, form, language, problems } = state;
  return html`<form method="post" action="${state.action}" class="with-notice" novalidate>
<div>
${problems.length > 0 && html`<p class="error" role="alert">${t(language, "web.error.fields")}</p>`}
<input type="hidden" name="_version" value="${notice.version}">
<input type="hidden" name="_extract" value="${state.extract.sha256}">
<input type="hidden" name="_key" value="${state.key}">
<input type="hidden" name="_language" value="${language}">
${state.asset !== null && html`<input type="hidden" name="_asset" value="${state.asset}">`}
${form.fields.map((field) => fieldOf(field, state))}
${form.offers.map((offer) => offerField(offer, state))}
</div>
<div class="before-sending"><div class="note">${state.extract.html}</div>
<p class="send"><button>${t(language, isSubscription(state) ? "web.subscribe" : "web.send")}</button></p></div>
</form>`;
}

/**
 * CHOICE: a form that needs an address and nothing else, has no room for a message, and offers
 * something, is one to subscribe; a manifest has no word for its button.
 */
function isSubscription({ form: { fields, offers }, asset }: FormState): boolean {
  const needed = fields.filter(({ required }) => required);
  const isShort = fields.every(({ kind }) => kind !== "long-text");
  return (
    asset === null && offers.length > 0 && isShort && needed.every(({ kind }) => kind === "email")
  );
}

function fieldOf(field: Field, state: FormState): Html {
  const { language } = state;
  const problem = state.problems.find((each) => each.field === field.name);
  const id = `f-${field.name}`;
  const label = field.label[language] ?? field.name;
  const wanted = t(language, field.required ? "web.required" : "web.optional");
  return html`<div class="field"><label for="${id}">${label} <span class="hint">(${wanted})</span></label>
${problem && html`<span class="error" id="${id}-error">${problemText(problem, language)}</span>`}
${control(field, id, marksOf(id, problem, state), state)}</div>`;
}

/** A wrong field is marked and named by its problem; the first one has the focus. */
function marksOf(id: string, problem: FieldProblem | undefined, { problems, form }: FormState) {
  if (problem === undefined) return attributes({});
  const wrong = new Set(problems.map(({ field }) => field));
  const first = form.fields.find(({ name }) => wrong.has(name))?.name;
  return attributes({
    "aria-invalid": "true",
    "aria-describedby": `${id}-error`,
    ...(first === problem.field ? { autofocus: true } : {}),
  });
}

function control(field: Field, id: string, marks: Attributes, state: FormState): Html {
  const value = state.values[field.name] ?? "";
  const { name, maxLength } = field;
  if (field.kind === "long-text") {
    return html`<textarea id="${id}" name="${name}" maxlength="${maxLength}"${marks}>${value}</textarea>`;
  }
  if (field.kind === "choice" || field.kind === "country") {
    const options = optionsOf(field, state.language);
    return html`<select id="${id}" name="${name}"${marks}><option value=""></option>${options.map(
      (option) =>
        option.value === value
          ? html`<option value="${option.value}" selected>${option.label}</option>`
          : html`<option value="${option.value}">${option.label}</option>`,
    )}</select>`;
  }
  const type = field.kind === "email" ? "email" : field.kind === "phone" ? "tel" : "text";
  const complete = AUTOCOMPLETE[name] ?? "off";
  return html`<input id="${id}" name="${name}" type="${type}" value="${value}" maxlength="${maxLength}" autocomplete="${complete}"${marks}>`;
}

type Option = { readonly value: string; readonly label: string };

function optionsOf(field: Field, language: string): readonly Option[] {
  if (field.kind === "choice") {
    return field.options.map(({ value, label }) => ({ value, label: label[language] ?? value }));
  }
  const names = new Intl.DisplayNames([language], { type: "region" });
  const countries = COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }));
  return countries.sort((left, right) => left.label.localeCompare(right.label, language));
}

/** Countries by ISO 3166-1 alpha-2; each engine knows their names in every language. */
export const COUNTRIES: readonly string[] = (
  "AD AE AF AG AI AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR " +
  "CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL " +
  "IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN " +
  "MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI " +
  "SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW"
).split(" ");

function offerField(offer: Offer, state: FormState): Html {
  const id = [offer.purpose, offer.channel ?? "", offer.topic ?? ""].join(":");
  return html`<label class="check"><input type="checkbox" name="_offer" value="${id}"><span>${state.offerLabel(offer)}</span></label>`;
}

function problemText(problem: FieldProblem, language: string): string {
  switch (problem.problem) {
    case "missing":
      return t(language, "web.form.invalid.missing");
    case "too_long":
      return t(language, "web.form.invalid.too_long", { max: problem.max ?? 0 });
    case "email":
      return t(language, "web.form.invalid.email");
    case "phone":
      return t(language, "web.form.invalid.phone");
    case "choice":
      return t(language, "web.form.invalid.choice");
  }
}
