import type { Calendar } from "#core/law/calendar";
import { easter, fixed, nth, once } from "./days.ts";

const NEXT = { substitute: "next" } as const;
const PROVISION = "Banking and Financial Dealings Act 1971 s. 1, Sch 1 and proclamations";

export const englandAndWales: Calendar = {
  id: "uk",
  name: "England and Wales",
  provision: PROVISION,
  confirmed: true,
  without: null,
  holidays: [
    ...fixed("01-01", { ...NEXT, from: 1974 }),
    ...fixed("12-25 12-26", NEXT),
    ...easter([-2, 1]),
    ...nth(5, 1, 1, { from: 1978, except: [1995, 2020] }),
    ...nth(5, 1, -1, { from: 1971, except: [2002, 2012, 2022] }),
    ...nth(8, 1, -1, { from: 1971 }),
    ...once("1995-05-08", "1999-12-31", "2002-06-03", "2002-06-04", "2011-04-29", "2012-06-04"),
    ...once("2012-06-05", "2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"),
  ],
};

export const scotland: Calendar = {
  id: "uk-sct",
  name: "Scotland",
  provision: `${PROVISION}; St Andrew's Day Bank Holiday (Scotland) Act 2007`,
  confirmed: true,
  without: "local holidays of councils, and bank holidays proclaimed for one year after 2023",
  holidays: [
    ...fixed("01-01 01-02", NEXT),
    ...fixed("11-30", { ...NEXT, from: 2007 }),
    ...fixed("12-25", NEXT),
    ...fixed("12-26", { ...NEXT, from: 1974 }),
    ...easter([-2]),
    ...nth(5, 1, 1, { from: 1971, except: [1995, 2020] }),
    ...nth(5, 1, -1, { from: 1971, except: [2002, 2012, 2022] }),
    ...nth(8, 1, 1, { from: 1971 }),
    ...once("1995-05-08", "1999-12-31", "2002-06-03", "2002-06-04", "2011-04-29", "2012-06-04"),
    ...once("2012-06-05", "2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"),
  ],
};

export const northernIreland: Calendar = {
  ...englandAndWales,
  id: "uk-nir",
  name: "Northern Ireland",
  confirmed: false,
  holidays: [...englandAndWales.holidays, ...fixed("03-17 07-12", NEXT)],
};
