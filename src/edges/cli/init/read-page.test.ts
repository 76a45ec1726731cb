import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokensOf } from "./html-tokens.ts";
import { readPage } from "./read-page.ts";

const url = new URL("https://www.shop.example/de/");

const PAGE = `<!doctype html><!-- <form><input name=hidden-in-comment></form> -->
<html lang="de-AT"><head><title>Willkommen | Laden &amp; Söhne</title>
<script src="/own.js"></script><script src="https://www.googletagmanager.com/gtag/js?id=1"></script>
<script>document.write('<form name=written><input name=x></form>')</script>
<script src=//cdn.example/a.js async></script><script src="data:text/javascript,1"></script></head>
<body><form role="search"><input name="q"></form>
<form id="kontakt" action="/senden"><input type=hidden name=token value=1>
<label for="n">Ihr Name *</label><input id="n" name="your_name" required>
<label>E-Mail: <input type="EMAIL" name="mail" maxlength="80"></label>
<input type=tel name=fon placeholder='Telefon'>
<label>Land<select name="land"><option>Irgendwo</option></select></label>
<textarea name="text" aria-label="Nachricht">nicht <b>fett</b></textarea>
<input type="checkbox" name="agb"><input type="password" name="pw"><input type=submit value=Los></form>
<form action="/newsletter"><input type=email name=email></form></body></html>`;

describe("a page as it is", () => {
  const page = readPage(PAGE, url);
  test("its name, language and foreign scripts", () => {
    expect(page).toMatchObject({ name: "Willkommen", language: "de" });
    expect(page.scriptHosts).toEqual(["cdn.example", "www.googletagmanager.com"]);
  });

  test("its forms, with what a person fills in and how it is labelled", () => {
    expect(page.forms.map(({ name }) => name)).toEqual(["kontakt", "newsletter"]);
    expect(page.formsSkipped).toBe(1);
    expect(page.forms[0]?.fields.map(({ name, label, type }) => [name, label, type])).toEqual([
      ["your_name", "Ihr Name", "text"],
      ["mail", "E-Mail", "email"],
      ["fon", "Telefon", "tel"],
      ["land", "Land", "select"],
      ["text", "Nachricht", "textarea"],
    ]);
    expect(page.forms[0]?.fields[0]).toMatchObject({ required: true, maxLength: null });
    expect(page.forms[0]?.fields[1]).toMatchObject({ required: false, maxLength: 80 });
  });

  test("the site's own name goes before the title", () => {
    const meta = '<meta property="og:site_name" content="Der Laden"><title>x - y</title>';
    expect(readPage(meta, url).name).toBe("Der Laden");
  });

  test("an empty page has nothing", () => {
    expect(readPage("", url)).toEqual({
      name: null,
      language: null,
      forms: [],
      formsSkipped: 0,
      scriptHosts: [],
    });
  });
});

describe("hostile pages", () => {
  const pieces = [
    "<",
    "<!--",
    "<a ",
    '<a b="',
    "<script>",
    "</",
    "&#x",
    "<form>",
    "<label for=a>",
    "<input name=a>",
    "<title>",
  ];
  test.each(pieces)("two megabytes of %j are read in good time", (piece) => {
    const started = performance.now();
    readPage(piece.repeat(Math.floor(2_000_000 / piece.length)), url);
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  test("many forms and fields are bounded", () => {
    const form = `<form name=f>${"<input name=a>".repeat(100)}</form>`;
    const page = readPage(form.repeat(100), url);
    expect(page.forms).toHaveLength(20);
    expect(page.formsSkipped).toBe(80);
    expect(page.forms[0]?.fields).toHaveLength(40);
  });

  test("any text is read without an error, and always forward", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "/",
      "a",
      "=",
      '"',
      "'",
      "<script",
      "<!--",
      "-->",
      " ",
      "&lt;",
      "form",
      "input name=x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (parts) => {
        const html = parts.join("");
        expect([...tokensOf(html)].length).toBeLessThanOrEqual(html.length + 1);
      }),
    );
  });
});
