import { describe, expect, test } from "vitest";
import { render } from "#kit/html";
import type { Notice } from "../notice.ts";
import { compileStored } from "../read-notice.ts";
import { SAMPLE_MANIFEST } from "../sample-manifest.ts";
import { renderCookies } from "./cookies.ts";
import { directionOf } from "./direction.ts";
import { renderExtract } from "./extract.ts";
import { renderHtml, renderHtmlPage } from "./html.ts";
import { renderJson } from "./json.ts";
import { renderJsonLd } from "./jsonld.ts";
import { renderMarkdown } from "./markdown.ts";
import { consentWording } from "./wording.ts";

function noticeWith(...pairs: readonly (readonly [from: string, to: string])[]): Notice {
  let text = SAMPLE_MANIFEST;
  for (const [from, to] of pairs) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return compileStored(text, "sample.yaml");
}

const notice = noticeWith();
const english = render(renderHtml(notice, "en"));
const french = render(renderHtml(notice, "fr"));

describe("the page", () => {
  test("names language and direction, version and date as they are written there", () => {
    expect(english).toContain('<article class="notice" lang="en" dir="ltr">');
    expect(english).toContain("Version 2 of 1 November 2026");
    expect(french).toContain("Version 2 du 1 novembre 2026");
    expect(renderHtmlPage(notice, "fr")).toMatch(/^<!doctype html>\n<html lang="fr" dir="ltr">/);
  });

  test("has lasting anchors: every link inside leads somewhere, and no id stands twice", () => {
    for (const page of [english, french]) {
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      const inner = [...page.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]);
      expect(inner.length).toBeGreaterThan(8);
      for (const id of inner) expect(ids).toContain(id);
      expect(ids).toEqual(expect.arrayContaining(["use.marketing", "purpose:marketing"]));
    }
  });

  test("opens with the questions that readers bring, then contents, then numbered clauses", () => {
    const order = ["glance:who", "glance:complain", "part:contents", 'id="who"', 'id="part:annex"'];
    const places = order.map((each) => english.indexOf(each));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(english).toContain('<h3 id="title:use.answer"><span class="clause-number">2.1</span>');
  });

  test("answers each question from the declared facts", () => {
    const answers = english.slice(english.indexOf("<dl>"), english.indexOf("</dl>"));
    const text = answers.replace(/<[^>]*>/g, "").replaceAll("\u00a0", " ");
    for (const said of [
      "Sample Limited. Write to privacy@sample.example.",
      "Data protection officer: dpo@sample.example.",
      "E-mail address, Name, Country and Visits.",
      "only if you agree: Marketing and Statistics",
      "a contract with you, or steps you asked for before one: Answers",
      "2 years.",
      "Some of it has no fixed end.",
      "works for us on our instructions: Mailer Corp and Host SA",
      "Also outside United Kingdom: United States and France.",
      "strictly necessary: 1",
      "Information Commissioner",
    ]) {
      expect(text).toContain(said);
    }
  });

  test("what a clause says at length is folded below its short answer, and only then", () => {
    expect(english).toContain('<p class="clause-short">Sample Limited decides.</p>\n<details');
    const brief = english.slice(
      english.indexOf('id="use.marketing"'),
      english.indexOf('id="cookies"'),
    );
    expect(brief).not.toContain("<details");
    // A table that stands in something folded is not folded again.
    expect(english).not.toMatch(/fold-clause">(?:(?!<\/details>)[\s\S])*fold-table/);
  });

  test("shows every thing that is declared, whether a clause asks for its table or not", () => {
    for (const { id } of notice.purposes.values()) expect(english).toContain(`id="purpose:${id}"`);
    for (const { id } of notice.recipients.values()) {
      expect(english).toContain(`id="recipient:${id}"`);
    }
    for (const { item } of notice.storedItems.values()) expect(english).toContain(item);
    for (const said of [
      "13 months",
      "until you close the browser",
      "2 years after the last contact",
    ]) {
      expect(english).toContain(said);
    }
  });

  test("a table that stands twice has its anchors once", () => {
    const twice = noticeWith(['en: "{{cookies}}"', 'en: "{{cookies}}\\n\\n{{cookies}}"']);
    const page = render(renderHtml(twice, "en"));
    expect(page.match(/notice-cookies/g)).toHaveLength(2);
    expect(page.match(/id="stored-item:ga"/g)).toHaveLength(1);
  });

  test("tables have captions and headings of columns and rows", () => {
    const tables = english.match(/<table[\s\S]*?<\/table>/g) ?? [];
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) {
      expect(table).toContain("<caption>");
      expect(table).toContain('<th scope="col">');
      expect(table).toContain('<th scope="row">');
    }
  });

  test("markup in prose and names is shown, never obeyed", () => {
    const evil = '<script>alert(1)</script>"onload=';
    const wicked = noticeWith(
      ["{ en: Statistics,", `{ en: '${evil}',`],
      ["en: See {{purpose:answer}}", `en: ${evil} See {{purpose:answer}}`],
      ["provider: Google Analytics", `provider: '${evil}'`],
    );
    for (const page of [renderHtmlPage(wicked, "en"), render(renderCookies(wicked, "en"))]) {
      expect(page).not.toMatch(/<script|"onload/);
      expect(page).toContain("&lt;script&gt;");
    }
    expect(renderMarkdown(wicked, "en")).not.toContain("<script");
  });

  test("nothing inline: no script, no style", () => {
    expect(english).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/);
  });

  test("links that leave the declared sites say so", () => {
    const linked = noticeWith([
      "en: See {{purpose:answer}} and {{page:preferences}}.",
      "en: 'See [a](https://www.sample.example/x) [b](https://elsewhere.example/) [c](https://sample.example/).'",
    ]);
    const page = render(renderHtml(linked, "en"));
    expect(page).toContain('<a href="https://www.sample.example/x">a</a>');
    for (const host of ["elsewhere.example", "sample.example"]) {
      expect(page).toContain(`<a class="leaves" href="https://${host}/" rel="external noopener">`);
    }
    expect(page).toContain("(leads to another site)");
  });

  test("a language that the notice lacks falls back to its first", () => {
    expect(render(renderHtml(notice, "de"))).toBe(english);
  });

  test("written right to left where the language is", () => {
    expect(["ar", "he-IL", "ur", "az-Arab"].map(directionOf)).toEqual(Array(4).fill("rtl"));
    expect(["en", "fr-CA", "az", "ar-Latn"].map(directionOf)).toEqual(Array(4).fill("ltr"));
    const asHebrew = { ...notice, languages: ["he"], defaultLanguage: "he" };
    const hebrew = render(renderHtml(asHebrew, "he"));
    expect(hebrew).toContain('lang="he" dir="rtl"');
    // Names in Latin letters keep their own direction; fixed strings are Hebrew.
    expect(hebrew).toContain("<bdi>privacy@sample.example</bdi>");
    expect(hebrew).toContain("במבט אחד");
  });

  test("a name that is written the other way stands apart in any page", () => {
    const mixed = noticeWith(["{ en: Mailer Corp, fr: Mailer Corp }", "{ en: חברת דואר, fr: M }"]);
    expect(render(renderHtml(mixed, "en"))).toContain("<bdi>חברת דואר</bdi>");
    expect(english).not.toContain("<bdi>");
  });

  test("a language without fixed strings has English ones, each marked as English", () => {
    const swedish = noticeWith(["{ en: Privacy notice, fr:", "{ en: Integritetspolicy, fr:"]);
    const asSwedish = { ...swedish, languages: ["sv"], defaultLanguage: "sv" };
    const page = render(renderHtml({ ...asSwedish, title: { sv: "Integritetspolicy" } }, "sv"));
    expect(page).toContain('<article class="notice" lang="sv" dir="ltr">');
    expect(page).toContain('<span lang="en" dir="ltr">At a glance</span>');
    expect(page).toContain('<span lang="en" dir="ltr">your consent</span>');
    expect(page).not.toMatch(/<(dt|th scope="col")>[A-Z][a-z]+/);
    // Dates and countries are known in every language.
    expect(page).toContain("1 november 2026");
  });

  test("months, lists, numbers and countries are written as the reader writes them", () => {
    const written = (language: string) => {
      const asked = { ...notice, languages: [language], defaultLanguage: language };
      return render(renderHtml(asked, language)).replaceAll("\u00a0", " ");
    };
    expect(written("pl")).toMatch(/Stany Zjednoczone i Francja/);
    expect(written("es")).toMatch(/1 de noviembre de 2026/);
    expect(written("nl")).toMatch(/13 maanden/);
    expect(written("ar")).toMatch(/الولايات المتحدة وفرنسا/);
  });
});

