import { ManifestSchema } from "./manifest-schema.ts";

/** The manifest's schema as JSON Schema 2020-12 text, for editors. */
export function publishedManifestSchema(): string {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...ManifestSchema,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
