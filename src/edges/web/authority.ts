import type { Notice } from "#core/notice/notice";
import { SUPERVISORS } from "#regimes/authorities";

export type NamedAuthority = {
  readonly name: string;
  /** Language of the name; null: not known. */
  readonly language: string | null;
  readonly url: string;
  readonly country: string;
};

/**
 * The supervisory authority of a person's country (promise P42). What the notice declares counts
 * first. CHOICE: a notice that answers to the law of a country without naming its authority is
 * completed from the list of the law packs, for a person must find one; under any other law nobody
 * is named.
 */
export function authorityFor(notice: Notice, country: string): NamedAuthority | null {
  const declared = notice.rights.authorities.find((each) => each.country === country);
  if (declared !== undefined) return { ...declared, language: null };
  const known = SUPERVISORS.get(country);
  if (known === undefined || !notice.regimes.includes(known.regime)) return null;
  return { ...known, country };
}

/** All that the notice declares; for a person whose country is not known. */
export function declaredAuthorities(notice: Notice): readonly NamedAuthority[] {
  return notice.rights.authorities.map((each) => ({ ...each, language: null }));
}

/** Countries for which an authority can be named. */
export function countriesWithAuthority(notice: Notice): readonly string[] {
  const declared = notice.rights.authorities.map(({ country }) => country);
  const known = [...SUPERVISORS].filter(([, { regime }]) => notice.regimes.includes(regime));
  return [...new Set([...declared, ...known.map(([country]) => country)])];
}

/** The regime of the notice that a person in the country is under; null: none, or not known. */
export function regimeIn(notice: Notice, country: string | null): string | null {
  if (country === null) return null;
  const regime = SUPERVISORS.get(country)?.regime ?? null;
  return regime !== null && notice.regimes.includes(regime) ? regime : null;
}
