import type { NoticeLaw } from "#core/law/notice-items";
import { during, successive } from "./dated.ts";
import { federalItems } from "./us-federal.ts";

/** State, its section on the privacy notice, and its first day. */
const STATES: readonly (readonly [id: string, section: string, from: string])[] = [
  ["us-va", "Va. Code 59.1-578", "2023-01-01"],
  ["us-co", "C.R.S. 6-1-1308", "2023-07-01"],
  ["us-ct", "Conn. Gen. Stat. 42-520", "2023-07-01"],
  ["us-ut", "Utah Code 13-61-302", "2023-12-31"],
  ["us-fl", "Fla. Stat. 501.711", "2024-07-01"],
  ["us-tx", "Tex. Bus. & Com. Code 541.102", "2024-07-01"],
  ["us-or", "ORS 646A.578", "2024-07-01"],
  ["us-mt", "MCA 30-14-2812", "2024-10-01"],
  ["us-de", "6 Del. C. 12D-106", "2025-01-01"],
  ["us-ia", "Iowa Code 715D.4", "2025-01-01"],
  ["us-ne", "Neb. Rev. Stat. 87-1112", "2025-01-01"],
  ["us-nh", "RSA 507-H:6", "2025-01-01"],
  ["us-nj", "N.J.S.A. 56:8-166.6", "2025-01-15"],
  ["us-tn", "Tenn. Code 47-18-3305", "2025-07-01"],
  ["us-mn", "Minn. Stat. 325M.16", "2025-07-31"],
  ["us-md", "Md. Code, Com. Law 14-4707", "2025-10-01"],
  ["us-in", "Ind. Code 24-15-4", "2026-01-01"],
  ["us-ky", "KRS 367.3617", "2026-01-01"],
  ["us-ri", "R.I. Gen. Laws 6-48.1-3", "2026-01-01"],
  ["us-ok", "Oklahoma Consumer Data Privacy Act", "2027-01-01"],
];

/** Iowa and Utah give no right to have data put right. */
const NO_CORRECTION: ReadonlySet<string> = new Set(["us-ia", "us-ut"]);

/** Utah knows no appeal against an answer. */
const NO_APPEAL: ReadonlySet<string> = new Set(["us-ut"]);

/**
 * The other states, whose notices differ only in figures: categories, purposes, what goes to third
 * parties, how rights are used, and that one may opt out of sale and targeted advertising. None of
 * the sections is confirmed yet.
 */
export const US_STATES_NOTICE: readonly NoticeLaw[] = STATES.map(([regime, section, from]) => {
  const { error, warning } = during({ from, until: null, confirmed: false });
  return {
    regime,
    transfers: null,
    territory: ["US"],
    items: successive(federalItems(), {
      "purpose-specified": warning(section),
      "advertising-named": warning(section),
      minimisation: warning(section),
      recipients: error(section),
      "processor-purposes": warning(section),
      "right-access": error(section),
      ...(NO_CORRECTION.has(regime) ? {} : { "right-rectification": error(section) }),
      "right-erasure": error(section),
      "right-portability": error(section),
      "right-opt-out": error(section),
      ...(NO_APPEAL.has(regime) ? {} : { appeal: error(section) }),
      "sale-said": error(section),
      truthful: error(section),
    }),
  };
});
