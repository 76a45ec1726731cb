import type { FastifyRequest } from "fastify";
import type { Notice } from "#core/notice/notice";
import {
  authorityFor,
  countriesWithAuthority,
  declaredAuthorities,
  type NamedAuthority,
} from "#edges/web/authority";
import { outLink } from "#edges/web/out-link";
import { type Html, html } from "#kit/html";
import { t } from "#platform/text/text";
import type { Pages } from "./page-context.ts";

/**
 * The country that a person picked on the page, else that of the connection. The pick stands in the
 * address and nowhere else: nothing is kept on the device for it.
 */
export function countryOf(pages: Pages, request: FastifyRequest): string | null {
  const { country } = request.query as { readonly country?: unknown };
  const picked = typeof country === "string" && /^[A-Za-z]{2}$/.test(country);
  return picked ? country.toUpperCase() : pages.countryOf(request.ip);
}

/** Whom to complain to outside of the house, by the person's country (promise P42). */
export function authorityPart(
  notice: Notice,
  language: string,
  country: string | null,
  path: string,
): Html {
  const countries = countriesWithAuthority(notice);
  if (countries.length === 0) return html``;
  const own = country === null ? null : authorityFor(notice, country);
  const names = new Intl.DisplayNames([language], { type: "region" });
  const nameOf = (code: string) => names.of(code) ?? code;
  return html`<section class="authority no-print" id="authority" aria-labelledby="authority-title">
<h2 id="authority-title">${t(language, "web.authority.title")}</h2>
${own === null ? unnamed(notice, language, country, nameOf) : html`<p>${t(language, "web.authority.yours", { country: nameOf(own.country) })} <strong>${authorityLink(notice, own, language)}</strong></p>`}
${picker(countries, country, language, path, nameOf)}
</section>`;
}

function unnamed(
  notice: Notice,
  language: string,
  country: string | null,
  nameOf: (code: string) => string,
): Html {
  const said =
    country === null
      ? t(language, "web.authority.unknown")
      : t(language, "web.authority.none", { country: nameOf(country) });
  const all = declaredAuthorities(notice);
  const items = all.map(
    (each) => html`<li>${nameOf(each.country)}: ${authorityLink(notice, each, language)}</li>`,
  );
  return html`<p>${said}</p>${all.length > 0 && html`<ul>${items}</ul>`}`;
}

function authorityLink(
  notice: Notice,
  { name, language: spoken, url }: NamedAuthority,
  language: string,
): Html {
  const text =
    spoken === null ? html`<bdi>${name}</bdi>` : html`<bdi lang="${spoken}">${name}</bdi>`;
  return outLink(url, text, notice.sites, language);
}

function picker(
  countries: readonly string[],
  country: string | null,
  language: string,
  path: string,
  nameOf: (code: string) => string,
): Html {
  const options = countries
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, language))
    .map(({ code, name }) =>
      code === country
        ? html`<option value="${code}" selected>${name}</option>`
        : html`<option value="${code}">${name}</option>`,
    );
  return html`<form method="get" action="${path}#authority" class="picker">
<label for="authority-country">${t(language, "web.authority.pick")}</label>
<select id="authority-country" name="country">${options}</select>
<button class="quiet">${t(language, "web.authority.show")}</button>
</form>`;
}
