const NAMES = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** Codes that name a group, nothing, or a test of software, and no country. */
const NO_COUNTRY: ReadonlySet<string> = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

export function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRY.has(code)) return false;
  return NAMES.of(code) !== undefined && countryMeant(code) === null;
}

/** The code that an old or wrong one stands for (`UK` is `GB`), or null. */
export function countryMeant(code: string): string | null {
  if (!/^[A-Za-z]{2}$/.test(code)) return null;
  const meant = new Intl.Locale(`und-${code}`).region;
  return meant === undefined || meant === code ? null : meant;
}

/** Whether a language tag is well-formed (BCP 47), so that dates and lists can be written in it. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
