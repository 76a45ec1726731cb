import { Code, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../ask.ts";
import { Bars } from "../parts/bars.tsx";
import { Moment } from "../parts/moment.tsx";
import { Await, Page } from "../parts/page.tsx";
import { WideTable } from "../parts/wide-table.tsx";
import type { LogOverview } from "../types.ts";

export function LogPage() {
  const log = useQuery({
    queryKey: ["log"],
    queryFn: () => ask<LogOverview>("GET", "/log"),
    refetchInterval: 5_000,
  });
  return (
    <Page
      title="Log"
      about="Every fact that can change a decision, in a Merkle log that anyone can check. Entries hold commitments, never personal data."
    >
      <Await query={log}>
        {(data) => (
          <Stack gap="lg">
            <Text>
              {data.size.toLocaleString("en-GB")} entries, {data.waiting.toLocaleString("en-GB")}{" "}
              waiting to be sequenced.
            </Text>
            <Bars
              title="Facts a day"
              bars={data.perDay.map(({ day, facts }) => ({ label: day, value: facts }))}
            />
            <Paper withBorder p="md">
              <Title order={2} size="h5">
                Signed checkpoint
              </Title>
              <Code block>{data.checkpoint}</Code>
              <Text size="sm">
                Verifier key: <Code>{data.verifierKey}</Code>
              </Text>
              <Text size="sm" c="dimmed">
                Check it yourself:{" "}
                <Code>
                  npm run -s fairnotice -- verify {location.origin}/log --key "{data.verifierKey}"
                </Code>
                . Without a witness outside this house, its operator could still rewrite history.
              </Text>
            </Paper>
            <Entries data={data} />
          </Stack>
        )}
      </Await>
    </Page>
  );
}

function Entries({ data }: { readonly data: LogOverview }) {
  return (
    <WideTable label="Entries" minWidth={600}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Entry</Table.Th>
          <Table.Th>When</Table.Th>
          <Table.Th>Fact</Table.Th>
          <Table.Th>Notice</Table.Th>
          <Table.Th>Leaf hash</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.entries.map((entry) => (
          <Table.Tr key={entry.leaf}>
            <Table.Td>{entry.leaf}</Table.Td>
            <Table.Td>
              <Moment at={entry.at} />
            </Table.Td>
            <Table.Td title={entry.kind}>{entry.what}</Table.Td>
            <Table.Td>{entry.notice}</Table.Td>
            <Table.Td>
              <code>{entry.hash.slice(0, 20)}…</code>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
