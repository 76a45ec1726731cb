import { textsOf } from "./known-ids.ts";
import { child, entriesOf, itemsOf, type Node, type Report, textOf, visitPath } from "./tree.ts";

/**
 * Reports what joint control, decisions, frameworks, special grounds and what is kept on the device
 * say that does not go together with the rest.
 */
export function checkArrangements(root: Node, report: Report): void {
  checkJointControl(root, report);
  checkDecisions(root, report);
  checkSpecialGrounds(root, report);
  checkReaders(root, report);
  checkFrameworks(root, report);
  for (const wanted of ["california.metrics.requests", "california.links"]) {
    visitPath(root, wanted, (list, path) => checkKinds(list, path, report));
  }
}

function checkJointControl(root: Node, report: Report): void {
  for (const [id, { keyAt, node }] of entriesOf(child(root, "jointControl"))) {
    const path = `jointControl.${id}`;
    const recipients = itemsOf(child(node, "recipients"));
    const parties = new Set([...textsOf(child(node, "controllers")), ...recipients.map(textOf)]);
    if (parties.size < 2) report({ at: keyAt, path, message: "joint control needs two or more" });
    for (const [index, item] of recipients.entries()) {
      const recipient = textOf(item) ?? "";
      const role = textOf(child(child(child(root, "recipients"), recipient), "role"));
      if (role === null || role === "joint") continue;
      const message = `recipient \`${recipient}\` has the role \`${role}\`, not \`joint\``;
      report({ at: item.at, path: `${path}.recipients[${index}]`, message });
    }
    const answered = new Set<string>();
    for (const [index, answer] of itemsOf(child(node, "answers")).entries()) {
      const here = `${path}.answers[${index}]`;
      const by = child(answer, "by");
      const party = textOf(by);
      if (by !== undefined && party !== null && !parties.has(party)) {
        const message = `\`${party}\` is not among those that decide together here`;
        report({ at: by.at, path: `${here}.by`, message });
      }
      for (const [place, item] of itemsOf(child(answer, "matters")).entries()) {
        const matter = textOf(item);
        if (matter === null) continue;
        const message = `\`${matter}\` is answered for by two`;
        if (answered.has(matter)) {
          report({ at: item.at, path: `${here}.matters[${place}]`, message });
        }
        answered.add(matter);
      }
    }
  }
}

function checkDecisions(root: Node, report: Report): void {
  for (const [id, { keyAt, node }] of entriesOf(child(root, "decisions"))) {
    const purposes = textsOf(child(node, "purposes"));
    if (purposes.length === 0) {
      const message = "a decision needs the `purposes` that it is made for";
      report({ at: keyAt, path: `decisions.${id}`, message });
    }
    const used = new Set(purposes.flatMap((purpose) => categoriesOf(root, purpose)));
    for (const [index, item] of itemsOf(child(node, "categories")).entries()) {
      const category = textOf(item);
      if (category === null || used.has(category) || purposes.length === 0) continue;
      const message = `\`${category}\` is not among the categories of its purposes`;
      report({ at: item.at, path: `decisions.${id}.categories[${index}]`, message });
    }
  }
}

/** A ground names special categories or offences that its purpose uses. */
function checkSpecialGrounds(root: Node, report: Report): void {
  for (const [purpose, { node }] of entriesOf(child(root, "purposes"))) {
    const used = textsOf(child(node, "categories"));
    visitPath(node, "specialGrounds.*[].categories[]", (item, inner) => {
      const category = textOf(item);
      const declared = child(child(root, "categories"), category ?? "");
      if (category === null || declared === undefined) return;
      const path = `purposes.${purpose}.${inner}`;
      if (!used.includes(category)) {
        const message = `\`${category}\` is not among the categories of purpose \`${purpose}\``;
        report({ at: item.at, path, message });
      } else if (!isOn(declared, "special") && !isOn(declared, "offences")) {
        const message = `\`${category}\` is neither \`special\` nor \`offences\`, so it needs no ground`;
        report({ at: item.at, path, message });
      }
    });
  }
}

