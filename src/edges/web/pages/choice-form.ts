import type { FastifyRequest } from "fastify";
import type { Notice } from "#core/notice/notice";
import { type Html, html } from "#kit/html";
import { t } from "#platform/text/text";

export type ChoicePurpose = {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly wording: string;
  readonly granted: boolean;
};

export type ChoiceForms = {
  /** Purposes that this visitor is asked about, with what this device chose. */
  purposes(
    notice: Notice,
    language: string,
    request: FastifyRequest,
  ): Promise<readonly ChoicePurpose[]>;
};

/**
 * The banner's choice as a plain form, for people without JavaScript and for whoever comes back to
 * change their mind. Accepting and refusing everything are buttons of one kind; the boxes start as
 * they were chosen, never ticked by us.
 */
export async function choiceForm(
  forms: ChoiceForms,
  notice: Notice,
  language: string,
  request: FastifyRequest,
): Promise<Html> {
  const purposes = await forms.purposes(notice, language, request);
  const say = (key: Parameters<typeof t>[1]) => t(language, key);
  return html`<form method="post" action="/v1/choices" class="stack">
<p class="hint">${say("web.cookies.without_script")}</p>
<input type="hidden" name="notice_version" value="${notice.version}">
<input type="hidden" name="language" value="${language}">
${purposes.map((purpose) => purposeField(purpose))}
<p class="actions">
<button name="all" value="refusal">${say("web.banner.refuse")}</button>
<button name="all" value="grant">${say("web.banner.accept")}</button>
<button name="all" value="">${say("web.banner.save")}</button>
</p>
</form>`;
}

function purposeField({ id, name, about, wording, granted }: ChoicePurpose): Html {
  const box = granted
    ? html`<input type="checkbox" name="grant" value="${id}" aria-describedby="about-${id}" checked>`
    : html`<input type="checkbox" name="grant" value="${id}" aria-describedby="about-${id}">`;
  return html`<div class="field"><label class="check">${box}<span>${name}</span></label>
<span class="hint" id="about-${id}">${about}</span>
<input type="hidden" name="wording" value="${id}:${wording}"></div>`;
}
