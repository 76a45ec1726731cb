/** What codes of versions, drafts and changes are called on the page. */
import type { Draft, DraftRow } from "../../types.ts";

export const STATE: { readonly [S in DraftRow["state"]]: string } = {
  draft: "being written",
  "in-review": "waiting for review",
  approved: "approved",
  scheduled: "scheduled",
  published: "published",
  abandoned: "given up",
};

export const STATE_COLOUR: { readonly [S in DraftRow["state"]]: string } = {
  draft: "blue",
  "in-review": "yellow",
  approved: "green",
  scheduled: "green",
  published: "gray",
  abandoned: "gray",
};

export const CLASS = {
  material: { name: "material", about: "permits more, or weakens a right: people are told" },
  narrowing: { name: "narrowing", about: "permits less" },
  editorial: { name: "wording", about: "says the same in other words" },
} as const;

export const CLASS_COLOUR = { material: "red", narrowing: "green", editorial: "gray" } as const;

export const VERDICT: { readonly [V in Draft["reviews"][number]["verdict"]]: string } = {
  approve: "approved",
  "ask-changes": "asked for changes",
  override: "approved alone, as the only account of the house",
};

export const CHANNEL = {
  process: "used",
  device: "kept on the device",
  email: "written to by e-mail",
  sms: "written to by SMS",
  call: "called",
  post: "written to by post",
} as const;

export function peopleWord(count: number): string {
  return count === 1 ? "1 person" : `${count.toLocaleString("en-GB")} people`;
}

/** A colleague whose account is gone has no name any more. */
export function nameOf({ name }: { readonly name: string }): string {
  return name === "" ? "a former colleague" : name;
}
