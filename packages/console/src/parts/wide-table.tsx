import { Table } from "@mantine/core";
import type { ReactNode } from "react";

/** A table that scrolls by itself on a narrow screen, by keyboard too (WCAG 2.2, 1.4.10, 2.1.1). */
export function WideTable({
  label,
  minWidth,
  children,
}: {
  readonly label: string;
  /** Pixels below which it scrolls. */
  readonly minWidth: number;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section aria-label={label} tabIndex={0} style={{ overflowX: "auto" }}>
      <Table miw={minWidth}>{children}</Table>
    </section>
  );
}
