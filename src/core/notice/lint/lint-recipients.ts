import type { Recipient } from "../notice.ts";
import { type LintCase, listed } from "./case.ts";
import type { LintFinding } from "./finding.ts";

/** Recipients that are named, in countries that are said, with purposes, and chains that fit. */
export function lintRecipients(matter: LintCase): readonly LintFinding[] {
  return [...matter.notice.recipients.values()].flatMap((recipient) => [
    ...country(matter, recipient),
    ...unnamed(matter, recipient),
    ...purposes(matter, recipient),
    ...onward(matter, recipient),
  ]);
}

function place(matter: LintCase, { id }: Recipient, what = "") {
  return {
    path: `recipients.${id}${what}`,
    clause: matter.clauses.of([`recipient:${id}`], "recipients"),
  };
}

function country(matter: LintCase, recipient: Recipient): readonly LintFinding[] {
  if (recipient.countries.length > 0) return [];
  return matter.find("recipient.country-missing", "recipient-country", {
    ...place(matter, recipient),
    // Authorities come to the data by law, and from wherever they are.
    ...(recipient.role === "authority" ? { level: "note" as const } : {}),
    why: `to which countries \`${recipient.id}\` may take the data is not said`,
  });
}

function unnamed(matter: LintCase, recipient: Recipient): readonly LintFinding[] {
  const { named, countries, role } = recipient;
  if (named || countries.length > 0 || role === "authority") return [];
  return matter.find("recipient.unnamed", "recipients-named", {
    ...place(matter, recipient),
    why: `\`${recipient.id}\` is a kind of recipients so wide that nobody can tell who gets the data`,
  });
}

function purposes(matter: LintCase, recipient: Recipient): readonly LintFinding[] {
  if (recipient.discloses.some(({ categories }) => categories.size > 0)) return [];
  return matter.find("recipient.purposes-missing", "processor-purposes", {
    ...place(matter, recipient, ".discloses"),
    why: `what \`${recipient.id}\` gets, and for which purpose, is not said`,
  });
}

function onward(matter: LintCase, recipient: Recipient): readonly LintFinding[] {
  return recipient.onward.flatMap((id) => {
    const next = matter.notice.recipients.get(id);
    const wider = (next?.discloses ?? []).filter((tuple) => {
      const given = new Set(
        recipient.discloses
          .filter(({ purpose }) => purpose === tuple.purpose)
          .flatMap(({ categories }) => [...categories]),
      );
      return [...tuple.categories].some((category) => !given.has(category));
    });
    if (wider.length === 0) return [];
    return matter.find("recipient.onward-wider", "onward", {
      ...place(matter, recipient, ".onward"),
      why: `\`${id}\` gets more for ${listed(wider.map(({ purpose }) => purpose))} than \`${recipient.id}\`, which passes it on`,
    });
  });
}
