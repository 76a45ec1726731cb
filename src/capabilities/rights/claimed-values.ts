/**
 * What may be told of something that was sent under a person's address by somebody who never proved
 * it (decision 004). Pure.
 */

export type Told = {
  readonly text: string | null;
  /** `email`, `phone`, `name`, or null: what names or reaches a person directly. */
  readonly kind: string | null;
};

/**
 * Says of each claim whether it can be told to whoever proved the address.
 *
 * CHOICE: it was sent under their address, so it relates to them, even where somebody else wrote it
 * (EDPB Guidelines 01/2022, on stolen identities), and the mail that would have joined it to their
 * record went to them. But it must not disclose another person (GDPR 15(4)): where it names or
 * reaches somebody whom the person's own record does not know, it is somebody else's as far as we
 * can tell, and only that it exists is told. Where the record knows no name, names that differ
 * between the claims speak against all of them.
 * @param own what is held of the person under proven addresses.
 * @returns for each claim, in order, whether its values can be told.
 */
export function tellable(
  own: readonly Told[],
  claims: readonly (readonly Told[])[],
): readonly boolean[] {
  const ownNames = textsOf(own, "name").map(wordsOf);
  const claimed = claims.flatMap((values) => textsOf(values, "name").map(wordsOf));
  const longest = claimed.toSorted((one, other) => other.size - one.size).slice(0, 1);
  const names = ownNames.length > 0 ? ownNames : longest;
  const namesAgree = claimed.every((name) => isWithin(name, names));
  return claims.map((values) => {
    const given = textsOf(values, "name").map(wordsOf);
    const fits = ownNames.length > 0 ? given.every((name) => isWithin(name, names)) : namesAgree;
    return (given.length === 0 || fits) && fitsNumbers(own, values);
  });
}

function fitsNumbers(own: readonly Told[], values: readonly Told[]): boolean {
  const known = new Set(textsOf(own, "phone").map(digitsOf));
  return known.size === 0 || textsOf(values, "phone").every((text) => known.has(digitsOf(text)));
}

/** A name tells nothing new where each of its words stands in one that is known. */
function isWithin(name: ReadonlySet<string>, known: readonly ReadonlySet<string>[]): boolean {
  return known.some((each) => name.isSubsetOf(each));
}

function textsOf(values: readonly Told[], kind: string): readonly string[] {
  return values.flatMap((value) =>
    value.kind === kind && value.text !== null ? [value.text] : [],
  );
}

function wordsOf(text: string): ReadonlySet<string> {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return new Set(bare.match(/[\p{L}\p{N}]+/gu) ?? []);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
