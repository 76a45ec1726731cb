import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Inline, inlinesOf, isAllowedLink, parseInline, parseMarkdown } from "./markdown.ts";

const text = (each: string): Inline => ({ is: "text", text: each });

test("paragraphs, lists and a placeholder of its own", () => {
  const blocks = parseMarkdown(
    "We ask for:\n- a name,\n- an address\n  on two lines\n\nSecond\nparagraph.\r\n\r\n{{purposes}}\n\n1. one\n2) two",
  );
  expect(blocks).toEqual([
    { is: "paragraph", inner: [text("We ask for:")] },
    { is: "list", ordered: false, items: [[text("a name,")], [text("an address on two lines")]] },
    { is: "paragraph", inner: [text("Second paragraph.")] },
    { is: "placeholder", name: "purposes" },
    { is: "list", ordered: true, items: [[text("one")], [text("two")]] },
  ]);
});

test("emphasis, links and references inside each other", () => {
  expect(parseInline("a **b *c* d** [e *f*](https://x.example/) {{purpose:news-letter}}")).toEqual([
    text("a "),
    { is: "strong", inner: [text("b "), { is: "emphasis", inner: [text("c")] }, text(" d")] },
    text(" "),
    {
      is: "link",
      href: "https://x.example/",
      inner: [text("e "), { is: "emphasis", inner: [text("f")] }],
    },
    text(" "),
    { is: "reference", kind: "purpose", id: "news-letter" },
  ]);
});

test.each(["**", "a ** b **", "*", "[x](", "[x] (y)", "{{", "{{a:}}", "2 * 3 * 4", "<b>x</b>"])(
  "what only looks like markup stays text: %s",
  (given) => {
    expect(parseInline(given)).toEqual([text(given)]);
  },
);

test("a backslash takes the meaning away", () => {
  expect(parseInline("\\*a\\* \\{{purpose:x}} \\q")).toEqual([text("*a* {{purpose:x}} \\q")]);
});

describe("links", () => {
  test.each(["https://x.example/a?b=c#d", "http://x.example", "mailto:a@b.example"])(
    "%s may stand in prose",
    (href) => expect(isAllowedLink(href)).toBe(true),
  );
  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//x.example",
    "/local",
    "vbscript:x",
    " https://x.example",
    'https://x.example/"onclick=',
    "https:evil",
  ])("%s may not", (href) => expect(isAllowedLink(href)).toBe(false));
});

test("no character of the prose is lost, whatever is written", () => {
  const word = fc.constantFrom("*", "**", "[", "](", ")", "{{", "}}", "a", " ", "\\", "b:c", "- ");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const letters = (given: string) => given.replace(/[^abc]/g, "");
      const shown = inlinesOf(parseMarkdown(words.join("")))
        .map((inline) =>
          inline.is === "text" ? inline.text : inline.is === "link" ? inline.href : "",
        )
        .concat(
          inlinesOf(parseMarkdown(words.join(""))).map((inline) =>
            inline.is === "reference" ? `${inline.kind}${inline.id}` : "",
          ),
        )
        .join("");
      expect([...letters(shown)].sort()).toEqual([...letters(words.join(""))].sort());
    }),
  );
});

test("hostile prose of the largest size is read at once", () => {
  const hostile = [
    "*",
    "**",
    "[",
    "{{",
    "*a",
    "**a",
    "[a](",
    "{{a:",
    "\\*",
    "- ",
    "\n\n",
    "*a **b ",
  ];
  for (const piece of hostile) {
    const started = performance.now();
    parseMarkdown(piece.repeat(Math.floor(20_000 / piece.length)));
    expect(performance.now() - started, piece).toBeLessThan(1_000);
  }
});
