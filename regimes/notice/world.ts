import type { LintWorld } from "#core/notice/lint/case";
import { REGIME_PACKS } from "../all.ts";
import { WORLD } from "../world.ts";
import { NOTICE_LAWS } from "./all.ts";
import { FRAMEWORKS } from "./frameworks.ts";

/** Everything outside a notice that the lint reads. */
export const LINT_WORLD: LintWorld = {
  laws: NOTICE_LAWS,
  packs: REGIME_PACKS,
  frameworks: FRAMEWORKS,
  mechanisms: WORLD.mechanisms ?? [],
  adequacy: WORLD.adequacy ?? [],
};
