import type { Registers } from "#core/gate/registers";
import type { RegisterRow } from "./store.ts";

/** Registers that the organisation keeps; what the law or the world says comes with the product. */
const OWN = [
  "agreements",
  "certifications",
  "suspensions",
  "legal-requests",
  "screening",
  "holds",
  "compelling-grounds",
  "families",
] as const;

/**
 * The registers as the gate reads them: the world's own entries (adequacy, mechanisms) with the
 * organisation's. A register of ours without entries is empty, not absent: the organisation keeps
 * it here, and it says nothing.
 */
export function registersFrom(rows: readonly RegisterRow[], world: Registers): Registers {
  const byRegister = Map.groupBy(rows, (row) => row.register);
  const entries = (name: string) =>
    (byRegister.get(name) ?? []).map(({ entryId, from, until, body }) => ({
      id: entryId,
      from,
      until,
      ...body,
    }));
  const own = Object.fromEntries(OWN.map((name) => [nameOf(name), entries(name)]));
  return {
    ...world,
    ...own,
    adequacy: [...(world.adequacy ?? []), ...(entries("adequacy") as never[])],
    mechanisms: [...(world.mechanisms ?? []), ...(entries("mechanisms") as never[])],
    screening: entries("screening").map((entry) => screeningOf(entry)),
    holds: entries("holds").map((entry) => ({
      ...entry,
      values: setOf(entry, "values"),
    })) as never[],
  };
}

function screeningOf(entry: object) {
  const { register, fetchedAt } = entry as { register: string; fetchedAt: number };
  return { register, fetchedAt, listed: setOf(entry, "listed") };
}

function setOf(entry: object, key: string): ReadonlySet<string> {
  const list = (entry as { readonly [key: string]: unknown })[key];
  return new Set(Array.isArray(list) ? list.map(String) : []);
}

/** `legal-requests` is `legalRequests` to the gate. */
function nameOf(register: string): string {
  return register.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
