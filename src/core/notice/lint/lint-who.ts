import { type LintCase, listed } from "./case.ts";
import type { LintFinding } from "./finding.ts";

/** Who answers: an address, a representative, an officer. */
export function lintWho(matter: LintCase): readonly LintFinding[] {
  return [
    ...address(matter),
    ...representative(matter),
    ...officer(matter),
    ...jointControl(matter),
  ];
}

function clauseOf(matter: LintCase): string | null {
  const id = matter.controller?.id;
  return matter.clauses.of(
    id === undefined ? [] : [`controller:${id}`],
    matter.clauses.of([], "controllers") === null ? "contacts" : "controllers",
  );
}

function address(matter: LintCase): readonly LintFinding[] {
  const { controller } = matter;
  if (controller === undefined || controller.address !== null) return [];
  return matter.find("controller.address-missing", "controller-address", {
    path: `controllers.${controller.id}.address`,
    clause: clauseOf(matter),
    why: "the controller gives no postal address",
  });
}

function representative(matter: LintCase): readonly LintFinding[] {
  const { controller, law } = matter;
  if (controller === undefined) return [];
  const isWithin = (country: string) => law.territory.includes(country) || isUnion(matter, country);
  if (isWithin(controller.country)) return [];
  const stands = controller.representatives.some(
    ({ country, for: regimes }) =>
      isWithin(country) &&
      (regimes.length === 0 || regimes.includes(matter.regime) || regimes.includes(law.regime)),
  );
  if (stands) return [];
  return matter.find("controller.representative-missing", "representative", {
    path: `controllers.${controller.id}`,
    clause: clauseOf(matter),
    why: `\`${controller.id}\` is not established there and names no representative`,
  });
}

/** Until the end of 2020 the law of the Union counted the United Kingdom in. */
function isUnion(matter: LintCase, country: string): boolean {
  const home = matter.inForce(matter.pack.transfer)?.rule.home ?? [];
  return home.includes(country);
}

function officer(matter: LintCase): readonly LintFinding[] {
  const { notice } = matter;
  if (notice.contacts.some(({ kind }) => kind === "dpo")) return [];
  const special = [...notice.categories.values()].filter((each) => each.special);
  const hasChildren = [...notice.sources.values()].some(({ children }) => children);
  if (special.length === 0 && !hasChildren) return [];
  const what = special.length > 0 ? listed(special.map(({ id }) => id)) : "data of children";
  return matter.find("controller.dpo-missing", "dpo", {
    path: "contacts",
    clause: matter.clauses.of([], "contacts"),
    why: `${what} is processed, and no data protection officer is named`,
  });
}

/** Controllers and recipients that decide together with us, and of whom no arrangement speaks. */
function jointControl(matter: LintCase): readonly LintFinding[] {
  const { controllers, recipients, jointControl: arrangements } = matter.notice;
  const told = [...arrangements.values()];
  const untold = [
    ...[...controllers.values()]
      .filter(
        ({ id, role }) => role === "joint" && !told.some((each) => each.controllers.includes(id)),
      )
      .map(({ id }) => [`controllers.${id}`, `controller:${id}`, id] as const),
    ...[...recipients.values()]
      .filter(
        ({ id, role }) => role === "joint" && !told.some((each) => each.recipients.includes(id)),
      )
      .map(({ id }) => [`recipients.${id}`, `recipient:${id}`, id] as const),
  ];
  return untold.flatMap(([path, reference, id]) =>
    matter.find("joint.essence-missing", "joint-essence", {
      path,
      clause: matter.clauses.of([reference], "recipients"),
      why: `\`${id}\` decides together with us, and who answers for what is not said`,
    }),
  );
}
