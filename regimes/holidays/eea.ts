import type { Calendar } from "#core/law/calendar";
import { easter, firstFrom, fixed, nth, once, orthodox, unconfirmed } from "./days.ts";

/**
 * Regulation 1182/71 art. 3 goes by the holidays of the institution or state concerned; those of
 * institutions differ by year, so only the fixed ones that all of them keep.
 */
export const union = unconfirmed(
  "eu",
  "the institutions of the Union",
  "Regulation 1182/71 art. 2",
  [...fixed("01-01 05-01 05-09 12-25 12-26"), ...easter([-2, 1, 39, 50])],
  "days that the institutions add year by year",
);

const NEXT = { substitute: "next" } as const;

/** Nationwide public holidays; those of a part of a state are left out, which gives the earlier day. */
const STATES: readonly (readonly [
  id: string,
  name: string,
  provision: string,
  Calendar["holidays"],
])[] = [
  [
    "at",
    "Austria",
    "Arbeitsruhegesetz 7",
    [...fixed("01-01 01-06 05-01 08-15 10-26 11-01 12-08 12-25 12-26"), ...easter([1, 39, 50, 60])],
  ],
  [
    "be",
    "Belgium",
    "Arrêté royal of 18 April 1974",
    [...fixed("01-01 05-01 07-21 08-15 11-01 11-11 12-25"), ...easter([1, 39, 50])],
  ],
  [
    "bg",
    "Bulgaria",
    "Labour Code 154",
    [...fixed("01-01 03-03 05-01 05-06 05-24 09-06 09-22 12-24 12-25 12-26"), ...orthodox([-2, 1])],
  ],
  [
    "cy",
    "Cyprus",
    "Public Holidays Law",
    [
      ...fixed("01-01 01-06 03-25 04-01 05-01 08-15 10-01 10-28 12-25 12-26"),
      ...orthodox([-48, -2, 1, 50]),
    ],
  ],
  [
    "cz",
    "Czechia",
    "Act 245/2000",
    [
      ...fixed("01-01 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26"),
      ...easter([1]),
      ...easter([-2], { from: 2016 }),
    ],
  ],
  [
    "de",
    "Germany",
    "holiday acts of the Länder, days of all of them; Unification Treaty art. 2(2)",
    [
      ...fixed("01-01 05-01 12-25 12-26"),
      ...fixed("10-03", { from: 1990 }),
      ...easter([-2, 1, 39, 50]),
      ...once("2017-10-31"),
    ],
  ],
  [
    "dk",
    "Denmark",
    "Helligdagsloven",
    [
      ...fixed("01-01 12-25 12-26"),
      ...easter([-3, -2, 1, 39, 50]),
      ...easter([26], { until: 2023 }),
    ],
  ],
  [
    "ee",
    "Estonia",
    "Pühade ja tähtpäevade seadus",
    [...fixed("01-01 02-24 05-01 06-23 06-24 08-20 12-24 12-25 12-26"), ...easter([-2])],
  ],
  [
    "es",
    "Spain",
    "Estatuto de los Trabajadores 37(2)",
    [...fixed("01-01 05-01 08-15 10-12 11-01 12-06 12-08 12-25"), ...easter([-2])],
  ],
  [
    "fi",
    "Finland",
    "Act 388/1937",
    [...fixed("01-01 01-06 05-01 12-06 12-25 12-26"), ...easter([-2, 1, 39])],
  ],
  [
    "fr",
    "France",
    "Code du travail L3133-1",
    [...fixed("01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25"), ...easter([1, 39, 50])],
  ],
  [
    "gr",
    "Greece",
    "Law 4468/2017",
    [...fixed("01-01 01-06 03-25 05-01 08-15 10-28 12-25 12-26"), ...orthodox([-48, -2, 1, 50])],
  ],
  [
    "hr",
    "Croatia",
    "Zakon o blagdanima",
    [
      ...fixed("01-01 01-06 05-01 06-22 08-05 08-15 11-01 12-25 12-26"),
      ...easter([1, 60]),
      ...fixed("05-30 11-18", { from: 2020 }),
      ...fixed("06-25 10-08", { until: 2019 }),
    ],
  ],
  [
    "hu",
    "Hungary",
    "Labour Code 102",
    [
      ...fixed("01-01 03-15 05-01 08-20 10-23 11-01 12-25 12-26"),
      ...easter([1, 50]),
      ...easter([-2], { from: 2017 }),
    ],
  ],
  [
    "ie",
    "Ireland",
    "Organisation of Working Time Act 1997 Sch 2",
    [
      ...fixed("01-01 03-17 12-25 12-26"),
      ...easter([1]),
      ...nth(5, 1, 1, { from: 1994 }),
      ...nth(6, 1, 1),
      ...nth(8, 1, 1),
      ...nth(10, 1, -1),
      ...once("2022-03-18"),
    ],
  ],
  [
    "is",
    "Iceland",
    "Act 88/1971",
    [
      ...fixed("01-01 05-01 06-17 12-25 12-26"),
      ...easter([-3, -2, 1, 39, 50]),
      ...firstFrom("04-19", 4),
      ...nth(8, 1, 1),
    ],
  ],
  [
    "it",
    "Italy",
    "Law 260/1949",
    [
      ...fixed("01-01 01-06 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26"),
      ...easter([1]),
      ...fixed("10-04", { from: 2026 }),
    ],
  ],
  [
    "li",
    "Liechtenstein",
    "Arbeitsgesetz",
    [...fixed("01-01 01-06 05-01 08-15 09-08 11-01 12-08 12-25 12-26"), ...easter([1, 39, 50, 60])],
  ],
  [
    "lt",
    "Lithuania",
    "Labour Code 123",
    [
      ...fixed("01-01 02-16 03-11 05-01 06-24 07-06 08-15 11-01 12-24 12-25 12-26"),
      ...easter([1]),
      ...fixed("11-02", { from: 2020 }),
    ],
  ],
  [
    "lu",
    "Luxembourg",
    "Code du travail L232-2",
    [
      ...fixed("01-01 05-01 06-23 08-15 11-01 12-25 12-26"),
      ...easter([1, 39, 50]),
      ...fixed("05-09", { from: 2019 }),
    ],
  ],
  [
    "lv",
    "Latvia",
    "Law on holidays of 1990",
    [
      ...fixed("01-01 05-01 06-23 06-24 12-24 12-25 12-26 12-31"),
      ...easter([-2, 1]),
      ...fixed("05-04 11-18", NEXT),
    ],
  ],
  [
    "mt",
    "Malta",
    "National Holidays and Other Public Holidays Act",
    [
      ...fixed("01-01 02-10 03-19 03-31 05-01 06-07 06-29 08-15 09-08 09-21 12-08 12-13 12-25"),
      ...easter([-2]),
    ],
  ],
  [
    "nl",
    "the Netherlands",
    "Algemene termijnenwet 3",
    [
      ...fixed("01-01 05-05 12-25 12-26"),
      ...easter([-2, 1, 39, 50]),
      ...fixed("04-27", { from: 2014, except: [2014, 2025, 2031, 2036] }),
      ...fixed("04-30", { until: 2013 }),
    ],
  ],
  [
    "no",
    "Norway",
    "Act 12/1995; Act 1/1947",
    [...fixed("01-01 05-01 05-17 12-25 12-26"), ...easter([-3, -2, 1, 39, 50])],
  ],
  [
    "pl",
    "Poland",
    "Act of 18 January 1951",
    [
      ...fixed("01-01 05-01 05-03 08-15 11-01 11-11 12-25 12-26"),
      ...easter([1, 60]),
      ...fixed("01-06", { from: 2011 }),
      ...fixed("12-24", { from: 2025 }),
    ],
  ],
  [
    "pt",
    "Portugal",
    "Código do Trabalho 234",
    [
      ...fixed("01-01 04-25 05-01 06-10 08-15 12-08 12-25"),
      ...easter([-2]),
      ...easter([60], { except: [2013, 2014, 2015] }),
      ...fixed("10-05 11-01 12-01", { except: [2013, 2014, 2015] }),
    ],
  ],
  [
    "ro",
    "Romania",
    "Labour Code 139",
    [
      ...fixed("01-01 01-02 05-01 08-15 11-30 12-01 12-25 12-26"),
      ...orthodox([1, 50]),
      ...orthodox([-2], { from: 2018 }),
      ...fixed("01-24 06-01", { from: 2017 }),
      ...fixed("01-06 01-07", { from: 2024 }),
    ],
  ],
  [
    "se",
    "Sweden",
    "Act 1989:253",
    [
      ...fixed("01-01 01-06 05-01 12-25 12-26"),
      ...fixed("06-06", { from: 2005 }),
      ...easter([-2, 1, 39]),
    ],
  ],
  [
    "si",
    "Slovenia",
    "Zakon o praznikih",
    [
      ...fixed("01-01 02-08 04-27 05-01 05-02 06-25 08-15 10-31 11-01 12-25 12-26"),
      ...easter([1]),
      ...fixed("01-02", { from: 2017 }),
    ],
  ],
  [
    "sk",
    "Slovakia",
    "Act 241/1993",
    [
      ...fixed("01-01 01-06 05-01 07-05 08-29 11-01 12-24 12-25 12-26"),
      ...easter([-2, 1]),
      ...fixed("05-08 09-15", { until: 2025 }),
      ...fixed("09-01", { until: 2023 }),
      ...fixed("11-17", { until: 2024 }),
    ],
  ],
];

export const EEA_CALENDARS: ReadonlyMap<string, Calendar> = new Map(
  STATES.map(([id, name, provision, holidays]) => [
    id,
    unconfirmed(id, name, provision, holidays, "days of single regions, and days off in lieu"),
  ]),
);
