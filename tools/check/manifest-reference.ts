import {
  COUNTRY,
  DATE,
  EMAIL,
  HOST,
  ID,
  LANGUAGE,
  REGIME,
  WEB_URL,
} from "#core/notice/manifest-words";
import type { Schema } from "#core/notice/parse/check-shape";
import { publishedSchema } from "#core/notice/published-schema";

const HEAD = `# Every key of a manifest

Written from the schema by \`npm run check -- contract --write\`; the guide ([write a manifest](guides/write-a-manifest.md)) says
how the keys are used. **Bold** keys must be there. A *text* is a string where the notice has one language, else a map with
every language. In headings, \`*\` stands for an id of your own and \`[]\` for each item of a list.
`;

type Described = Schema & { readonly default?: unknown };

/** A page with a table for each kind of thing that a manifest holds. */
export function manifestReferencePage(): string {
  const schema = publishedSchema() as Described;
  const sections = [`## The manifest\n\n${tableOf(schema, "")}`];
  for (const [key, each] of Object.entries(schema.properties ?? {})) {
    const tables = tablesUnder(each as Described, key);
    if (tables.length === 0) continue;
    sections.push([`## \`${key}\``, (each as Described).description ?? "", ...tables].join("\n\n"));
  }
  return `${HEAD}\n${sections.join("\n\n")}\n`;
}

function tablesUnder(schema: Described, path: string): readonly string[] {
  if (isText(schema)) return [];
  const forms = schema.anyOf ?? [];
  if (forms.length > 0) return forms.flatMap((form) => tablesUnder(form, path));
  // Clauses under clauses have the same keys.
  if (/clauses.*clauses/.test(path)) return [];
  const [thing] = Object.values(schema.patternProperties ?? {});
  const inner = [
    ...Object.entries(schema.properties ?? {}).map(
      ([key, each]) => [each, `${path}.${key}`] as const,
    ),
    ...(thing === undefined ? [] : [[thing, `${path}.*`] as const]),
    ...(schema.items === undefined ? [] : [[schema.items, `${path}[]`] as const]),
  ];
  const own =
    schema.properties === undefined
      ? []
      : [[`### \`${path}\``, tableOf(schema, path)].join("\n\n")];
  return [...own, ...inner.flatMap(([each, here]) => tablesUnder(each, here))];
}

function tableOf(schema: Described, path: string): string {
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(([key, each]) => {
    const name = required.has(key) ? `**\`${key}\`**` : `\`${key}\``;
    return `| ${name} | ${holds(each, `${path}.${key}`)} | ${aboutOf(each)} |`;
  });
  return ["| key | holds | about |", "|---|---|---|", ...rows].join("\n");
}

function aboutOf(schema: Described): string {
  const said = (schema.description ?? "").replace(
    " A string where the notice has one language, else a map with every language.",
    "",
  );
  return said.replace(/\|/g, "\\|");
}

const WORDS: { readonly [pattern: string]: string } = {
  [ID]: "id",
  [DATE]: "date",
  [COUNTRY]: "country",
  [LANGUAGE]: "language tag",
  [REGIME]: "regime",
  [EMAIL]: "e-mail address",
  [WEB_URL]: "web address",
  [HOST]: "host",
};

/** What may stand there, in a few words. */
function holds(schema: Described, path: string): string {
  if (schema.anyOf !== undefined) {
    if (isText(schema)) return `text, at most ${schema.anyOf[0]?.maxLength}`;
    return schema.anyOf.map((form) => holds(form, path)).join(", or ");
  }
  if (schema.enum !== undefined) return schema.enum.map((word) => `\`${word}\``).join(" ");
  switch (schema.type) {
    case "object":
      return schema.patternProperties === undefined ? "map (below)" : byKey(schema, path);
    case "array":
      return `list of: ${holds(schema.items ?? {}, path)}`;
    case "boolean":
      return schema.default === undefined
        ? "`true` `false`"
        : `\`true\` \`false\`; else ${schema.default}`;
    case "integer":
      return `whole number ${schema.minimum} to ${schema.maximum}`;
    default:
      return schema.pattern === undefined
        ? `line, at most ${schema.maxLength}`
        : (WORDS[schema.pattern] ?? "line");
  }
}

function byKey(schema: Described, path: string): string {
  const [pattern = "", thing = {}] = Object.entries(schema.patternProperties ?? {})[0] ?? [];
  return `map by ${WORDS[pattern] ?? "key"} of: ${holds(thing, path)}`;
}

function isText(schema: Schema): boolean {
  return schema.anyOf?.some(({ type }) => type === "string") ?? false;
}
