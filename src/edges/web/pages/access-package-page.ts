import type { AccessPackage, PackageLine } from "#edges/web/ports";
import { type Html, html } from "#kit/html";
import { type TextKey, t } from "#platform/text/text";
import { mayList } from "./preferences-pages.ts";

/** The package of an access request in a readable form (GDPR 12(1), 15). */
export function accessPackagePage(made: AccessPackage, language: string): Html {
  const say = (key: TextKey) => t(language, key);
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  const when = (at: number) => format.format(at);
  const line = (value: PackageLine & { readonly value: string | null }) => [
    value.name,
    value.value ?? say("web.rights.package.withheld"),
    value.source,
    when(value.collectedAt),
    String(value.noticeVersion),
    value.purposes.join(", "),
  ];
  const values = made.values.map(line);
  const claims = made.claims.flatMap((claim) => claim.values.map(line));
  const submissions = made.submissions.map((each) => [
    when(each.at),
    [each.form, each.asset].filter((part) => part !== null).join(" · "),
    String(each.noticeVersion),
  ]);
  const requests = made.requests.map((each) => [when(each.at), each.kind, each.state]);
  const about = [made.about.country, made.about.language, ...made.about.relationships];
  const choices = made.choices.map((choice) => [
    when(choice.at),
    choice.act,
    [choice.purpose, choice.channel, choice.topic].filter((part) => part !== null).join(" · "),
    String(choice.noticeVersion),
  ]);
  const messages = made.messages.map((each) => [
    when(each.at),
    each.class,
    each.template,
    each.state,
  ]);
  const looks = made.looks.map((each) => [when(each.at), each.purpose, each.categories.join(", ")]);
  const recipients = made.recipients.map((each) => [
    each.name,
    each.role,
    each.countries.join(", "),
  ]);
  const none = say("web.rights.package.nothing");
  const [what, value, source, at] = [
    say("web.col.what"),
    say("web.col.value"),
    say("web.col.source"),
    say("web.col.when"),
  ];
  const [notice, purposes, who] = [
    say("web.col.notice"),
    say("web.col.purposes"),
    say("web.col.who"),
  ];
  return html`<h1>${say("web.rights.package.title")}</h1>
<p class="lead">${say("web.rights.package.lead")}</p>
<p class="meta">${when(made.madeAt)} · ${made.notice.title}, ${made.notice.version}</p>
${table(say("web.rights.package.values"), [what, value, source, at, notice, purposes], values, none)}
<p class="meta">${about.filter((part) => part !== null).join(" · ")}</p>
${claims.length > 0 && claimsPart(say, made, table(say("web.rights.package.claims"), [what, value, source, at, notice, purposes], claims, none))}
${table(say("web.rights.package.choices"), [at, what, purposes, notice], choices, none)}
<h2>${say("web.rights.package.purposes")}</h2>${mayList(made.may)}
${table(say("web.rights.package.recipients"), [who, what, value], recipients, none)}
${table(say("web.rights.package.messages"), [at, what, source, value], messages, none)}
${table(say("web.rights.package.submissions"), [at, what, notice], submissions, none)}
${table(say("web.rights.package.requests"), [at, what, value], requests, none)}
${table(say("web.rights.package.looks"), [at, purposes, what], looks, none)}`;
}

function claimsPart(say: (key: TextKey) => string, made: AccessPackage, list: Html): Html {
  const isWhole = made.claims.every(({ told }) => told);
  const withheld = html`<p>${say("web.rights.package.claims.withheld")}</p>`;
  return html`${list}<p>${say("web.rights.package.claims.lead")}</p>${!isWhole && withheld}`;
}

function table(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  none: string,
): Html {
  if (rows.length === 0) return html`<h2>${title}</h2><p>${none}</p>`;
  return html`<h2>${title}</h2><div class="table-scroll" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`;
}
