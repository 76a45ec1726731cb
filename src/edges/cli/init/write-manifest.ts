import { Document, isMap, isScalar } from "yaml";
import { formatManifest } from "#core/notice/format/format-manifest";
import type { Manifest } from "#core/notice/manifest-schema";
import { assert } from "#kit/assert";
import type { Answers } from "./answers.ts";
import type { Look } from "./look.ts";

/** Comments by section: what a person must still look at. */
function commentsFor(
  manifest: Manifest,
  answers: Answers,
  look: Look | null,
): { readonly [section: string]: string } {
  const recipients = Object.values(manifest.recipients ?? {});
  const hasClauses = recipients.some(({ transfers }) => transfers !== undefined);
  const forms =
    look !== null && look.page.forms.length > 0
      ? " Forms as they were found on the page, labels in its language. What each of them is for is a guess:\n" +
        " `enquiries`. Say so where it is another purpose, and translate the labels."
      : " What is entered here is checked by kind; fields that are not here are refused.";
  return {
    recipients: recipientComment(answers, look, hasClauses),
    storedItems: itemComment(look),
    purposes:
      " Each purpose needs a basis under each law above. Raise `revision` when you change one materially.",
    forms,
  };
}

function recipientComment(answers: Answers, look: Look | null, hasClauses: boolean): string {
  const lines = [" Everybody who may get personal data. Nothing goes to anybody else."];
  if (answers.hosting === null) {
    lines.push(
      " Your hosting company is not named and is taken to be in your own country: check it.",
    );
  }
  if (hasClauses) {
    lines.push(
      " Where `transfers` says clauses, they must have been signed: check it with the company.",
    );
  }
  const hosts = look?.page.scriptHosts ?? [];
  if (hosts.length > 0) {
    lines.push(
      "",
      " The page loads scripts from these hosts, which so learn who visits it. Declare each that you keep,",
      " with its purpose, countries and whatever it stores; what it stores only `scan` can see.",
      ...hosts.map((host) => `   ${host}`),
    );
  }
  return lines.join("\n");
}

function itemComment(look: Look | null): string {
  const lines = [" The whole list of what is kept on the device. Nothing outside it is set."];
  const cookies = look?.cookies ?? [];
  if (cookies.length > 0) {
    lines.push(
      "",
      " The server of the page set these cookies with its first answer. They are not declared yet:",
      ...cookies.map((name) => `   ${name}`),
    );
  }
  return lines.join("\n");
}

const HEAD = ` yaml-language-server: $schema=SCHEMA
 
 A starter, to be read and changed by somebody who knows your organisation. It says what a small one usually does;
 what you do otherwise, say here, or do not do. It is no legal advice.
 
   npm run -s fairnotice -- check THIS-FILE      what the law asks for and the file lacks
   npm run -s fairnotice -- render THIS-FILE     the notice as people will read it`;

/** The manifest as YAML that a person goes on with; the formatter lays it out. */
export function writeManifest(
  manifest: Manifest,
  answers: Answers,
  look: Look | null,
  schema: string,
): string {
  const document = new Document(manifest, { aliasDuplicateObjects: false });
  document.commentBefore = HEAD.replace("SCHEMA", schema);
  const comments = commentsFor(manifest, answers, look);
  const { contents } = document;
  for (const { key } of isMap(contents) ? contents.items : []) {
    if (!isScalar(key)) continue;
    const comment = comments[String(key.value)];
    if (comment !== undefined) key.commentBefore = comment;
  }
  const formatted = formatManifest(document.toString({ lineWidth: 0 }), "starter");
  assert("text" in formatted, "what was written can be read");
  return formatted.text;
}
