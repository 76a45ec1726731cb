import type { ClockSection } from "#core/law/regime";
import { clock, dated, days, step } from "./rules.ts";

/** Lives of the transfer frameworks with the United States, as each exporter's law has them. */
export type FrameworkLife = readonly [name: string, from: string, until: string | null];

/** An organisation certified under a framework answers within 45 days (Principle 11(d)). */
export const frameworkClock = (lives: readonly FrameworkLife[]): ClockSection => ({
  kinds: ["framework-complaint"],
  rules: lives.map(([name, from, until]) =>
    dated(
      from,
      until,
      `${name} Supplemental Principle 11(d)(i)`,
      clock({ duty: "the certified organisation answers the complaint", length: days(45) }),
    ),
  ),
});

export const frameworkLadder = (lives: readonly FrameworkLife[], authority: string) =>
  lives.map(([name, from, until]) =>
    dated(from, until, `${name} Recourse, Enforcement and Liability Principle`, {
      steps: [
        step(
          "controller",
          "the certified organisation",
          `${name} Supplemental Principle 11(d)(i)`,
          {
            clock: "framework-complaint",
          },
        ),
        step(
          "dispute-body",
          "the independent recourse mechanism, free of charge",
          `${name} 7(a)(i)`,
        ),
        step("authority", `${authority} or the Department of Commerce`, `${name} 11(d)(iii)`),
        step("arbitration", "binding arbitration of residual claims", `${name} Annex I`),
      ],
    }),
  );
