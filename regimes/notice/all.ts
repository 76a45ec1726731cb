import type { NoticeLaw } from "#core/law/notice-items";
import { caNotice } from "./ca.ts";
import { chNotice } from "./ch.ts";
import { euNotice } from "./eu.ts";
import { ukNotice } from "./uk.ts";
import { usCaNotice } from "./us-ca.ts";
import { usNotice } from "./us-federal.ts";
import { US_STATES_NOTICE } from "./us-states.ts";

/** What each jurisdiction asks of notices, with its dates. */
export const NOTICE_LAWS: readonly NoticeLaw[] = [
  ukNotice,
  euNotice,
  chNotice,
  caNotice,
  usNotice,
  usCaNotice,
  ...US_STATES_NOTICE,
];
