import { REFERENCE_SECTIONS } from "../references.ts";
import type { KnownIds } from "./known-ids.ts";
import { nearest } from "./nearest.ts";
import { child, entriesOf, itemsOf, type Node, type Report, textOf, visitPath } from "./tree.ts";

/** Every place where a manifest names something that it declares elsewhere, and where. */
const REFERENCES: readonly (readonly [path: string, section: string])[] = [
  ["purposes.*.categories[]", "categories"],
  ["purposes.*.profilingFor", "purposes"],
  ["purposes.*.topics[]", "topics"],
  ["purposes.*.families[]", "families"],
  ["purposes.*.clause", "clauses"],
  ["purposes.*.controllers[]", "controllers"],
  ["purposes.*.specialGrounds.*[].categories[]", "categories"],
  ["purposes.*.retention[].categories[]", "categories"],
  ["purposes.*.retention[].from[]", "events"],
  ["sources.*.categories[]", "categories"],
  ["recipients.*.discloses[].purpose", "purposes"],
  ["recipients.*.discloses[].categories[]", "categories"],
  ["recipients.*.onward[]", "recipients"],
  ["storedItems.*.recipient", "recipients"],
  ["storedItems.*.readers[]", "recipients"],
  ["storedItems.*.sites[]", "sites"],
  ["storedItems.*.stores[].purpose", "purposes"],
  ["storedItems.*.stores[].categories[]", "categories"],
  ["forms.*.source", "sources"],
  ["forms.*.purposes[]", "purposes"],
  ["forms.*.offers[].purpose", "purposes"],
  ["forms.*.offers[].topic", "topics"],
  ["forms.*.fields.*.category", "categories"],
  ["changes[].purpose", "purposes"],
  ["rights.contact", "contacts"],
  ["rights.appeal.contact", "contacts"],
  ["complaints[].contact", "contacts"],
  ["complaints[].regimes[]", "regimes"],
  ["controllers.*.representatives[].for[]", "regimes"],
  ["sites.*.controller", "controllers"],
  ["sites.*.regimes[]", "regimes"],
  ["jointControl.*.controllers[]", "controllers"],
  ["jointControl.*.recipients[]", "recipients"],
  ["jointControl.*.purposes[]", "purposes"],
  ["jointControl.*.contact", "contacts"],
  ["decisions.*.purposes[]", "purposes"],
  ["decisions.*.categories[]", "categories"],
  ["decisions.*.contact", "contacts"],
  ["frameworks.*.controllers[]", "controllers"],
  ["frameworks.*.categories[]", "categories"],
  ["frameworks.*.contact", "contacts"],
  ["california.incentives.*.categories[]", "categories"],
  ["security.contact", "contacts"],
];

/** Reports what names nothing, and ids that are given twice where a list carries them. */
export function checkReferences(root: Node, known: KnownIds, report: Report): void {
  for (const [wanted, section] of REFERENCES) {
    visitPath(root, wanted, (node, path) => {
      const id = textOf(node);
      if (id !== null) checkId(known, section, id, node, path, report);
    });
  }
  for (const wanted of ["purposes.*.bases", "purposes.*.specialGrounds"]) {
    visitPath(root, wanted, (node, path) => {
      for (const [regime, { keyAt }] of entriesOf(node)) {
        checkId(known, "regimes", regime, { ...node, at: keyAt }, `${path}.${regime}`, report);
      }
    });
  }
  checkClauses(known, report);
}

export function checkId(
  known: KnownIds,
  section: string,
  id: string,
  node: Node,
  path: string,
  report: Report,
): void {
  const ids = known.in(section);
  if (ids.has(id)) return;
  const message = `\`${id}\` is not declared in \`${section}\``;
  report({ at: node.at, path, message, suggestion: () => nearest(id, ids) });
}

/** Anchors of the frame round the notice. */
const TAKEN: ReadonlySet<string> = new Set(["main", "choice"]);

function checkClauses(known: KnownIds, report: Report): void {
  const lines = new Map<string, number>();
  for (const { id, node, path } of known.clauses) {
    const at = child(node, "id")?.at ?? node.at;
    if (TAKEN.has(id)) {
      report({ at, path: `${path}.id`, message: `\`${id}\` is an anchor of the page itself` });
    }
    const first = lines.get(id);
    if (first !== undefined) {
      const message = `duplicate clause id \`${id}\`, first on line ${first}`;
      report({ at, path: `${path}.id`, message });
    } else lines.set(id, at.line);
    for (const [index, item] of itemsOf(child(node, "about")).entries()) {
      const [kind = "", about = ""] = (textOf(item) ?? "").split(":");
      const section = kind === "practice" ? "practices" : sectionOf(kind);
      if (section === null) continue;
      checkId(known, section, about, item, `${path}.about[${index}]`, report);
    }
  }
}

/** Section of a reference's kind; null where there is no such kind. */
export function sectionOf(kind: string): string | null {
  if (kind === "right") return "rights";
  if (kind === "clause") return "clauses";
  const sections: { readonly [kind: string]: string } = REFERENCE_SECTIONS;
  return Object.hasOwn(sections, kind) ? (sections[kind] ?? null) : null;
}
