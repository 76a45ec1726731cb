import type { Unusable } from "#edges/cli/output";
import { fetchPage, pageAddress } from "./fetch-page.ts";
import { type FoundPage, readPage } from "./read-page.ts";

/** What one look at the front page of a site showed. */
export type Look = {
  readonly url: URL;
  readonly page: FoundPage;
  readonly cookies: readonly string[];
};

export async function lookAt(written: string): Promise<Look | Unusable> {
  const address = pageAddress(written);
  if ("unusable" in address) return address;
  const fetched = await fetchPage(address);
  if ("unusable" in fetched) return fetched;
  const { url, html, cookies } = fetched;
  return { url, page: readPage(html, url), cookies };
}

/** What was found, and what one look at one page cannot find. */
export function reportOf({ url, page, cookies }: Look): string {
  const forms = page.forms.map(({ name, fields }) => {
    return `${name || "a form without a name"} (${fields.map((field) => field.name).join(", ")})`;
  });
  const listed = (items: readonly string[]) => (items.length === 0 ? "none" : items.join(", "));
  const skipped = page.formsSkipped === 0 ? "" : `; ${page.formsSkipped} others passed over`;
  return [
    `One look at ${url.href}, as its server sent it:`,
    `  name           ${page.name ?? "not found"}`,
    `  language       ${page.language ?? "not declared"}`,
    `  forms          ${listed(forms)}${skipped}`,
    `  script hosts   ${listed(page.scriptHosts)}`,
    `  cookies        ${listed(cookies)} (set by the server; scripts may set more)`,
    "Not seen: other pages, what scripts add or store, and what happens behind the site. `scan` looks with a browser.",
    "",
  ]
    .map((line) => `${line}\n`)
    .join("");
}
