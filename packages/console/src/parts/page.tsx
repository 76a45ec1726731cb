import { Group, Loader, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useEffect } from "react";
import { Failure } from "./failure.tsx";

type Loaded<T> = {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
};

/** A page's frame: its heading, one sentence of what it is for, what one can do. */
export function Page({
  title,
  about,
  actions,
  children,
}: {
  readonly title: string;
  readonly about: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Fairnotice console`;
  }, [title]);
  return (
    <>
      <Group justify="space-between" align="flex-start" mb="lg">
        <div>
          <Title order={1} size="h2" style={{ overflowWrap: "anywhere" }}>
            {title}
          </Title>
          <Text c="dimmed" maw="60ch">
            {about}
          </Text>
        </div>
        {actions}
      </Group>
      {children}
    </>
  );
}

/** Waits, fails or shows: every page of data has these three states. */
export function Await<T>({
  query,
  children,
}: {
  readonly query: Loaded<T>;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.isPending) return <Loader role="status" aria-label="Loading" />;
  if (query.error) return <Failure error={query.error} />;
  if (query.data === undefined) return null;
  return children(query.data);
}
