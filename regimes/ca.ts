import type { ConsentRule, RegimePack } from "#core/law/regime";
import { canada } from "./holidays/ca.ts";
import { WORLD_COUNTRIES } from "./places.ts";
import { businessDays, clock, contactBy, dated, days, deviceBy, GIVEN, step } from "./rules.ts";

/** From when the act binds all commercial activity, not that of federal undertakings alone. */
const PIPEDA = "2004-01-01";
const CASL = "2014-07-01";
const NO_CALL = "2008-09-30";
const BREACHES = "2018-11-01";

/** Consent may be implied where the data is not sensitive and the purpose is expected (4.3.6). */
const EXPRESS_OR_IMPLIED: ConsentRule = {
  manners: ["explicit", "implied", "guardian"],
  termMonthsMax: null,
};

const answered = clock({
  duty: "answer the request",
  length: days(30),
  extension: { total: days(60), provision: "PIPEDA 8(4)", confirmed: false },
});

const noDay = (duty: string, reading: string) => clock({ duty, length: null, reading });

/**
 * CHOICE: consent implied by a purchase ends after two years, by an enquiry after six months (CASL
 * 10(10)); a soft opt-in has no such end, so none is said and none is tolerated.
 */
const electronic = contactBy(["consent"], { obligations: ["postal-address"] });

/** Canada: PIPEDA and the anti-spam law. Not confirmed throughout: no source was at hand. */
export const ca: RegimePack = {
  id: "ca",
  name: "Canada (federal)",
  zone: "America/Toronto",
  covers: ["CA"],
  attaches: {
    processing: { establishment: true, residence: "declared" },
    ...{ device: true, contact: true, transfer: true },
  },
  basesFrom: null,
  calendars: [canada],
  jurisdictions: [],
  gaps: [],
  processing: [
    dated(PIPEDA, null, "PIPEDA 5-7, Sch 1 cl. 4.3", {
      bases: ["consent", "legal-obligation", "vital-interests"],
      consent: EXPRESS_OR_IMPLIED,
      // CHOICE: the Commissioner's guidance asks for a guardian's consent under 13.
      adultFromYears: 13,
      ...{ recognisedInterests: [], privacySignal: false },
    }),
  ],
  device: [dated(PIPEDA, null, "PIPEDA Sch 1 cl. 4.3.6", deviceBy("opt-out", EXPRESS_OR_IMPLIED))],
  contact: {
    email: [dated(CASL, null, "CASL 6, 10", electronic)],
    sms: [dated(CASL, null, "CASL 6, 10", electronic)],
    call: [
      dated(
        NO_CALL,
        null,
        "Unsolicited Telecommunications Rules",
        contactBy(["consent"], {
          ...{ consent: GIVEN, screening: { registers: ["ca-dncl"], freshDaysMax: 31 } },
        }),
      ),
    ],
    post: [
      dated(
        PIPEDA,
        null,
        "PIPEDA Sch 1 cl. 4.3",
        contactBy(["consent"], { consent: EXPRESS_OR_IMPLIED }),
      ),
    ],
  },
  // The act keeps the sender accountable and forbids no country (Sch 1 cl. 4.1.3).
  transfer: [
    dated(PIPEDA, null, "PIPEDA Sch 1 cl. 4.1.3", { home: WORLD_COUNTRIES, mechanisms: [] }),
  ],
  clocks: [
    {
      kinds: ["access", "correction"],
      rules: [dated(PIPEDA, null, "PIPEDA 8(3)-(5)", answered)],
    },
    {
      kinds: ["complaint"],
      rules: [
        dated(
          PIPEDA,
          null,
          "PIPEDA Sch 1 cl. 4.10",
          noDay("answer the complaint", "the act names no day for an organisation"),
        ),
      ],
    },
    {
      kinds: ["marketing-opt-out"],
      rules: [
        dated(
          CASL,
          null,
          "CASL 11(3)",
          clock({ duty: "stop the commercial mail", length: businessDays(10) }),
        ),
      ],
    },
    {
      kinds: ["breach", "breach-people"],
      rules: [
        dated(
          BREACHES,
          null,
          "PIPEDA 10.1",
          noDay("notify the breach", "as soon as feasible; no day is named"),
        ),
      ],
    },
  ],
  fees: [
    dated(PIPEDA, null, "PIPEDA 8(6), Sch 1 cl. 4.9.4", {
      mayAsk: "always",
      cap: null,
      when: "a minimal cost that the person was told of and did not decline",
      reflectionDays: null,
    }),
  ],
  complaints: {
    general: [
      dated(PIPEDA, null, "PIPEDA 11-14", {
        steps: [
          step("controller", "the organisation", "PIPEDA Sch 1 cl. 4.10", { clock: "complaint" }),
          step("authority", "the Privacy Commissioner of Canada", "PIPEDA 11"),
          step("court", "the Federal Court", "PIPEDA 14"),
        ],
      }),
    ],
    framework: [],
  },
};
