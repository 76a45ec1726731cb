/** Countries of the European Economic Area. */
export const EEA: ReadonlySet<string> = new Set([
  ...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"],
  ...["IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"],
]);

/**
 * Countries to which the laws of the United Kingdom and the Union let data go without a safeguard
 * of one's own.
 */
export function isAdequateFor(country: string): boolean {
  return EEA.has(country) || ["GB", "CH", "JP", "KR", "NZ", "IL"].includes(country);
}

export type Authority = { readonly name: string; readonly country: string; readonly url: string };

const AUTHORITIES: { readonly [country: string]: readonly [name: string, url: string] } = {
  GB: ["Information Commissioner's Office", "https://ico.org.uk/make-a-complaint/"],
  FR: ["CNIL", "https://www.cnil.fr/"],
  DE: ["BfDI", "https://www.bfdi.bund.de/"],
  IE: ["Data Protection Commission", "https://www.dataprotection.ie/"],
};

/**
 * The authority of a country; for members of the area that are not listed, the board's list of all
 * of them.
 */
export function authorityOf(country: string): Authority {
  const known = AUTHORITIES[country];
  const [name, url] = known ?? [
    "Supervisory authority of the country (list of the European Data Protection Board)",
    "https://www.edpb.europa.eu/about-edpb/about-edpb/members_en",
  ];
  return { name, country, url };
}

/** The first time zone of a country. */
export function zoneOf(country: string): string {
  const zones = new Intl.Locale(`und-${country}`).getTimeZones?.();
  return zones?.[0] ?? "UTC";
}
