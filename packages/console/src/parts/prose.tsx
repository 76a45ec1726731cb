import { List, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { type Block, type Inline, parseMarkdown } from "#core/notice/markdown";

/** The small Markdown of a mail as its reader sees it, by the same parser that writes the mail. */
export function Prose({ text }: { readonly text: string }) {
  return parseMarkdown(text).map((block, index) => <Part key={index.toString()} block={block} />);
}

function Part({ block }: { readonly block: Block }) {
  if (block.is === "paragraph") return <Text my="xs">{runs(block.inner)}</Text>;
  if (block.is === "placeholder") return <Text my="xs">{`{{${block.name}}}`}</Text>;
  return (
    <List my="xs" type={block.ordered ? "ordered" : "unordered"}>
      {block.items.map((item, index) => (
        <List.Item key={index.toString()}>{runs(item)}</List.Item>
      ))}
    </List>
  );
}

function runs(inlines: readonly Inline[]): ReactNode {
  return inlines.map((inline, index) => {
    const key = index.toString();
    switch (inline.is) {
      case "text":
        return inline.text;
      case "reference":
        return `{{${inline.kind}:${inline.id}}}`;
      case "link":
        return (
          <a key={key} href={inline.href} rel="noreferrer">
            {runs(inline.inner)}
          </a>
        );
      case "strong":
        return <strong key={key}>{runs(inline.inner)}</strong>;
      case "emphasis":
        return <em key={key}>{runs(inline.inner)}</em>;
      default:
        return null;
    }
  });
}
