/** The section of the manifest that accepts findings of the lint: each with a reason and an end. */
import { Type } from "typebox";
import { line, listOf, PlainDate, pattern, Regime, strict } from "./manifest-words.ts";

/** Most months between the date of the version and the end of an acceptance. */
export const ACCEPTED_MONTHS_MAX = 24;

export const FINDING_ID = "^[a-z]+(-[a-z]+)*[.][a-z]+(-[a-z]+)*$";

const AcceptedFinding = Type.Object(
  {
    finding: pattern(FINDING_ID, "Id of the finding, as `check` shows it.", 64),
    path: Type.Optional(line("Its path, as `check` shows it; without one every place.", 300)),
    regime: Type.Optional(Regime),
    reason: line("Why it is accepted.", 1000),
    until: PlainDate,
    by: Type.Optional(line("Who decided.", 120)),
  },
  strict,
);

export const Accepted = Type.Optional(
  listOf(
    AcceptedFinding,
    `Findings of \`check\` that are accepted, each until a day at most ${ACCEPTED_MONTHS_MAX} months after the date of the version.`,
  ),
);