describe("Markdown", () => {
  const text = renderMarkdown(notice, "en");
  test("says the same as the page", () => {
    const words = (given: string) =>
      given.replace(/<[^>]*>|\]\([^)]*\)|[\\*[\]|#]|&[a-z0-9#]+;/g, " ").match(/[\p{L}\d]{3,}/gu) ??
      [];
    const page = new Set(words(english));
    for (const word of words(text)) expect(page, word).toContain(word);
  });

  test("every row of a table has the columns of its head", () => {
    const rows = text.split("\n").filter((line) => line.startsWith("|"));
    expect(rows.length).toBeGreaterThan(20);
    let columns = 0;
    for (const [index, row] of rows.entries()) {
      const bars = row.replace(/\\\|/g, "").match(/\|/g)?.length ?? 0;
      if (rows[index + 1]?.startsWith("| ---")) columns = bars;
      if (!row.startsWith("| ---")) expect(bars, row).toBe(columns);
    }
  });
});

describe("the extract beside a form", () => {
  const extract = render(renderExtract(notice, "contact", "en"));
  test("says who, what for, on which basis, how long, and the rights", () => {
    for (const said of [
      "Sample Limited is responsible.",
      "We answer what you ask.",
      "What we take: E-mail, Country and You are.",
      "Legal basis: a contract with you, or steps you asked for before one (UK GDPR 6(1)(b), GDPR 6(1)(b)).",
      "UK: your consent (PECR 22); you are our customer",
      '<a href="/privacy/versions/2#use.answer">2.1</a>',
      "version 5 of 15 January 2026",
      "2 years after the last contact",
      "It may go to: Mailer Corp and Host SA. That includes places in: United States and France.",
      "privacy@sample.example",
      '<a href="/privacy/versions/2">privacy notice</a>, version 2 of 1 November 2026',
    ]) {
      expect(extract).toContain(said);
    }
  });

  test("names withdrawal and objection by themselves, only where they matter", () => {
    expect(extract).toContain("as easily as you gave it");
    expect(extract).toContain("<strong>You may object to direct marketing at any time");
    const plain = noticeWith([
      "    offers: [{ purpose: marketing, channel: email, topic: product-news }]\n",
      "",
    ]);
    const without = render(renderExtract(plain, "contact", "en"));
    expect(without).not.toContain("object to direct marketing");
    expect(without).not.toContain("It may go to");
  });

  test("under a known law only its bases are named", () => {
    const british = render(renderExtract(notice, "contact", "en", "uk"));
    expect(british).toContain("(UK GDPR 6(1)(b))");
    expect(british).not.toContain("(a)");
    expect(render(renderExtract(notice, "contact", "en", "us-ca"))).toBe(extract);
  });

  test("an unknown form is a defect", () => {
    expect(() => renderExtract(notice, "nowhere", "en")).toThrow("no form `nowhere`");
  });
});

