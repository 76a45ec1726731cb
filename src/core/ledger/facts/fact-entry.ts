import { type Static, type TProperties, type TSchema, Type } from "typebox";

/** Lists and objects inside a fact never change. */
export type Immutable<T> = T extends readonly (infer Member)[]
  ? readonly Immutable<Member>[]
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T;

/** One line of the catalogue of facts. */
export type FactEntry<Body extends TSchema = TSchema> = {
  /** Whose fact it is: a person's (or device's), or the organisation's own (the nil subject). */
  readonly about: "person" | "organisation" | "either";
  readonly body: Body;
  /**
   * Whether it takes away something that was permitted. Such facts go to the journal outside the
   * database before they are acknowledged (GATE.md, "Failure never widens"). A kind that can do
   * either says it by its body.
   */
  readonly narrows: boolean | ((body: Immutable<Static<Body>>) => boolean);
};

type Narrows<P extends TProperties> = FactEntry<ReturnType<typeof Type.Object<P>>>["narrows"];

export function aboutPerson<P extends TProperties>(properties: P, narrows: Narrows<P> = false) {
  return { about: "person", body: closed(properties), narrows } as const;
}

export function aboutOrganisation<P extends TProperties>(
  properties: P,
  narrows: Narrows<P> = false,
) {
  return { about: "organisation", body: closed(properties), narrows } as const;
}

export function aboutEither<P extends TProperties>(properties: P, narrows: Narrows<P> = false) {
  return { about: "either", body: closed(properties), narrows } as const;
}

function closed<P extends TProperties>(properties: P) {
  return Type.Object(properties, { additionalProperties: false });
}
