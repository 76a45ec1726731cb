import type { RegimePack } from "#core/law/regime";
import { usFederal } from "./holidays/us.ts";
import { WORLD_COUNTRIES } from "./places.ts";
import { clock, dated, step } from "./rules.ts";
import {
  EVER,
  federalClocks,
  federalContact,
  federalGaps,
  federalLadder,
  nothingAsked,
  untilRefused,
} from "./us-federal.ts";
import { STATES_WITH_ACTS } from "./us-states.ts";

/** States, the District and the territories (ISO 3166-2:US). */
const SUBDIVISIONS = (
  "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY " +
  "NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS GU MP PR UM VI"
)
  .split(" ")
  .map((code) => `US-${code}`);

/**
 * A place of the United States without an act of its own: federal contact law, and nothing else
 * that asks for a basis. Alabama has an act that is enacted and not yet in force.
 */
export const us: RegimePack = {
  id: "us",
  name: "United States (places without an act of the state)",
  zone: "America/New_York",
  covers: SUBDIVISIONS.filter((place) => !STATES_WITH_ACTS.includes(place)),
  attaches: {
    processing: { establishment: false, residence: "declared" },
    ...{ device: true, contact: true, transfer: true },
  },
  basesFrom: null,
  calendars: [usFederal],
  jurisdictions: [],
  gaps: federalGaps,
  processing: [dated(EVER, null, "no federal act on processing", untilRefused())],
  device: [dated(EVER, null, "no federal act on devices", nothingAsked)],
  contact: federalContact,
  // Federal law keeps nobody from sending data abroad.
  transfer: [
    dated(EVER, null, "no federal act on transfers", { home: WORLD_COUNTRIES, mechanisms: [] }),
  ],
  clocks: [
    {
      kinds: ["complaint"],
      rules: [
        dated(
          EVER,
          null,
          "FTC Act s. 5",
          clock({
            ...{ duty: "answer the complaint", length: null },
            reading: "no federal act names a day",
          }),
        ),
      ],
    },
    ...federalClocks,
  ],
  fees: [],
  complaints: {
    general: [
      dated(EVER, null, "FTC Act s. 5", {
        steps: [step("authority", "the Federal Trade Commission", "FTC Act s. 5")],
      }),
    ],
    framework: federalLadder,
  },
};
