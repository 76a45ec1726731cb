import { createRequire } from "node:module";
import { type CountryResponse, open } from "maxmind";

/**
 * The country of an address of the network, from a database on the disk (CC0). The address itself
 * is not kept by anybody: what remains is two letters.
 * @returns a function that gives ISO 3166-1 alpha-2, or null for addresses that belong to no
 * country (loopback, private networks).
 */
export async function openCountries(): Promise<(ip: string) => string | null> {
  const file = createRequire(import.meta.url).resolve(
    "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb",
  );
  const reader = await open<CountryResponse & { readonly country_code?: string }>(file);
  return (ip) => {
    const found = reader.get(ip);
    const code = found?.country_code ?? found?.country?.iso_code ?? null;
    return code !== null && /^[A-Z]{2}$/.test(code) ? code : null;
  };
}
