import { leavesMark } from "#core/notice/render/html-parts";
import { type Html, html } from "#kit/html";

/**
 * A link that says so when it leaves the declared own sites (promise P04): by a sign for the eye,
 * by words for the ear; the other site learns nothing of the page and gets no hold on it.
 */
export function outLink(
  href: string,
  text: Html | string,
  sites: readonly string[],
  language: string,
): Html {
  const host = URL.parse(href)?.hostname ?? "";
  if (!/^https?:/i.test(href) || sites.includes(host)) return html`<a href="${href}">${text}</a>`;
  return html`<a class="leaves" href="${href}" rel="external noopener">${text}${leavesMark(language)}</a>`;
}
