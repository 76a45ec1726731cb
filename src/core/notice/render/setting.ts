import type { Mechanism } from "#core/gate/registers";
import type { Notice } from "../notice.ts";
import { LINKS, type Links } from "./parts.ts";

/** What a rendering needs to know beside the notice itself. */
export type Setting = {
  readonly links: Links;
  /** Mechanisms of transfer with their lives, as the registers have them. */
  readonly mechanisms: readonly Mechanism[];
  /** The version before, so that the head can say what changed; null: none. */
  readonly before: Notice | null;
};

/** A notice by itself, outside of a running product. */
export function settingOf(given: Partial<Setting>): Setting {
  return { links: LINKS, mechanisms: [], before: null, ...given };
}
