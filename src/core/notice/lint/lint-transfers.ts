import type { Interval } from "#core/gate/registers";
import type { Recipient, Transfer } from "../notice.ts";
import { type LintCase, listed } from "./case.ts";
import type { FindingId } from "./catalogue.ts";
import type { LintFinding } from "./finding.ts";

const SOON_MS = 90 * 86_400_000;

/** Roles that get data all the time: a derogation for single cases does not carry that. */
const REGULAR: ReadonlySet<string> = new Set(["processor", "group", "staff", "joint"]);

/** Transfers: on a mechanism of this law that is alive, with a copy to be had. */
export function lintTransfers(matter: LintCase): readonly LintFinding[] {
  if (matter.law.transfers === null) return [];
  return [...matter.notice.recipients.values()].flatMap((recipient) => {
    const transfers = matter.notice.transfers.filter((each) => each.recipient === recipient.id);
    const abroad = abroadOf(matter, recipient);
    return [
      ...mechanisms(matter, recipient, transfers, abroad),
      ...(abroad.length === 0 ? [] : regular(matter, recipient, transfers)),
      ...(abroad.length === 0 ? [] : copy(matter, recipient, transfers)),
      ...endsSoon(matter, recipient, transfers, abroad),
    ];
  });
}

const isAlive = ({ from, until }: Interval, at: number) =>
  from <= at && (until === null || at < until);

/** A plain date, as people read it. */
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Countries that need a mechanism: neither home nor adequate on the day. */
function abroadOf(matter: LintCase, { countries }: Recipient): readonly string[] {
  const rule = matter.inForce(matter.pack.transfer)?.rule;
  const decisions = matter.world.adequacy.filter(({ regime }) => regime === matter.law.transfers);
  // Without the decisions of a law every country would look unsafe.
  if (decisions.length === 0) return [];
  const home = rule?.home ?? matter.law.territory;
  return countries.filter(
    (country) =>
      !home.includes(country) &&
      country !== matter.controller?.country &&
      !decisions.some((each) => each.country === country && isAlive(each, matter.at)),
  );
}

/** What is wrong with one declared mechanism; null: it carries the transfer. */
type Fault = { readonly id: FindingId; readonly why: string; readonly isFalse: boolean };

function faultOf(matter: LintCase, transfer: Transfer, abroad: readonly string[]): Fault | null {
  const { mechanism, kind } = transfer;
  const who = `the transfer to \`${transfer.recipient}\``;
  // A derogation without its condition does not compile.
  if (kind === "derogation") return null;
  if (kind === "adequacy") {
    if (abroad.length === 0) return null;
    const why = `${who} claims adequacy, and there is no decision on ${listed(abroad)}`;
    return { id: "transfer.adequacy-missing", why, isFalse: true };
  }
  const lives = matter.world.mechanisms.filter(({ id }) => id === mechanism);
  const own = lives.filter(({ regime }) => regime === matter.law.transfers);
  if (own.some((each) => isAlive(each, matter.at))) return null;
  if (lives.length === 0) {
    const why = `no register knows \`${mechanism}\`, on which ${who} rests`;
    return { id: "transfer.mechanism-unknown", why, isFalse: true };
  }
  return faultOfLives(matter, mechanism, who, own.length > 0 ? own : lives);
}

/** Dead, not born, or alive for another law only. */
function faultOfLives(
  matter: LintCase,
  mechanism: string,
  who: string,
  lives: LintCase["world"]["mechanisms"],
): Fault {
  if (lives.some((each) => isAlive(each, matter.at))) {
    const why = `\`${mechanism}\`, on which ${who} rests, is no mechanism of this law`;
    return { id: "transfer.mechanism-foreign", why, isFalse: false };
  }
  const ended = lives.filter(({ until }) => until !== null && until <= matter.at);
  if (ended.length > 0) {
    const day = dayOf(Math.max(...ended.map(({ until }) => until ?? 0)));
    const why = `\`${mechanism}\`, on which ${who} rests, ended on ${day}`;
    return { id: "transfer.mechanism-lapsed", why, isFalse: true };
  }
  const day = dayOf(Math.min(...lives.map(({ from }) => from)));
  const why = `\`${mechanism}\`, on which ${who} rests, begins on ${day}`;
  return { id: "transfer.mechanism-unborn", why, isFalse: false };
}

