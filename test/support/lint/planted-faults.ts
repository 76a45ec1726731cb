import type { FindingId } from "#core/notice/lint/catalogue";
import { PLANTED_IN_PURPOSES } from "./planted-in-purposes.ts";
import { PLANTED_IN_RIGHTS } from "./planted-in-rights.ts";
import { PLANTED_IN_SHARING } from "./planted-in-sharing.ts";
import { PLANTED_IN_TRACKING } from "./planted-in-tracking.ts";

/** A fault for the tests: what to change in the faultless manifest, and what must be found then. */
export type Planted = {
  readonly id: FindingId;
  readonly what: string;
  readonly level: "error" | "warning" | "note";
  readonly path: string;
  readonly plant: readonly (readonly [from: string, to: string])[];
  /** As near as one gets without the fault. */
  readonly near: readonly (readonly [from: string, to: string])[];
  readonly regime?: string;
  readonly day?: string;
};

export const PLANTED: readonly Planted[] = [
  ...PLANTED_IN_PURPOSES,
  ...PLANTED_IN_SHARING,
  ...PLANTED_IN_TRACKING,
  ...PLANTED_IN_RIGHTS,
];
