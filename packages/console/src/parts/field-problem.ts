import { Problem } from "../ask.ts";

/**
 * Refusals that are about one field stand beside it, in the server's words; the others stand above
 * the form.
 */
const FIELD_OF: { readonly [code: string]: string } = {
  "staff.weak_password": "new-password",
  "staff.wrong_password": "present-password",
  "staff.address_missing": "email",
  "staff.bad_address": "email",
  "staff.known_address": "email",
  "staff.name_missing": "name",
};

export function problemAt(field: string, error: Error | null): string | null {
  return error instanceof Problem && FIELD_OF[error.code] === field ? error.message : null;
}

/** What is to be said above the form, if anything. */
export function problemOfForm(error: Error | null): Error | null {
  return error instanceof Problem && FIELD_OF[error.code] !== undefined ? null : error;
}
