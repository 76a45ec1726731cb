import { Paper, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** An empty page teaches what will stand here and how to get it. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <Paper withBorder p="xl" my="md">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <Text component="div">{children}</Text>
    </Paper>
  );
}
