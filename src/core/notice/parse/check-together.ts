import { Temporal } from "temporal-polyfill";
import { isBuiltInMessageClass, isBuiltInPurpose } from "../built-in.ts";
import { countryMeant, isCountry, isLanguageTag } from "../codes.ts";
import { checkAccepted } from "./check-accepted.ts";
import { checkArrangements, checkSources, checkTerms } from "./check-arrangements.ts";
import { checkForms } from "./check-forms.ts";
import { textsOf } from "./known-ids.ts";
import { nearest } from "./nearest.ts";
import { child, entriesOf, itemsOf, type Node, type Report, textOf, visitPath } from "./tree.ts";

/**
 * Reports what each part may say alone but not together with the rest. References that dangle are
 * reported elsewhere and skipped here.
 */
export function checkTogether(root: Node, report: Report): void {
  checkDates(root, report);
  checkCodes(root, report);
  checkControllers(root, report);
  checkPurposes(root, report);
  checkTuples(root, report);
  checkTransfers(root, report);
  checkMessageClasses(root, report);
  checkForms(root, report);
  checkChanges(root, report);
  checkSources(root, report);
  checkTerms(root, report);
  checkArrangements(root, report);
  checkAccepted(root, report);
}

const DATES = [
  "date",
  "terms.date",
  "terms.earlier[].date",
  "frameworks.*.since",
  "frameworks.*.until",
  "accepted[].until",
];

function checkDates(root: Node, report: Report): void {
  for (const wanted of DATES) {
    visitPath(root, wanted, (node, path) => {
      const text = textOf(node);
      if (text === null || isDate(text)) return;
      report({ at: node.at, path, message: `there is no day \`${text}\`` });
    });
  }
  const zone = child(root, "zone");
  const id = textOf(zone);
  if (zone === undefined || id === null || isZone(id)) return;
  const suggestion = () => nearest(id, Intl.supportedValuesOf("timeZone"));
  report({ at: zone.at, path: "zone", message: `there is no time zone \`${id}\``, suggestion });
}

const COUNTRIES = [
  "controllers.*.country",
  "controllers.*.representatives[].country",
  "recipients.*.countries[]",
  "authorities[].country",
];

function checkCodes(root: Node, report: Report): void {
  for (const wanted of COUNTRIES) {
    visitPath(root, wanted, (node, path) => {
      const code = textOf(node);
      if (code === null || isCountry(code)) return;
      const suggestion = () => countryMeant(code);
      report({ at: node.at, path, message: `\`${code}\` is no country`, suggestion });
    });
  }
  for (const wanted of ["languages[]", "sites.*.languages[]"]) {
    visitPath(root, wanted, (node, path) => {
      const tag = textOf(node);
      if (tag === null || isLanguageTag(tag)) return;
      report({ at: node.at, path, message: `\`${tag}\` is no language tag` });
    });
  }
}

export function isDate(text: string): boolean {
  return refusesNothing(() => Temporal.PlainDate.from(text));
}

function isZone(id: string): boolean {
  return refusesNothing(() => new Intl.DateTimeFormat("en", { timeZone: id }));
}

