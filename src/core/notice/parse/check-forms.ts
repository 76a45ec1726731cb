import { textsOf } from "./known-ids.ts";
import { child, entriesOf, itemsOf, type Node, type Report, textOf } from "./tree.ts";

/**
 * Reports fields whose category, kind and answers do not go together, and offers that their purpose
 * does not make.
 */
export function checkForms(root: Node, report: Report): void {
  for (const [id, { node }] of entriesOf(child(root, "forms"))) {
    const path = `forms.${id}`;
    const source = textOf(child(node, "source"));
    const from = child(child(root, "sources"), source ?? "");
    for (const [name, { keyAt, node: field }] of entriesOf(child(node, "fields"))) {
      const here = `${path}.fields.${name}`;
      const category = child(field, "category");
      const given = textOf(category);
      if (from !== undefined && category !== undefined && given !== null) {
        if (!textsOf(child(from, "categories")).includes(given)) {
          const message = `\`${given}\` is not among the categories of source \`${source}\``;
          report({ at: category.at, path: `${here}.category`, message });
        }
      }
      checkAddressKind(root, field, given, here, report);
      const isChoice = textOf(child(field, "kind")) === "choice";
      const options = child(field, "options");
      if (isChoice && entriesOf(options).size === 0) {
        report({ at: keyAt, path: here, message: "a choice needs its `options`" });
      }
      if (!isChoice && options !== undefined) {
        report({ at: options.at, path: `${here}.options`, message: "only a choice has `options`" });
      }
    }
    checkOffers(root, node, path, report);
  }
}

/**
 * An address is found again, proven and suppressed by the kind of its category; so a field and its
 * category must agree.
 */
function checkAddressKind(
  root: Node,
  field: Node,
  category: string | null,
  path: string,
  report: Report,
): void {
  const declared = child(child(root, "categories"), category ?? "");
  const kind = child(field, "kind");
  const word = textOf(kind);
  if (declared === undefined || kind === undefined || word === null) return;
  const said = textOf(child(declared, "kind"));
  const ofField = word === "email" || word === "phone" ? word : null;
  const ofCategory = said === "email" || said === "phone" ? said : null;
  if (ofField === ofCategory) return;
  const message =
    ofField === null
      ? `category \`${category}\` has \`kind: ${ofCategory}\`, so the field must be of that kind`
      : `a field of kind \`${ofField}\` needs a category with \`kind: ${ofField}\``;
  report({ at: kind.at, path: `${path}.kind`, message });
}

function checkOffers(root: Node, form: Node, path: string, report: Report): void {
  for (const [index, offer] of itemsOf(child(form, "offers")).entries()) {
    const purpose = textOf(child(offer, "purpose"));
    const declared = child(child(root, "purposes"), purpose ?? "");
    if (declared === undefined) continue;
    for (const [key, section] of [
      ["channel", "channels"],
      ["topic", "topics"],
    ] as const) {
      const given = child(offer, key);
      const word = textOf(given);
      if (given === undefined || word === null) continue;
      if (textsOf(child(declared, section)).includes(word)) continue;
      const message = `\`${word}\` is not among the ${section} of purpose \`${purpose}\``;
      report({ at: given.at, path: `${path}.offers[${index}].${key}`, message });
    }
  }
}