function mechanisms(
  matter: LintCase,
  recipient: Recipient,
  transfers: readonly Transfer[],
  abroad: readonly string[],
): readonly LintFinding[] {
  const place = {
    path: `recipients.${recipient.id}.transfers`,
    clause: matter.clauses.of([`recipient:${recipient.id}`], "transfers"),
  };
  if (transfers.length === 0) {
    const why = whyUncovered(recipient, abroad);
    return why === null
      ? []
      : matter.find("transfer.mechanism-missing", "transfer-mechanism", { ...place, ...why });
  }
  const faults = transfers.map((each) => faultOf(matter, each, abroad));
  const isCovered = abroad.length === 0 || faults.some((fault) => fault === null);
  return faults
    .filter((fault) => fault !== null)
    .filter(({ isFalse }) => isFalse || !isCovered)
    .flatMap(({ id, why }) =>
      matter.find(id, "transfer-mechanism", { ...place, why, write: adviceFor(matter) }),
    );
}

/** What could carry it on that day: the mechanisms of this law that are alive then. */
function adviceFor(matter: LintCase): string {
  const alive = matter.world.mechanisms.filter(
    (each) => each.regime === matter.law.transfers && isAlive(each, matter.at),
  );
  const ids = [...new Set(alive.map(({ id }) => id))];
  if (ids.length === 0) return "stop the transfer, or find a ground that this law knows";
  return `rest it on a mechanism that is alive (${listed(ids)}), or stop it`;
}

/** People who reach the data from abroad are a transfer even where the country is not said. */
function whyUncovered({ id, role, countries }: Recipient, abroad: readonly string[]) {
  if (abroad.length > 0) {
    return { why: `data goes to \`${id}\` in ${listed(abroad)}, and no mechanism covers it` };
  }
  if (role !== "staff" || countries.length > 0) return null;
  return {
    level: "warning" as const,
    why: `\`${id}\` reaches the data from abroad, and no mechanism is named; general assurances are none`,
  };
}

function regular(
  matter: LintCase,
  recipient: Recipient,
  transfers: readonly Transfer[],
): readonly LintFinding[] {
  const carries = transfers.filter((each) => faultOf(matter, each, []) === null);
  const only = carries.length > 0 && carries.every(({ kind }) => kind === "derogation");
  if (!only || !REGULAR.has(recipient.role)) return [];
  return matter.find("transfer.derogation-regular", "transfer-derogation", {
    path: `recipients.${recipient.id}.transfers`,
    clause: matter.clauses.of([`recipient:${recipient.id}`], "transfers"),
    why: `\`${recipient.id}\` gets data as a rule, on a derogation alone`,
  });
}

function copy(
  matter: LintCase,
  recipient: Recipient,
  transfers: readonly Transfer[],
): readonly LintFinding[] {
  const safeguards = transfers.filter(({ kind }) => kind === "clauses" || kind === "bcr");
  const unsaid = safeguards.filter((transfer) => transfer.copy === null);
  if (unsaid.length === 0 || unsaid.length < safeguards.length) return [];
  if (matter.clauses.about("practice:transfer-copy").length > 0) return [];
  return matter.find("transfer.copy-missing", "transfer-copy", {
    path: `recipients.${recipient.id}.transfers`,
    clause: matter.clauses.of([`recipient:${recipient.id}`], "transfers"),
    why: `how to get a copy of ${listed(unsaid.map(({ mechanism }) => mechanism))} is not said`,
    write: "say it under `copy` of the transfer, or in a clause about `practice:transfer-copy`",
  });
}

/** Only where nothing that is declared lives longer. */
function endsSoon(
  matter: LintCase,
  recipient: Recipient,
  transfers: readonly Transfer[],
  abroad: readonly string[],
): readonly LintFinding[] {
  if (abroad.length === 0) return [];
  const { mechanisms: known } = matter.world;
  const alive = transfers.flatMap(({ mechanism }) =>
    known.filter(
      (each) =>
        each.id === mechanism && each.regime === matter.law.transfers && isAlive(each, matter.at),
    ),
  );
  const ends = alive.map(({ until }) => until ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...ends);
  if (alive.length === 0 || last - matter.at > SOON_MS) return [];
  return matter.find("transfer.ends-soon", "transfer-mechanism", {
    path: `recipients.${recipient.id}.transfers`,
    clause: matter.clauses.of([`recipient:${recipient.id}`], "transfers"),
    level: "note",
    why: `${listed(alive.map(({ id }) => id))}, on which the transfer to \`${recipient.id}\` rests, ends on ${dayOf(last)}`,
  });
}
