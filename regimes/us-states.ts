import type { RegimePack } from "#core/law/regime";
import { usFederal } from "./holidays/us.ts";
import { clock, dated, days, deviceBy, step } from "./rules.ts";
import {
  EVER,
  federalClocks,
  federalContact,
  federalGaps,
  federalLadder,
  nothingAsked,
  untilRefused,
} from "./us-federal.ts";

/**
 * The acts of states that differ in figures only. `signal`: from when Global Privacy Control binds.
 * `appeal`: days to answer one. Dates that LAW names are from trackers of law firms; appeals and
 * signal dates are common knowledge: all unconfirmed.
 */
type State = {
  readonly code: string;
  readonly name: string;
  readonly act: string;
  readonly zone: string;
  readonly from: string;
  readonly days: number;
  readonly signal: string | null;
  readonly appeal: number | null;
};

const state = (
  code: string,
  name: string,
  act: string,
  zone: string,
  from: string,
  signal: string | null,
  appeal: number | null,
  length = 45,
): State => ({ code, name, act, zone: `America/${zone}`, from, days: length, signal, appeal });

const STATES: readonly State[] = [
  state("va", "Virginia", "Va. Code 59.1-575", "New_York", "2023-01-01", null, 60),
  state("co", "Colorado", "C.R.S. 6-1-1301", "Denver", "2023-07-01", "2024-07-01", 45),
  state("ct", "Connecticut", "Conn. Gen. Stat. 42-515", "New_York", "2023-07-01", "2025-01-01", 60),
  state("ut", "Utah", "Utah Code 13-61-101", "Denver", "2023-12-31", null, null),
  state("tx", "Texas", "Tex. Bus. & Com. Code 541", "Chicago", "2024-07-01", "2025-01-01", 60),
  state("or", "Oregon", "ORS 646A.570", "Los_Angeles", "2024-07-01", "2026-01-01", 45),
  state("mt", "Montana", "Mont. Code 30-14-2801", "Denver", "2024-10-01", "2025-01-01", 60),
  state("fl", "Florida", "Fla. Stat. 501.701", "New_York", "2024-07-01", null, 60),
  state("de", "Delaware", "6 Del. C. 12D", "New_York", "2025-01-01", "2026-01-01", 60),
  state("ia", "Iowa", "Iowa Code 715D", "Chicago", "2025-01-01", null, 60, 90),
  state("ne", "Nebraska", "Neb. Rev. Stat. 87-1101", "Chicago", "2025-01-01", "2025-01-01", 60),
  state("nh", "New Hampshire", "RSA 507-H", "New_York", "2025-01-01", "2025-01-01", 60),
  state("nj", "New Jersey", "N.J.S.A. 56:8-166.4", "New_York", "2025-01-15", "2025-07-15", 45),
  state("tn", "Tennessee", "Tenn. Code 47-18-3301", "Chicago", "2025-07-01", null, 60),
  state("mn", "Minnesota", "Minn. Stat. 325M", "Chicago", "2025-07-31", "2025-07-31", 45),
  state("md", "Maryland", "Md. Com. Law 14-4701", "New_York", "2025-10-01", "2025-10-01", 60),
  state("in", "Indiana", "Ind. Code 24-15", "Indiana/Indianapolis", "2026-01-01", null, 60),
  state("ky", "Kentucky", "KRS 367.3611", "New_York", "2026-01-01", null, 60),
  state("ri", "Rhode Island", "R.I. Gen. Laws 6-48.1", "New_York", "2026-01-01", null, 60),
  state("ok", "Oklahoma", "Oklahoma Consumer Data Privacy Act", "Chicago", "2027-01-01", null, 60),
];

/** Codes of the states that have an act of their own; California has a pack of its own. */
export const STATES_WITH_ACTS: readonly string[] = [
  "US-CA",
  ...STATES.map(({ code }) => `US-${code.toUpperCase()}`),
];

export const usStates: readonly RegimePack[] = STATES.map(packOf);

function packOf(given: State): RegimePack {
  const { code, name, act, zone, from } = given;
  return {
    id: `us-${code}`,
    name,
    zone,
    covers: [`US-${code.toUpperCase()}`],
    // Acts of states protect their residents; a controller's seat there attaches nothing.
    attaches: {
      processing: { establishment: false, residence: "declared" },
      ...{ device: true, contact: true, transfer: false },
    },
    basesFrom: "us",
    calendars: [usFederal],
    jurisdictions: [],
    gaps: federalGaps,
    processing: processingOf(given),
    device: [
      dated(EVER, from, "no act yet", nothingAsked),
      dated(from, null, act, deviceBy("opt-out")),
    ],
    contact: federalContact,
    transfer: [],
    clocks: [...clocksOf(given), ...federalClocks],
    fees: [
      dated(from, null, act, {
        mayAsk: "excessive",
        cap: null,
        when: "beyond the free requests of a year, and manifestly unfounded or excessive ones",
        reflectionDays: null,
      }),
    ],
    complaints: {
      general: [
        dated(from, null, act, {
          steps: [
            ...(given.appeal === null
              ? []
              : [step("controller", "the controller, by appeal", act, { clock: "appeal" })]),
            step("authority", `the Attorney General of ${name}`, act),
          ],
        }),
      ],
      framework: federalLadder,
    },
  };
}

function processingOf({ act, from, signal }: State): RegimePack["processing"] {
  const before = dated(EVER, from, "no act yet", untilRefused());
  const bound = untilRefused({ privacySignal: true });
  if (signal === null) return [before, dated(from, null, act, untilRefused())];
  if (signal <= from) return [before, dated(from, null, act, bound)];
  return [before, dated(from, signal, act, untilRefused()), dated(signal, null, act, bound)];
}

function clocksOf({ act, from, days: count, appeal }: State): RegimePack["clocks"] {
  const extension = { total: days(count + 45), provision: act, confirmed: false };
  const answer = clock({ duty: "answer the request", length: days(count), extension });
  const requests = {
    kinds: ["access", "correction", "erasure", "portability", "opt-out"] as const,
    rules: [dated(from, null, act, answer)],
  };
  if (appeal === null) return [requests];
  const appealed = clock({ duty: "answer the appeal", length: days(appeal) });
  return [requests, { kinds: ["appeal"], rules: [dated(from, null, act, appealed)] }];
}
