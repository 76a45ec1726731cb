import type { Use } from "./use.ts";

/** What a permit says. `expiresAt` is epoch milliseconds, minutes after it was minted. */
export type PermitTerms = {
  /** Linked subject ids with the position of the last fact of each when it was minted. */
  readonly epochs: ReadonlyMap<string, number>;
  readonly use: Use;
  readonly noticeVersion: number;
  /** Per category, the ids of the values that may be opened. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly mintedAt: number;
  readonly expiresAt: number;
};

let make: () => Permit;

/**
 * A permit: an object without readable content. It cannot be built by a literal (the brand is
 * private), and one that was not made by the office whose `inspect` looks at it is unknown there,
 * whatever its type says.
 */
export class Permit {
  readonly #opaque = true;
  private constructor() {
    Object.freeze(this);
  }
  static {
    make = () => new Permit();
  }
  /** Shown in logs instead of anything readable. */
  toJSON(): string {
    return this.#opaque ? "[permit]" : "";
  }
}

export type Mint = (terms: PermitTerms) => Permit;
/** The terms of a permit of this office, or null for any other object. */
export type Inspect = (permit: Permit) => PermitTerms | null;

/**
 * Opens a permit office. Only `main/` calls it, once: `mint` goes to the gate capability alone,
 * `inspect` to the vault. A second office makes permits that the first does not know.
 */
export function openPermitOffice(): { readonly mint: Mint; readonly inspect: Inspect } {
  const terms = new WeakMap<Permit, PermitTerms>();
  return {
    mint(given) {
      const permit = make();
      terms.set(permit, freezeTerms(given));
      return permit;
    },
    inspect: (permit) => terms.get(permit) ?? null,
  };
}

function freezeTerms(given: PermitTerms): PermitTerms {
  return Object.freeze({
    ...given,
    use: Object.freeze({ ...given.use }),
    epochs: new Map(given.epochs),
    values: new Map(given.values),
  });
}
