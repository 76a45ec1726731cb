import type { Notice } from "#core/notice/notice";
import { renderHtmlPage } from "#core/notice/render/html";
import { renderJson } from "#core/notice/render/json";
import { renderJsonLd } from "#core/notice/render/jsonld";
import { renderMarkdown } from "#core/notice/render/markdown";
import { siteSheet } from "#edges/web/assets";
import { WORLD } from "#regimes/world";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { noticeAt } from "./manifest-input.ts";
import { argumentsOf, refuseInput, unusable, write } from "./output.ts";

const USAGE = `usage: npm run -s fairnotice -- render MANIFEST [--lang xx] [--format html|md|json|jsonld]

Writes the notice of a manifest to standard output.

  MANIFEST         a file, a folder of .yaml files, or - for standard input
  --lang xx        language of html and md; without it the first of the notice
  --format FORMAT  html: a page of its own; md: Markdown; json: the whole compiled
                   notice in all languages; jsonld: the W3C Data Privacy Vocabulary

exit status: 0 rendered, 2 the manifest or the arguments cannot be used
`;

const SETTING = { mechanisms: WORLD.mechanisms ?? [] };

/** The file carries its look with it, so that it reads well wherever it lies. */
const SHEET = siteSheet.bytes.toString("utf8");

const FORMATS: { readonly [format: string]: (notice: Notice, language: string) => string } = {
  html: (notice, language) => renderHtmlPage(notice, language, SETTING, SHEET),
  md: (notice, language) => renderMarkdown(notice, language, SETTING),
  json: (notice) => `${JSON.stringify(renderJson(notice), null, 2)}\n`,
  jsonld: (notice) => `${JSON.stringify(renderJsonLd(notice), null, 2)}\n`,
};

const OPTIONS = {
  lang: { type: "string" },
  format: { type: "string", default: "html" },
} as const;

export const render: Command = {
  summary: "the notice for people; the declaration for machines",
  usage: USAGE,
  run,
};

async function run(args: string[], io: Streams): Promise<ExitStatus> {
  const parsed = argumentsOf(args, OPTIONS);
  if ("unusable" in parsed) return refuseInput(parsed, io);
  const { values, positionals } = parsed;
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) {
    return refuseInput(unusable("expected one manifest; see `render --help`"), io);
  }
  const renderAs = Object.hasOwn(FORMATS, values.format) ? FORMATS[values.format] : undefined;
  if (renderAs === undefined) {
    const known = Object.keys(FORMATS).join(", ");
    return refuseInput(unusable(`unknown format \`${values.format}\`: ${known}`), io);
  }
  const notice = await noticeAt(path, io);
  if ("unusable" in notice) return refuseInput(notice, io);
  const language = values.lang ?? notice.defaultLanguage;
  if (!notice.languages.includes(language)) {
    const known = notice.languages.join(", ");
    return refuseInput(unusable(`the notice has no language \`${language}\`: ${known}`), io);
  }
  await write(io.stdout, renderAs(notice, language));
  return 0;
}
