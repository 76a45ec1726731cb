/**
 * What is true of the world: adequacy decisions and transfer mechanisms with the days of their
 * births and deaths (docs: LAW).
 */
import { Temporal } from "temporal-polyfill";
import type { Adequacy, Mechanism, Registers } from "#core/gate/registers";

const day = (date: string) =>
  Temporal.PlainDate.from(date).toZonedDateTime("UTC").epochMilliseconds;

type Line = readonly [what: string, from: string, until: string | null];

/**
 * Adequacy decisions of the Commission; a month is taken at its last day where the day is not
 * confirmed, for a permission begins later then.
 */
const EU_ADEQUATE: readonly Line[] = [
  ["CH", "2000-07-31", null],
  ["CA", "2001-12-31", null],
  ["AR", "2003-06-30", null],
  ["GG", "2003-11-30", null],
  ["IM", "2004-04-30", null],
  ["JE", "2008-05-31", null],
  ["FO", "2010-03-31", null],
  ["AD", "2010-10-31", null],
  ["IL", "2011-01-31", null],
  ["UY", "2012-08-31", null],
  ["NZ", "2012-12-31", null],
  ["JP", "2019-01-31", null],
  ["GB", "2021-06-28", "2031-12-28"],
  ["KR", "2021-12-31", null],
  ["BR", "2026-01-26", null],
];

/** The United Kingdom kept the decisions of 2020 and found the EEA adequate (DPA 2018 Sch 21). */
const UK_KEPT = ["CH", "CA", "AR", "GG", "IM", "JE", "FO", "AD", "IL", "UY", "NZ", "JP"];
const UK_EEA = [
  ...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"],
  ...["IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO"],
];

function adequacy(): readonly Adequacy[] {
  const eu = EU_ADEQUATE.map(([country, from, until]) => ({
    regime: "eu",
    country,
    from: day(from),
    until: until === null ? null : day(until),
  }));
  // Before 2021 the United Kingdom was bound by the Commission's decisions themselves.
  const ukBefore = EU_ADEQUATE.filter(([country]) => country !== "GB").map(([country, from]) => ({
    regime: "uk",
    country,
    from: day(from),
    until: day("2021-01-01"),
  }));
  const ukSince = [...UK_KEPT, ...UK_EEA].map((country) => ({
    regime: "uk",
    country,
    from: day("2021-01-01"),
    until: null,
  }));
  const before = ukBefore.filter(({ from, until }) => from < until);
  return [
    ...eu,
    ...before,
    ...ukSince,
    { regime: "uk", country: "KR", from: day("2022-12-19"), until: null },
  ];
}

const MECHANISMS: readonly (readonly [
  id: string,
  regime: string,
  from: string,
  until: string | null,
])[] = [
  ["shield", "eu", "2016-07-12", "2020-07-16"],
  ["shield", "uk", "2016-07-12", "2020-07-16"],
  ["shield-ch", "ch", "2017-01-12", "2020-09-08"],
  ["safe-harbor", "eu", "2000-07-26", "2015-10-06"],
  ["safe-harbor", "uk", "2000-07-26", "2015-10-06"],
  ["safe-harbor-ch", "ch", "2009-02-16", "2017-04-12"],
  ["dpf", "eu", "2023-07-10", null],
  ["dpf-uk", "uk", "2023-10-12", null],
  ["dpf-ch", "ch", "2024-09-15", null],
  ["scc-2010", "eu", "2010-05-15", "2022-12-27"],
  ["scc-2010", "uk", "2010-05-15", "2024-03-21"],
  ["scc-2021", "eu", "2021-06-27", null],
  ["scc-2021", "ch", "2021-08-27", null],
  ["idta", "uk", "2022-03-21", null],
  ["uk-addendum", "uk", "2022-03-21", null],
  ["bcr", "eu", "2003-06-03", null],
  ["bcr", "uk", "2003-06-03", null],
];

export const WORLD: Registers = {
  adequacy: adequacy(),
  mechanisms: MECHANISMS.map(
    ([id, regime, from, until]): Mechanism => ({
      id,
      regime,
      from: day(from),
      until: until === null ? null : day(until),
    }),
  ),
};
