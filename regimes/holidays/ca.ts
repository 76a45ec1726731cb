import { easter, firstFrom, fixed, nth, unconfirmed } from "./days.ts";

const SUNDAY = { substitute: "sunday" } as const;

export const canada = unconfirmed(
  "ca",
  "Canada (federal)",
  "Canada Labour Code 166; Holidays Act",
  [
    ...fixed("01-01 07-01 11-11 12-25 12-26", SUNDAY),
    ...fixed("09-30", { ...SUNDAY, from: 2021 }),
    ...easter([-2]),
    // Victoria Day: the Monday before 25 May.
    ...firstFrom("05-18", 1),
    ...nth(9, 1, 1),
    ...nth(10, 1, 2),
  ],
  "days of single provinces, and Easter Monday, which only some offices keep",
);
