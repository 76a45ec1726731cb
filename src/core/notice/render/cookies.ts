import { type Html, html } from "#kit/html";
import type { Notice } from "../notice.ts";
import { directionOf } from "./direction.ts";
import { htmlParts } from "./html-parts.ts";
import { LINKS, type Links } from "./parts.ts";
import { cookieTable } from "./tables-device.ts";
import { Words } from "./words.ts";

/**
 * The list of what is kept on the device, for the cookie page: the same list that the gate
 * enforces.
 */
export function renderCookies(notice: Notice, language: string, links: Links = LINKS): Html {
  const words = new Words(notice, language);
  const spoken = words.language;
  return html`<section class="notice-part" lang="${spoken}" dir="${directionOf(spoken)}">
${htmlParts(cookieTable(words, links, links.privacy), { language: spoken, folds: false })}</section>
`;
}
