import type { Calendar } from "#core/law/calendar";
import { firstFrom, fixed, nth, unconfirmed } from "./days.ts";

const NEAREST = { substitute: "nearest" } as const;
const SUNDAY = { substitute: "sunday" } as const;

export const usFederal: Calendar = {
  id: "us",
  name: "the United States (federal)",
  provision: "5 U.S.C. 6103",
  confirmed: true,
  without: "days that an order of the President closes offices on",
  holidays: [
    ...fixed("01-01 07-04 11-11 12-25", NEAREST),
    ...nth(1, 1, 3, { from: 1986 }),
    ...nth(2, 1, 3, { from: 1971 }),
    ...nth(5, 1, -1, { from: 1971 }),
    ...fixed("06-19", { ...NEAREST, from: 2021 }),
    ...nth(9, 1, 1),
    ...nth(10, 1, 2, { from: 1971 }),
    ...nth(11, 4, 4),
  ],
};

export const california: Calendar = unconfirmed(
  "us-ca",
  "California",
  "Cal. Gov. Code 6700, 19853",
  [
    ...fixed("01-01 07-04 11-11 12-25", SUNDAY),
    ...fixed("03-31", { ...SUNDAY, from: 1995 }),
    ...nth(1, 1, 3, { from: 1984 }),
    ...nth(2, 1, 3),
    ...nth(5, 1, -1),
    ...nth(9, 1, 1),
    ...nth(11, 4, 4),
    // The day after Thanksgiving: the first Friday from the 23rd.
    ...firstFrom("11-23", 5),
  ],
  "Juneteenth and other days that an employee may choose",
);
