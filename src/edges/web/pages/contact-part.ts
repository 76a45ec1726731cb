import type { Notice } from "#core/notice/notice";
import { type Html, html } from "#kit/html";
import { t } from "#platform/text/text";

/** Whom to write to with a question or a complaint: the contact for it, and the officer. */
export function contact(notice: Notice, language: string): Html {
  const { contacts, rights } = notice;
  const own = contacts.find(({ id }) => id === rights.contact);
  const officer = contacts.find(({ kind }) => kind === "dpo");
  if (own === undefined) return html``;
  const [before = "", after = ""] = t(language, "web.complaints.write").split("{email}");
  const mail = (email: string) => html`<a href="mailto:${email}"><bdi>${email}</bdi></a>`;
  return html`<p>${before}${mail(own.email)}${after}</p>
${officer !== undefined && html`<p>${t(language, "web.complaints.officer")} ${officer.name !== null && html`<bdi>${officer.name}</bdi>, `}${mail(officer.email)}</p>`}`;
}
