import { lintableRegimes, lintNotice } from "#core/notice/lint/lint-notice";
import { compileStored } from "#core/notice/read-notice";
import { LINT_WORLD } from "#regimes/notice/world";

/** Findings of the law for a published notice, as the console shows them. */
export function findingsOf(
  source: string,
  fileName: string,
  regimes: readonly string[],
  day: string,
) {
  const notice = compileStored(source, fileName);
  const lintable = lintableRegimes(LINT_WORLD);
  const known = regimes.filter((each) => lintable.includes(each));
  return lintNotice(notice, known, day, LINT_WORLD).map((found) => ({
    id: found.id,
    level: found.level,
    regime: found.regime,
    place: found.clause === null ? found.path : `${found.path} (clause ${found.clause})`,
    path: found.path,
    clause: found.clause,
    provision: found.provision,
    confirmed: found.confirmed,
    why: found.why,
    write: found.write,
    from: found.from,
    accepted: found.accepted,
  }));
}
