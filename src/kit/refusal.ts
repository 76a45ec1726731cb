import { assert } from "./assert.ts";
import type { Json } from "./canonical-json.ts";

/**
 * One line of a catalogue of refusals. `status` is the HTTP status at the edge; `title` says it to
 * a person, without the case: what happened and, where they can do something, what. The other
 * languages are in the catalogues of `platform/text`.
 */
export type RefusalEntry = { readonly status: number; readonly title: string };
export type RefusalCatalogue = { readonly [code: string]: RefusalEntry };

/**
 * The case at hand: ids and figures, never a personal value. They become members of the problem
 * document.
 */
export type RefusalParams = { readonly [name: string]: Json };

/** Members that RFC 9457 and the product define; a parameter may not stand in for them. */
const RESERVED = new Set(["type", "title", "status", "code", "detail", "instance"]);

const CODE = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9_-]*)+$/;

/**
 * What was asked cannot be done, and the asker can do something about it. Thrown where it is known,
 * turned into problem details (RFC 9457) at the edge and nowhere else. Answers (a denial with its
 * reasons) are values; defects are `assert`.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly params: RefusalParams;

  constructor(code: string, entry: RefusalEntry, params: RefusalParams, detail?: string) {
    super(detail === undefined ? `${code}: ${entry.title}` : `${code}: ${detail}`);
    this.code = code;
    this.status = entry.status;
    this.title = entry.title;
    this.detail = detail;
    this.params = params;
    for (const name of Object.keys(params)) {
      assert(!RESERVED.has(name), `a refusal's parameter may not be called \`${name}\``);
    }
  }
}

export type Refuse<Code extends string> = (
  code: Code,
  params?: RefusalParams,
  detail?: string,
) => never;

/**
 * Declares what a capability may refuse, in its `errors.ts`, and gives the function that does it:
 *
 *     export const choiceRefusals = defineRefusals({
 *       "choice.unknown_purpose": { status: 422, title: "The notice declares no such purpose." },
 *     });
 *     export const refuse: Refuse<keyof typeof choiceRefusals.catalogue> = choiceRefusals.refuse;
 *     ...
 *     const purpose = notice.purposes.get(id) ?? refuse("choice.unknown_purpose", { purpose: id });
 *
 * The annotation lets the compiler know that code after a bare `refuse(...)` is not reached.
 */
export function defineRefusals<const C extends RefusalCatalogue>(
  catalogue: C,
): { readonly catalogue: C; readonly refuse: Refuse<keyof C & string> } {
  for (const [code, { status }] of Object.entries(catalogue)) {
    assert(CODE.test(code), `\`${code}\` is not a dotted lower-case code`);
    assert(status >= 400 && status < 600, `\`${code}\` needs a status of 400 to 599`);
  }
  return {
    catalogue,
    refuse(code, params = {}, detail) {
      const entry = catalogue[code];
      assert(entry !== undefined, `\`${code}\` is not in the catalogue of refusals`);
      throw new Refusal(code, entry, params, detail);
    },
  };
}