/** Both say what they cannot read by a `RangeError`, and have no gentler way to ask. */
function refusesNothing(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function checkControllers(root: Node, report: Report): void {
  const section = child(root, "controllers");
  if (section?.kind !== "map") return;
  const speaking = [...section.entries].filter(
    ([, { node }]) => textOf(child(node, "role")) === "controller",
  );
  const second = speaking[1];
  if (second !== undefined) {
    const [id, { keyAt }] = second;
    const message = `\`${id}\` is a second controller; one speaks, the others are \`joint\` or \`group\``;
    report({ at: keyAt, path: `controllers.${id}`, message });
  }
  if (speaking.length === 0) {
    const message = "one of `controllers` must have the role `controller`";
    report({ at: section.at, path: "controllers", message });
  }
}

function checkPurposes(root: Node, report: Report): void {
  for (const [id, { keyAt, node }] of entriesOf(child(root, "purposes"))) {
    const path = `purposes.${id}`;
    if (isBuiltInPurpose(id)) {
      report({ at: keyAt, path, message: `\`${id}\` is built in and cannot be declared` });
    }
    const kept = new Set<string>();
    visitPath(node, "retention[].categories[]", (item, inner) => {
      const category = textOf(item);
      if (category === null) return;
      const here = `${path}.${inner}`;
      inPurpose(root, id, category, item, here, report);
      if (kept.has(category)) {
        const message = `\`${category}\` has two retention periods for \`${id}\``;
        report({ at: item.at, path: here, message });
      }
      kept.add(category);
    });
  }
}

/**
 * What is stored or disclosed for a purpose must be among what the purpose uses (GATE.md, rule 1:
 * declared together).
 */
function checkTuples(root: Node, report: Report): void {
  for (const wanted of ["recipients.*.discloses[]", "storedItems.*.stores[]"]) {
    visitPath(root, wanted, (node, path) => {
      const purpose = textOf(child(node, "purpose"));
      if (purpose === null) return;
      for (const [index, item] of itemsOf(child(node, "categories")).entries()) {
        const category = textOf(item);
        if (category === null) continue;
        inPurpose(root, purpose, category, item, `${path}.categories[${index}]`, report);
      }
    });
  }
}

function inPurpose(
  root: Node,
  purpose: string,
  category: string,
  item: Node,
  path: string,
  report: Report,
): void {
  const declared = child(child(root, "purposes"), purpose);
  if (declared === undefined) return;
  const used = textsOf(child(declared, "categories"));
  if (used.includes(category)) return;
  const message = `\`${category}\` is not among the categories of purpose \`${purpose}\``;
  report({ at: item.at, path, message });
}

function checkTransfers(root: Node, report: Report): void {
  visitPath(root, "recipients.*.transfers[]", (node, path) => {
    const isDerogation = textOf(child(node, "kind")) === "derogation";
    const condition = child(node, "condition");
    if (isDerogation && condition === undefined) {
      report({ at: node.at, path, message: "a derogation needs its `condition`" });
    }
    if (!isDerogation && condition !== undefined) {
      const message = "only a derogation has a `condition`";
      report({ at: condition.at, path: `${path}.condition`, message });
    }
  });
}

function checkMessageClasses(root: Node, report: Report): void {
  for (const [id, { keyAt, node }] of entriesOf(child(root, "messageClasses"))) {
    const path = `messageClasses.${id}`;
    for (const key of ["name", "marketing"]) {
      const given = child(node, key);
      if (isBuiltInMessageClass(id) && given !== undefined) {
        const message = `\`${id}\` is built in; only its \`sender\` is declared`;
        report({ at: given.at, path: `${path}.${key}`, message });
      }
      if (!isBuiltInMessageClass(id) && given === undefined) {
        report({ at: keyAt, path, message: `missing key \`${key}\` in \`${path}\`` });
      }
    }
  }
}

function checkChanges(root: Node, report: Report): void {
  const seen = new Set<string>();
  for (const [index, change] of itemsOf(child(root, "changes")).entries()) {
    const path = `changes[${index}]`;
    const purpose = textOf(child(change, "purpose"));
    const revision = child(change, "revision");
    const present = child(child(child(root, "purposes"), purpose ?? ""), "revision");
    if (revision?.kind !== "scalar" || present?.kind !== "scalar") continue;
    if (Number(revision.value) > Number(present.value)) {
      const message = `\`${purpose}\` is at revision ${present.value}, so ${revision.value} cannot have changed it`;
      report({ at: revision.at, path: `${path}.revision`, message });
    }
    const named = `${purpose} ${revision.value}`;
    if (seen.has(named)) {
      report({
        at: change.at,
        path,
        message: `revision ${revision.value} of \`${purpose}\` is listed twice`,
      });
    }
    seen.add(named);
  }
}
