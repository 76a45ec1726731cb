import { type Inline, parseMarkdown } from "#core/notice/markdown";
import { type Html, html } from "#kit/html";

/**
 * The small Markdown of a campaign as markup. Placeholders and references belong to notices; here
 * they stay as they are written.
 */
export function letterProse(text: string): Html {
  return html`${parseMarkdown(text).map((block) => {
    if (block.is === "paragraph") return html`<p>${runs(block.inner)}</p>`;
    if (block.is === "placeholder") return html`<p>{{${block.name}}}</p>`;
    const items = block.items.map((item) => html`<li>${runs(item)}</li>`);
    return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  })}`;
}

function runs(inlines: readonly Inline[]): readonly Html[] {
  return inlines.map((inline) => {
    switch (inline.is) {
      case "text":
        return html`${inline.text}`;
      case "reference":
        return html`{{${inline.kind}:${inline.id}}}`;
      case "link":
        return html`<a href="${inline.href}">${runs(inline.inner)}</a>`;
      case "strong":
        return html`<strong>${runs(inline.inner)}</strong>`;
      case "emphasis":
        return html`<em>${runs(inline.inner)}</em>`;
      default:
        return html``;
    }
  });
}
