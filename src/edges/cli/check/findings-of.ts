import { lintNotice } from "#core/notice/lint/lint-notice";
import { compileStored } from "#core/notice/read-notice";
import { WORLD } from "#regimes/world";

/** Findings of the law for a published notice, as the console shows them. */
export function findingsOf(
  source: string,
  fileName: string,
  regimes: readonly string[],
  day: string,
) {
  const notice = compileStored(source, fileName);
  return regimes.flatMap((regime) =>
    lintNotice(notice, regime, day, WORLD.mechanisms ?? []).map((found) => ({
      id: found.id,
      level: found.level,
      regime: found.regime,
      place: found.clause === null ? found.path : `${found.path} (clause ${found.clause})`,
      provision: found.provision,
      why: found.why,
      write: found.write,
    })),
  );
}
