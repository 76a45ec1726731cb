import fc from "fast-check";
import { expect, test } from "vitest";
import { attributes, type Html, html, raw, render } from "./html.ts";

test("text and quoted attributes are escaped", () => {
  const name = `<b>"Ann" & 'Bob'\`</b>`;
  expect(render(html`<p title="${name}">${name}</p>`)).toBe(
    '<p title="&lt;b&gt;&quot;Ann&quot; &amp; &#39;Bob&#39;&#96;&lt;/b&gt;">' +
      "&lt;b&gt;&quot;Ann&quot; &amp; &#39;Bob&#39;&#96;&lt;/b&gt;</p>",
  );
});

test("nothing shows for null, undefined and false; zero and the empty text do", () => {
  expect(render(html`<p>${null}${undefined}${false}${0}${""}</p>`)).toBe("<p>0</p>");
});

test("lists and nested templates are put in as they are", () => {
  const rows = ["a", "<i>"].map((each) => html`<li>${each}</li>`);
  expect(render(html`<ul>${rows}</ul>`)).toBe("<ul><li>a</li><li>&lt;i&gt;</li></ul>");
});

test("what a person typed never leaves its place in the page", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
      const page = render(html`<p class="x" title='${typed}'>${typed}</p>`);
      const shell = /^<p class="x" title='([^'"<>]*)'>([^'"<>]*)<\/p>$/.exec(page);
      expect(shell).not.toBeNull();
    }),
  );
});

test.each([
  "javascript:alert(1)",
  " JavaScript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
])("the address %j leads nowhere", (address) => {
  expect(render(html`<a href="${address}">x</a>`)).toBe('<a href="about:invalid">x</a>');
  expect(render(html`<a href=" ${address}">x</a>`)).toBe('<a href=" about:invalid">x</a>');
  expect(render(html`<form${attributes({ action: address })}></form>`)).toBe(
    '<form action="about:invalid"></form>',
  );
});

test("a dangerous scheme cannot be put together from several holes", () => {
  expect(render(html`<a href="${""}${"javascript:x"}">x</a>`)).not.toContain("javascript:");
  expect(render(html`<a href="${"javascript"}${":x"}">x</a>`)).not.toContain("javascript:");
});

test.each(["/rights?x=a:b", "#top", "https://a.example/", "mailto:a@b.example", "preferences", ""])(
  "the address %j stays",
  (address) => {
    expect(render(html`<a href="${address}">x</a>`)).toBe(`<a href="${address}">x</a>`);
  },
);

test("attributes write their own space, and only what is set", () => {
  const given = attributes({ checked: true, disabled: false, value: 'a"b', "data-n": 3, id: null });
  expect(render(html`<input type="text"${given}>`)).toBe(
    '<input type="text" checked value="a&quot;b" data-n="3">',
  );
});

test("holes where escaping does not help are defects", () => {
  const typed = "x onload=alert(1)";
  const wrong: readonly (() => Html)[] = [
    () => html`<p class=${typed}></p>`,
    () => html`<p ${typed}></p>`,
    () => html`<p ${typed}="x"></p>`,
    () => html`<${typed}></p>`,
    () => html`<p onclick="${typed}"></p>`,
    () => html`<p style="${typed}"></p>`,
    () => html`<!-- ${typed} -->`,
    () => html`<script>${typed}</script>`,
    () => html`<style>${html`<b>${typed}</b>`}</style>`,
    () => html`<p title="${html`<b></b>`}"></p>`,
    () => html`<p title="${"x"}`,
    () => html`<p>${attributes({ id: "x" })}</p>`,
    () => html`<p class ="${typed}"></p>`,
  ];
  for (const make of wrong) expect(make).toThrow();
});

test("raw markup is let through, also inside a style", () => {
  expect(render(html`<style>${raw("p { color: red }")}</style>${raw("<hr>")}`)).toBe(
    "<style>p { color: red }</style><hr>",
  );
});

test("text may contain a lone less-than sign, and scripts may compare", () => {
  expect(render(html`1 < 2 <script>if (a < b) x = "</p>";</script><p>${1}</p>`)).toContain(
    "<p>1</p>",
  );
});
