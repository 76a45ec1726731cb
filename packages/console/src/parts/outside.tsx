import { Center, Paper, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";

/** A page for whoever is not signed in: one card, one thing to do. */
export function Outside({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Fairnotice console`;
  }, [title]);
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p={{ base: "md", sm: "xl" }} w="100%" maw={440}>
        <Title order={1} size="h3" mb="sm">
          {title}
        </Title>
        {children}
      </Paper>
    </Center>
  );
}
