import type { RegimePack } from "#core/law/regime";
import { type FrameworkLife, frameworkClock, frameworkLadder } from "./framework-duties.ts";
import { clock, dated, hours, months, step } from "./rules.ts";

const GDPR_FROM = "2018-05-25";
const ROLL = { provision: "Regulation 1182/71 art. 3(4)", confirmed: true };
const EDPB = { provision: "EDPB Guidelines 01/2022", confirmed: false };

const FRAMEWORKS: readonly FrameworkLife[] = [
  ["Privacy Shield", "2016-07-12", "2020-07-16"],
  ["Data Privacy Framework", "2023-07-10", null],
];

export const euDuties: Pick<RegimePack, "clocks" | "fees" | "complaints" | "gaps"> = {
  gaps: [
    {
      matter: "clock framework-complaint",
      from: "2020-07-16",
      until: "2023-07-10",
      why: "C-311/18 ended the Privacy Shield; the Data Privacy Framework came three years later",
    },
    {
      matter: "complaints under a framework",
      from: "2020-07-16",
      until: "2023-07-10",
      why: "C-311/18 ended the Privacy Shield; the Data Privacy Framework came three years later",
    },
  ],
  clocks: [
    {
      kinds: [
        ...(["access", "correction", "erasure", "restriction", "portability"] as const),
        ...(["objection", "opt-out", "automated-decision"] as const),
      ],
      rules: [
        dated(
          GDPR_FROM,
          null,
          "GDPR 12(3)",
          clock({
            duty: "answer the request",
            length: months(1),
            roll: ROLL,
            pauses: [
              { from: "identity-asked", to: "identity-proven", endDays: "one", ...EDPB },
              { from: "clarification-asked", to: "clarified", endDays: "one", ...EDPB },
            ],
            extension: { total: months(3), provision: "GDPR 12(3)", confirmed: true },
          }),
          true,
        ),
      ],
    },
    {
      kinds: ["complaint"],
      rules: [
        dated(
          GDPR_FROM,
          null,
          "GDPR 12, 77",
          clock({
            duty: "answer the complaint",
            length: null,
            reading:
              "no day is named for complaints to a controller; the authority may be asked at once",
          }),
        ),
      ],
    },
    frameworkClock(FRAMEWORKS),
    {
      kinds: ["marketing-opt-out"],
      rules: [
        dated(
          GDPR_FROM,
          null,
          "GDPR 21(3), 7(3)",
          clock({
            duty: "stop the marketing",
            length: null,
            reading: "at once: from the objection on the data is no longer processed for it",
          }),
        ),
      ],
    },
    {
      kinds: ["breach"],
      rules: [
        dated(
          GDPR_FROM,
          null,
          "GDPR 33(1)",
          clock({
            duty: "notify the authority of the breach",
            length: hours(72),
            reading:
              "Regulation 1182/71 art. 3 would count from the next full hour; the earlier reading is taken",
          }),
          true,
        ),
      ],
    },
    {
      kinds: ["breach-people"],
      rules: [
        dated(
          GDPR_FROM,
          null,
          "GDPR 34(1)",
          clock({
            duty: "tell the people concerned of a breach of high risk",
            length: null,
            reading: "without undue delay; no day is named",
          }),
        ),
      ],
    },
    {
      kinds: ["breach-telecom"],
      rules: [
        dated(
          "2013-08-25",
          null,
          "Regulation 611/2013 art. 2(2)",
          clock({ duty: "notify the authority of the breach", length: hours(24) }),
        ),
      ],
    },
  ],
  fees: [
    dated(GDPR_FROM, null, "GDPR 12(5), 15(3)", {
      mayAsk: "excessive",
      cap: null,
      when: "manifestly unfounded or excessive requests, and further copies: a reasonable fee",
      reflectionDays: null,
    }),
  ],
  complaints: {
    general: [
      dated(GDPR_FROM, null, "GDPR 77-79", {
        steps: [
          step("authority", "the supervisory authority of the person's state", "GDPR 77"),
          step("court", "the courts of the person's or the controller's state", "GDPR 78-79"),
        ],
      }),
    ],
    framework: frameworkLadder(FRAMEWORKS, "the person's supervisory authority"),
  },
};