/** Who can read what is stored gets it; so it must be disclosed to it (GATE.md, rule 1). */
function checkReaders(root: Node, report: Report): void {
  for (const [id, { node }] of entriesOf(child(root, "storedItems"))) {
    for (const [index, item] of itemsOf(child(node, "readers")).entries()) {
      const reader = textOf(item);
      const declared = child(child(root, "recipients"), reader ?? "");
      if (reader === null || declared === undefined) continue;
      const gets = new Set(pairsOf(child(declared, "discloses")));
      const missing = pairsOf(child(node, "stores")).find((pair) => !gets.has(pair));
      if (missing === undefined) continue;
      const message = `\`${reader}\` reads it, but does not get ${missing}`;
      report({ at: item.at, path: `storedItems.${id}.readers[${index}]`, message });
    }
  }
}

function pairsOf(tuples: Node | undefined): readonly string[] {
  return itemsOf(tuples).flatMap((tuple) => {
    const purpose = textOf(child(tuple, "purpose"));
    return textsOf(child(tuple, "categories")).map((each) => `\`${each}\` for \`${purpose}\``);
  });
}

function checkFrameworks(root: Node, report: Report): void {
  for (const [id, { node }] of entriesOf(child(root, "frameworks"))) {
    const [since, until] = [child(node, "since"), child(node, "until")];
    const [first, last] = [textOf(since), textOf(until)];
    if (until === undefined || first === null || last === null || last > first) continue;
    const message = `it ends on ${last}, but began on ${first}`;
    report({ at: until.at, path: `frameworks.${id}.until`, message });
  }
}

function checkKinds(list: Node, path: string, report: Report): void {
  const seen = new Set<string>();
  for (const [index, item] of itemsOf(list).entries()) {
    const kind = textOf(child(item, "kind"));
    if (kind === null) continue;
    if (seen.has(kind)) {
      report({ at: item.at, path: `${path}[${index}]`, message: `\`${kind}\` is listed twice` });
    }
    seen.add(kind);
  }
}

/** What is said of a source must fit where its data comes from, and ages must be an interval. */
export function checkSources(root: Node, report: Report): void {
  for (const [id, { node }] of entriesOf(child(root, "sources"))) {
    const path = `sources.${id}`;
    const from = textOf(child(node, "from"));
    const isOwn = from === "person" || from === "device";
    for (const key of ["told", "publiclyAccessible"]) {
      const given = child(node, key);
      if (given === undefined || !isOwn) continue;
      const message = `\`${key}\` is for data that does not come from the person`;
      report({ at: given.at, path: `${path}.${key}`, message });
    }
    const open = child(node, "publiclyAccessible");
    if (from === "public" && open?.kind === "scalar" && open.value === false) {
      const message = "a source that is `public` is accessible to the public";
      report({ at: open.at, path: `${path}.publiclyAccessible`, message });
    }
    const guardian = child(child(node, "audience"), "guardianConsent");
    if (guardian !== undefined && !isOn(node, "children")) {
      const message = "where guardians agree, children are addressed: say `children: true`";
      report({ at: guardian.at, path: `${path}.audience.guardianConsent`, message });
    }
  }
  for (const wanted of ["sources.*.audience", "sites.*.audience"]) {
    visitPath(root, wanted, (node, path) => {
      const [from, under] = [child(node, "from"), child(node, "under")];
      if (from?.kind !== "scalar" || under?.kind !== "scalar") return;
      if (Number(from.value) < Number(under.value)) return;
      const message = `no age is from ${from.value} and under ${under.value}`;
      report({ at: under.at, path: `${path}.under`, message });
    });
  }
}

/** Earlier terms of use go back in time, each version once. */
export function checkTerms(root: Node, report: Report): void {
  const terms = child(root, "terms");
  let later = textOf(child(terms, "date"));
  const seen = new Set([textOf(child(terms, "version"))]);
  for (const [index, item] of itemsOf(child(terms, "earlier")).entries()) {
    const path = `terms.earlier[${index}]`;
    const [date, version] = [child(item, "date"), child(item, "version")];
    const [day, number] = [textOf(date), textOf(version)];
    if (date !== undefined && day !== null && later !== null && day >= later) {
      const message = `${day} is not earlier than ${later}; the latest comes first`;
      report({ at: date.at, path: `${path}.date`, message });
    }
    if (version !== undefined && number !== null && seen.has(number)) {
      const message = `version \`${number}\` is listed twice`;
      report({ at: version.at, path: `${path}.version`, message });
    }
    seen.add(number);
    later = day;
  }
}

function categoriesOf(root: Node, purpose: string): readonly string[] {
  return textsOf(child(child(child(root, "purposes"), purpose), "categories"));
}

function isOn(node: Node | undefined, key: string): boolean {
  const given = child(node, key);
  return given?.kind === "scalar" && given.value === true;
}
