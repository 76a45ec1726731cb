/**
 * What is true of the world: adequacy decisions and transfer mechanisms with the days of their
 * births and deaths, as the gate reads them.
 */
import { Temporal } from "temporal-polyfill";
import type { Registers } from "#core/gate/registers";
import { ADEQUACY } from "./world-adequacy.ts";
import { MECHANISMS } from "./world-mechanisms.ts";

const day = (date: string) =>
  Temporal.PlainDate.from(date).toZonedDateTime("UTC").epochMilliseconds;
const dayOrNull = (date: string | null) => (date === null ? null : day(date));

export const WORLD: Registers = {
  adequacy: ADEQUACY.map(({ regime, country, from, until }) => ({
    ...{ regime, country, from: day(from), until: dayOrNull(until) },
  })),
  mechanisms: MECHANISMS.map(({ id, regime, from, until, newUntil }) => ({
    ...{ id, regime, from: day(from), until: dayOrNull(until) },
    ...(newUntil === null ? {} : { newUntil: day(newUntil) }),
  })),
};
