import { EEA } from "./places.ts";

/** A finding that a country protects as the exporter's law asks, with its life. */
export type AdequacyLine = {
  readonly regime: string;
  /** ISO 3166-1, or `EPO`, the European Patent Organisation. */
  readonly country: string;
  readonly from: string;
  readonly until: string | null;
  readonly provision: string;
  readonly confirmed: boolean;
};

type Row = readonly [country: string, from: string, until: string | null, provision: string];

/**
 * Adequacy decisions of the Commission; a month is taken at its last day where the day is not
 * confirmed, for a permission begins later then.
 */
const EU: readonly Row[] = [
  ["CH", "2000-07-31", null, "Decision 2000/518"],
  ["CA", "2001-12-31", null, "Decision 2002/2, commercial organisations"],
  ["AR", "2003-06-30", null, "Decision 2003/490"],
  ["GG", "2003-11-30", null, "Decision 2003/821"],
  ["IM", "2004-04-30", null, "Decision 2004/411"],
  ["JE", "2008-05-31", null, "Decision 2008/393"],
  ["FO", "2010-03-31", null, "Decision 2010/146"],
  ["AD", "2010-10-31", null, "Decision 2010/625"],
  ["IL", "2011-01-31", null, "Decision 2011/61"],
  ["UY", "2012-08-31", null, "Decision 2012/484"],
  ["NZ", "2012-12-31", null, "Decision 2013/65"],
  ["JP", "2019-01-31", null, "Decision 2019/419"],
  // Renewed on 2025-12-19 until 2031-12-27, that day included.
  ["GB", "2021-06-28", "2031-12-28", "Decision 2021/1772, renewed 2025-12-19"],
  ["KR", "2021-12-31", null, "Decision 2022/254"],
  ["EPO", "2025-07-31", null, "decision of July 2025 on the European Patent Organisation"],
  ["BR", "2026-01-26", null, "decision of 26 January 2026"],
];
const CONFIRMED = new Set(["GB", "BR"]);

const UK_FROM = "2021-01-01";
/** Decisions that the United Kingdom kept (DPA 2018 Sch 21). */
const UK_KEPT = ["CH", "CA", "AR", "GG", "IM", "JE", "FO", "AD", "IL", "UY", "NZ", "JP"];

const CH_LIST = "DPO Annex 1";
/** The Federal Council's own list binds since the act of 2023. */
const CH_FROM = "2023-09-01";
/**
 * Before it the Commissioner's list informed, and bound nobody; its day is not confirmed, so a late
 * one is taken.
 */
const CH_BEFORE = "2012-12-31";
const CH_ADEQUATE = ["GB", "CA", "AR", "GG", "IM", "JE", "FO", "AD", "IL", "UY", "NZ", "MC", "GI"];

const line = (
  regime: string,
  [country, from, until, provision]: Row,
  confirmed = false,
): AdequacyLine => ({ regime, country, from, until, provision, confirmed });

export const ADEQUACY: readonly AdequacyLine[] = [
  ...EU.map((row) => line("eu", row, CONFIRMED.has(row[0]))),
  // Before 2021 the United Kingdom was bound by the Commission's decisions themselves.
  ...EU.filter(([country, from]) => country !== "GB" && from < UK_FROM).map(
    ([country, from, , provision]) => line("uk", [country, from, UK_FROM, provision]),
  ),
  ...[...UK_KEPT, ...EEA].map((country) =>
    line("uk", [country, UK_FROM, null, "DPA 2018 Sch 21 para 4-5"]),
  ),
  line("uk", ["KR", "2022-12-19", null, "SI 2022/1213"]),
  ...[...CH_ADEQUATE, ...EEA].flatMap((country) => [
    line("ch", [
      country,
      CH_BEFORE,
      CH_FROM,
      "list of the Commissioner, Federal Act of 1992 art. 6",
    ]),
    line("ch", [country, CH_FROM, null, CH_LIST]),
  ]),
];
