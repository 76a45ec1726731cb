import { Ajv, type Options, type ValidateFunction } from "ajv";
import ajvFormats from "ajv-formats";
import { parse } from "fast-querystring";
import type { FastifySchemaCompiler } from "fastify";

const OPTIONS: Options = {
  ...{ useDefaults: true, removeAdditional: false, allErrors: false },
  // Annotations of the routes' schemas that say something to readers, not to the validator.
  strict: false,
};

/** A body that came as a form: texts and lists of texts, whatever they are meant to be. */
class FormFields {}

/** For the parser of `application/x-www-form-urlencoded` bodies. */
export function formFields(text: string): { [name: string]: unknown } {
  return Object.setPrototypeOf(parse(text), FormFields.prototype);
}

/**
 * Validates what comes in. Addresses, queries and forms are texts, so what a schema declares as a
 * number or a list is made one. JSON has types of its own and is taken at its word: with coercion
 * a `null` would pass for an empty text, and mean something else.
 */
export function validators(): FastifySchemaCompiler<object> {
  const [texts, exact] = [withFormats({ ...OPTIONS, coerceTypes: "array" }), withFormats(OPTIONS)];
  return ({ schema, httpPart }) => {
    if (httpPart !== "body") return texts.compile(schema);
    const [ofForm, ofJson] = [texts.compile(schema), exact.compile(schema)];
    // Fastify reads what is wrong from the function that it called.
    const validate: ValidateFunction = Object.assign(
      (data: unknown) => {
        const chosen = data instanceof FormFields ? ofForm : ofJson;
        const isValid = chosen(data);
        validate.errors = chosen.errors ?? null;
        return isValid;
      },
      { schema: ofJson.schema, schemaEnv: ofJson.schemaEnv },
    ) as ValidateFunction;
    return validate;
  };
}

function withFormats(options: Options): Ajv {
  const ajv = new Ajv(options);
  ajvFormats.default(ajv);
  return ajv;
}
