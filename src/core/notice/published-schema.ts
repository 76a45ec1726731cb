import { Type } from "typebox";
import { ManifestSchema } from "./manifest-schema.ts";
import { INCLUDES_MAX } from "./parse/includes.ts";

const include = Type.Array(Type.String({ minLength: 1, maxLength: 1000 }), {
  minItems: 1,
  maxItems: INCLUDES_MAX,
  description:
    "Further files of this manifest, relative to this one, in its folder or below. How a manifest lies in files is no part of what it says.",
  examples: [["parts/cookies.yaml", "parts/forms.yaml"]],
});

/** The manifest's schema with what only files have. */
export function publishedSchema(): object {
  const { properties, ...rest } = ManifestSchema;
  return { ...rest, properties: { include, ...properties } };
}

/** The manifest's schema as JSON Schema 2020-12 text, for editors. */
export function publishedManifestSchema(): string {
  return jsonSchema(publishedSchema());
}

/** For a file that is a part of a manifest: nothing is required of it alone. */
export function publishedPartSchema(): string {
  const { required: _, ...part } = publishedSchema() as { required?: unknown };
  return jsonSchema({
    ...part,
    title: "Part of a Fairnotice manifest",
    description: "One of the files of a manifest that lies in several.",
  });
}

function jsonSchema(schema: object): string {
  const whole = { $schema: "https://json-schema.org/draft/2020-12/schema", ...schema };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
