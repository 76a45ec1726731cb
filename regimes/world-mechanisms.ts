/** A mechanism of transfer that a law of the exporter knows, with its life. */
export type MechanismLine = {
  readonly id: string;
  readonly regime: string;
  readonly from: string;
  readonly until: string | null;
  /** From this day on it carries old contracts only; null: it is open to new ones. */
  readonly newUntil: string | null;
  readonly provision: string;
  readonly confirmed: boolean;
};

type Row = readonly [
  id: string,
  regime: string,
  from: string,
  until: string | null,
  provision: string,
];

const line = ([id, regime, from, until, provision]: Row, confirmed: boolean): MechanismLine => ({
  ...{ id, regime, from, until, newUntil: null, provision, confirmed },
});

/** Frameworks of the United States: what was certified under one dies with it. */
const FRAMEWORKS: readonly Row[] = [
  ["safe-harbor", "eu", "2000-07-26", "2015-10-06", "Decision 2000/520; C-362/14"],
  ["safe-harbor", "uk", "2000-07-26", "2015-10-06", "Decision 2000/520; C-362/14"],
  ["safe-harbor-ch", "ch", "2009-02-16", "2017-04-12", "US-Swiss Safe Harbor; replaced 2017-01-12"],
  ["shield", "eu", "2016-07-12", "2020-07-16", "Decision 2016/1250; C-311/18"],
  ["shield", "uk", "2016-07-12", "2020-07-16", "Decision 2016/1250; C-311/18"],
  [
    "shield-ch",
    "ch",
    "2017-01-12",
    "2020-09-08",
    "Swiss-US Privacy Shield; Commissioner 2020-09-08",
  ],
  // T-553/23 was dismissed on 2025-09-03; the appeal C-703/25 P was pending in June 2026.
  ["dpf", "eu", "2023-07-10", null, "Decision 2023/1795"],
  ["dpf-uk", "uk", "2023-10-12", null, "SI 2023/1028"],
  ["dpf-ch", "ch", "2024-09-15", null, "DPO Annex 1"],
];

const EU_NEW = "2021-09-27";
const UK_NEW = "2022-09-22";
const CH_NEW = "2021-09-27";
const DEATHS: { readonly [regime: string]: readonly [newUntil: string, until: string] } = {
  eu: [EU_NEW, "2022-12-27"],
  uk: [UK_NEW, "2024-03-21"],
  ch: [CH_NEW, "2023-01-01"],
};

/** Generations of standard clauses: new contracts until a day, and an end for all. */
const OLD_CLAUSES = (
  [
    ["scc-2001", "2001-09-03", "Decision 2001/497"],
    ["scc-2004", "2005-04-01", "Decision 2004/915"],
    ["scc-2010", "2010-05-15", "Decision 2010/87"],
  ] as const
).flatMap(([id, from, provision]) =>
  Object.entries(DEATHS).map(([regime, [newUntil, until]]) => ({
    ...line([id, regime, from, until, provision], regime !== "ch"),
    newUntil,
  })),
);

const STANDING: readonly Row[] = [
  ["scc-2021", "eu", "2021-06-27", null, "Decision 2021/914"],
  ["scc-2021", "ch", "2021-08-27", null, "recognised by the Commissioner 2021-08-27"],
  ["idta", "uk", "2022-03-21", null, "DPA 2018 s. 119A"],
  ["uk-addendum", "uk", "2022-03-21", null, "DPA 2018 s. 119A"],
  ["bcr", "eu", "2003-06-03", null, "GDPR 47; before, WP 74"],
  ["bcr", "uk", "2003-06-03", null, "UK GDPR 47; before, WP 74"],
  ["bcr", "ch", "2009-01-01", null, "FADP 16(2)(e); before, Federal Act of 1992 art. 6(2)(g)"],
];
const CONFIRMED = new Set(["shield", "dpf", "dpf-uk", "dpf-ch", "safe-harbor-ch", "idta"]);

export const MECHANISMS: readonly MechanismLine[] = [
  ...[...FRAMEWORKS, ...STANDING].map((row) => line(row, CONFIRMED.has(row[0]))),
  ...OLD_CLAUSES,
];
