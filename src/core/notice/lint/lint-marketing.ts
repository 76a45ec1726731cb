import type { BasisKind } from "#core/law/regime";
import type { Purpose } from "../notice.ts";
import { type LintCase, listed } from "./case.ts";
import type { LintFinding } from "./finding.ts";

/** Marketing: agreed to or refusable, with a sender, and to addresses that may be used for it. */
export function lintMarketing(matter: LintCase): readonly LintFinding[] {
  const purposes = matter.purposes.filter(({ directMarketing }) => directMarketing);
  if (purposes.length === 0) return [];
  return [
    ...purposes.flatMap((purpose) => [
      ...assumed(matter, purpose),
      ...screening(matter, purpose),
      ...boughtLists(matter, purpose),
      ...givenAway(matter, purpose),
    ]),
    ...sender(matter, purposes),
    ...objection(matter, purposes),
  ];
}

const isElectronic = ({ channels }: Purpose) => channels.has("email") || channels.has("sms");

function has(matter: LintCase, purpose: Purpose, kind: BasisKind): boolean {
  return matter.anyBasesOf(purpose).some((each) => each.kind === kind);
}

function place(matter: LintCase, purpose: Purpose) {
  return { path: `purposes.${purpose.id}`, clause: matter.clauses.ofPurpose(purpose) };
}

/**
 * Customers who are presumed to agree: lawful by e-mail only where they could refuse when they gave
 * the address.
 */
function assumed(matter: LintCase, purpose: Purpose): readonly LintFinding[] {
  if (!isElectronic(purpose)) return [];
  const assumes = matter.anyBasesOf(purpose).length === 0 || has(matter, purpose, "soft-opt-in");
  const isOffered = [...matter.notice.forms.values()].some((form) =>
    form.offers.some((offer) => offer.purpose === purpose.id),
  );
  if (!assumes || isOffered) return [];
  return matter.find("marketing.assumed-agreement", "marketing-refusal-at-collection", {
    path: `purposes.${purpose.id}`,
    clause: matter.clauses.of(["practice:existing-customers"]) ?? matter.clauses.ofPurpose(purpose),
    why: `agreement to \`${purpose.id}\` is assumed, and no form offers to refuse it when the address is given`,
  });
}

function screening(matter: LintCase, purpose: Purpose): readonly LintFinding[] {
  const rule = matter.inForce(matter.pack.contact.call)?.rule;
  const registers = rule?.screening?.registers ?? [];
  if (!purpose.channels.has("call") || registers.length === 0) return [];
  const bases = matter.basesOf(purpose);
  if (bases.length > 0 && bases.every(({ kind }) => kind === "consent")) return [];
  if (!matter.isSilentOn("screening")) return [];
  return matter.find("marketing.screening-unsaid", "marketing-screening", {
    ...place(matter, purpose),
    why: `\`${purpose.id}\` calls people who did not ask for it, and that numbers are screened (${listed(registers)}) is not said`,
  });
}

function boughtLists(matter: LintCase, purpose: Purpose): readonly LintFinding[] {
  if (!isElectronic(purpose) || has(matter, purpose, "consent")) return [];
  const address = [...purpose.categories].filter((id) => {
    const kind = matter.notice.categories.get(id)?.kind;
    return kind === "email" || kind === "phone";
  });
  return [...matter.notice.sources.values()]
    .filter(({ origin, categories }) => {
      return origin === "third-party" && address.some((id) => categories.has(id));
    })
    .flatMap(({ id }) =>
      matter.find("marketing.third-party-list", "marketing-third-party-consent", {
        path: `sources.${id}`,
        clause: matter.clauses.of([`source:${id}`, `purpose:${purpose.id}`], "sources"),
        why: `addresses from \`${id}\` may be used for \`${purpose.id}\`, for which no consent is declared`,
      }),
    );
}

function givenAway(matter: LintCase, purpose: Purpose): readonly LintFinding[] {
  const bases = matter.anyBasesOf(purpose);
  if (bases.length > 0 && bases.every(({ kind }) => kind === "consent")) return [];
  return [...matter.notice.recipients.values()]
    .filter(({ role }) => role === "independent" || role === "joint")
    .filter(({ discloses }) =>
      discloses.some(
        (tuple) =>
          tuple.purpose === purpose.id && [...tuple.categories].some((id) => isAddress(matter, id)),
      ),
    )
    .flatMap(({ id }) =>
      matter.find("marketing.partner-sharing", "marketing-third-party-consent", {
        path: `recipients.${id}.discloses`,
        clause: matter.clauses.of([`recipient:${id}`], "recipients"),
        why: `\`${id}\` gets addresses for \`${purpose.id}\`, and nobody is asked for consent to that`,
      }),
    );
}

function isAddress(matter: LintCase, category: string): boolean {
  const kind = matter.notice.categories.get(category)?.kind ?? null;
  return kind === "email" || kind === "phone" || kind === "post";
}

/** Some laws, as that of the United States, want a postal address in the message itself. */
function sender(matter: LintCase, purposes: readonly Purpose[]): readonly LintFinding[] {
  if (!purposes.some(isElectronic)) return [];
  const known = matter.notice.messageClasses.get("marketing")?.sender ?? null;
  const rule = matter.inForce(matter.pack.contact.email)?.rule;
  const wantsPost = rule?.obligations?.includes("postal-address") ?? false;
  const postal = known?.address ?? matter.controller?.address ?? null;
  if (known !== null && !(wantsPost && postal === null)) return [];
  return matter.find("marketing.sender-missing", "marketing-sender", {
    path: "messageClasses.marketing",
    clause: matter.clauses.of(purposes.map(({ id }) => `purpose:${id}`)),
    why:
      known === null
        ? "marketing mail has no sender, so nothing can be sent that says who it is from"
        : "marketing mail carries no postal address",
  });
}

const WAYS_OUT = ["objection", "withdrawal", "opt-out"];

function objection(matter: LintCase, purposes: readonly Purpose[]): readonly LintFinding[] {
  const { offered } = matter.notice.rights;
  const [first] = purposes;
  const path = "rights.offered";
  if (!WAYS_OUT.some((right) => offered.includes(right))) {
    return matter.find("marketing.no-objection", "marketing-objection", {
      path,
      clause: first === undefined ? null : matter.clauses.ofPurpose(first),
      why: `no way to stop ${listed(purposes.map(({ id }) => id))} is offered`,
    });
  }
  if (!offered.includes("objection")) return [];
  const apart = matter.clauses.about("right:objection").some((id) => {
    const about = matter.notice.clauses.get(id)?.about ?? [];
    return about.every((each) => !each.startsWith("right:") || each === "right:objection");
  });
  if (apart) return [];
  return matter.find("marketing.objection-not-apart", "objection-apart", {
    path,
    clause: matter.clauses.of(["right:objection"], "rights"),
    why: "no clause is about the right to object alone",
  });
}
