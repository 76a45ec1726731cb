import { provisionOf } from "#core/law/request-grounds";
import type { Rendered, Template, TemplateInput } from "#messages";
import { plural, type TextKey, t } from "#platform/text/text";
import type { Letter, TemplateDeps } from "./templates.ts";

const DAY = 24 * 3_600;
const LINK_DAYS = 14;

type Use = "rights-proof" | "rights-request";
type Area =
  | "rights_proof"
  | "rights_package"
  | "rights_answered"
  | "rights_corrected"
  | "rights_refused"
  | "rights_clarify"
  | "rights_extended";

export type RightsLetterDeps = Pick<TemplateDeps, "wordsOf"> & {
  readonly link: (
    path: string,
    use: Use,
    content: { readonly [name: string]: string },
    seconds: number,
  ) => string;
};

type Write = (input: TemplateInput, given: Letter) => Rendered;

/** Letters about a request, in the person's language, with the words of the colleague in them. */
export function rightsLetters(
  deps: RightsLetterDeps,
  write: Write,
): { readonly [name: string]: Template } {
  const about = (area: Area, more: (input: TemplateInput) => readonly string[] = () => []) =>
    letterAbout(deps, write, area, more);
  return {
    "rights-proof": about("rights_proof"),
    "rights-package": about("rights_package"),
    "rights-answered": about("rights_answered"),
    "rights-corrected": about("rights_corrected"),
    "rights-clarify": about("rights_clarify"),
    "rights-extended": about("rights_extended", extension),
    "rights-refused": about("rights_refused", refusal),
  };
}

function letterAbout(
  deps: RightsLetterDeps,
  write: Write,
  area: Area,
  more: (input: TemplateInput) => readonly string[],
): Template {
  return async (input) => {
    const { subjectId, params, language } = input.message;
    const say = (key: TextKey) => t(language, key);
    const words =
      params.words === undefined ? null : await deps.wordsOf(input.tx, subjectId, params.words);
    // The person was erased since: there is nothing to say any more.
    if (params.words !== undefined && words === null) return null;
    const isProof = area === "rights_proof";
    const content = { subject: subjectId, request: params.request ?? "" };
    const href = deps.link(
      isProof ? "/rights/prove" : "/rights/request",
      isProof ? "rights-proof" : "rights-request",
      content,
      LINK_DAYS * DAY,
    );
    return write(input, {
      subject: say(`mail.${area}.subject`),
      paragraphs: [
        say(`mail.${area}.body`),
        ...(words === null ? [] : words.split(/\n{2,}/)),
        ...more(input),
      ],
      button: { text: say(`mail.${isProof ? "rights_proof" : "rights_answered"}.button`), href },
      after: [plural(language, "mail.expires.days", LINK_DAYS)],
    });
  };
}

/** The new day, and on which ground it takes longer (GDPR 12(3)). */
function extension({ message: { language, params } }: TemplateInput): readonly string[] {
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const due = day.format(new Date(`${params.due ?? ""}T00:00:00Z`));
  const ground = t(language, `mail.rights_extended.ground.${params.ground}` as TextKey);
  return [ground, t(language, "mail.rights_extended.due", { due })];
}

/** Why nothing is done, and where the person can complain (GDPR 12(4)). */
function refusal({ message: { language, params }, notice }: TemplateInput): readonly string[] {
  const { ground = "", regime = "" } = params;
  const reason = t(language, `mail.rights_refused.ground.${ground}` as TextKey);
  const provision = provisionOf(ground, regime);
  const place = ({ name, url }: { readonly name: string; readonly url: string | null }) =>
    url === null ? name : `${name}: ${url}`;
  const { complaints, authorities } = notice.rights;
  const steps = complaints.map(({ step, name, url }) =>
    place({ name: name[language] ?? step, url }),
  );
  const offices = authorities.map(
    ({ country, name, url }) => `${country}: ${place({ name, url })}`,
  );
  return [
    provision === null ? reason : `${reason} (${provision})`,
    t(language, "mail.rights_refused.complain"),
    ...[...steps, ...offices].map((line) => `– ${line}`),
  ];
}