test("the cookie part is the enforced list", () => {
  const part = render(renderCookies(notice, "fr")).replaceAll("\u00a0", " ");
  for (const said of [
    "_ga",
    "Google Analytics",
    "13 mois",
    "seulement si vous acceptez",
    "strictement nécessaire",
  ]) {
    expect(part).toContain(said);
  }
  const none = { ...notice, storedItems: new Map() };
  expect(render(renderCookies(none, "en"))).toContain("Nothing is kept on your device.");
});

describe("the wording of a consent", () => {
  const scope = { purpose: "marketing", channel: "email", topic: "product-news" } as const;
  test("says who, which data, what for, how, about what, and that it can be withdrawn", () => {
    const { text, sha256 } = consentWording(notice, scope, "en");
    expect(text).toBe(
      "I agree that Sample Limited uses my data (E-mail address and Name) for this purpose: Marketing. " +
        "We send news of our products. It may reach me by: e-mail. Only about this topic: Product news. " +
        "I may withdraw this at any time; what was done before stays lawful. (Notice Privacy notice, version 2)",
    );
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("differs by scope, language and version, and is the same otherwise", () => {
    const hash = (given: Notice, each: Parameters<typeof consentWording>[1], language: string) =>
      consentWording(given, each, language).sha256;
    const known = hash(notice, scope, "en");
    expect(hash(noticeWith(), { ...scope }, "en")).toBe(known);
    const others = [
      hash(notice, { purpose: "marketing" }, "en"),
      hash(notice, { purpose: "marketing", channel: "call" }, "en"),
      hash(notice, scope, "fr"),
      hash({ ...notice, version: 3 }, scope, "en"),
    ];
    expect(new Set([known, ...others]).size).toBe(5);
  });
});

describe("for machines", () => {
  test("the JSON is the whole compiled notice, and nothing of it is lost on the way", () => {
    const json = JSON.parse(JSON.stringify(renderJson(notice)));
    expect(json).toMatchObject({
      format: "fairnotice/notice/1",
      id: "sample",
      version: 2,
      hash: notice.hash,
    });
    expect(Object.keys(json.purposes)).toEqual([...notice.purposes.keys()]);
    expect(json.purposes.marketing.bases.uk[1]).toMatchObject({ kind: "soft-opt-in" });
    expect(json.retention.answer.name).toMatchObject({ period: { months: 24 } });
    expect(Object.keys(json).sort()).toEqual([...Object.keys(notice), "format"].sort());
  });

  test("articles of the GDPR are not claimed before there was one", () => {
    const then = { ...notice, date: "2017-09-13" };
    expect(JSON.stringify(renderJsonLd(then))).not.toContain("eu-gdpr:A");
  });
});
