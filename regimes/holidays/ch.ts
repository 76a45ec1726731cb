import { easter, fixed, unconfirmed } from "./days.ts";

/**
 * The first of August is federal law; the others are cantonal, kept nearly everywhere. None of the
 * cantons' own: fewer holidays give the earlier day.
 */
export const switzerland = unconfirmed(
  "ch",
  "Switzerland",
  "Federal Constitution art. 110(3) for 1 August; cantonal law for the others",
  [...fixed("08-01", { from: 1994 }), ...fixed("01-01 12-25 12-26"), ...easter([-2, 1, 39, 50])],
  "days of single cantons, 2 January among them",
);
