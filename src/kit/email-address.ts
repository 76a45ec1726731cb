/** RFC 5321 allows more than people have (quoted local parts); mail programs accept this. */
const FORM = /^[^\s@<>(),;:\\"[\]\p{C}]+@[^\s@<>(),;:\\"[\]\p{C}]+\.[^\s@<>(),;:\\"[\]\p{C}]{2,}$/u;
/** Octets (RFC 5321, 4.5.3.1.1, and RFC 3696, erratum 1690). */
const LOCAL_MAX = 64;
const WHOLE_MAX = 254;

/**
 * Whether a text can be somebody's e-mail address. Characters that cannot be seen are refused and
 * not taken out: without them it would be another address.
 */
export function isEmailAddress(text: string): boolean {
  if (text.length > WHOLE_MAX || !FORM.test(text)) return false;
  const octets = (part: string) => new TextEncoder().encode(part).length;
  return octets(text) <= WHOLE_MAX && octets(text.slice(0, text.lastIndexOf("@"))) <= LOCAL_MAX;
}
