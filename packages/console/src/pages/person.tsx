import { Anchor, Badge, Group, Paper, Stack, Table, Tabs, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { ask } from "../ask.ts";
import { Empty } from "../parts/empty.tsx";
import { Moment } from "../parts/moment.tsx";
import { Await, Page } from "../parts/page.tsx";
import { WideTable } from "../parts/wide-table.tsx";
import { CHANNELS, MESSAGE_STATES, templateName } from "../parts/words.ts";
import type { PersonRecord } from "../types.ts";

export function PersonPage() {
  const { id = "" } = useParams();
  const record = useQuery({
    queryKey: ["person", id],
    queryFn: () => ask<PersonRecord>("GET", `/people/${encodeURIComponent(id)}`),
  });
  return (
    <Await query={record}>
      {(data) => (
        <Page
          title={data.person.name ?? data.person.email ?? `Person ${id.slice(0, 8)}`}
          about="What is held, where each value came from, what may be done with it and why."
        >
          <Facts record={data} />
          <Tabs defaultValue="values" keepMounted={false}>
            <Tabs.List mb="md">
              <Tabs.Tab value="values">Values</Tabs.Tab>
              <Tabs.Tab value="may">May we?</Tabs.Tab>
              <Tabs.Tab value="timeline">Timeline</Tabs.Tab>
              <Tabs.Tab value="messages">Messages</Tabs.Tab>
              <Tabs.Tab value="looks">Who looked</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="values">
              <Values record={data} />
            </Tabs.Panel>
            <Tabs.Panel value="may">
              <May record={data} />
            </Tabs.Panel>
            <Tabs.Panel value="timeline">
              <Timeline record={data} />
            </Tabs.Panel>
            <Tabs.Panel value="messages">
              <Messages record={data} />
            </Tabs.Panel>
            <Tabs.Panel value="looks">
              <Looks record={data} />
            </Tabs.Panel>
          </Tabs>
        </Page>
      )}
    </Await>
  );
}

function Facts({ record }: { readonly record: PersonRecord }) {
  const { person, linked } = record;
  return (
    <Group mb="md" gap="xs">
      {person.relationships.map((each) => (
        <Badge key={each} variant="light" tt="none">
          {each}
        </Badge>
      ))}
      {person.demo && (
        <Badge color="yellow" variant="light" tt="none" autoContrast>
          demo
        </Badge>
      )}
      <Text size="sm" c="dimmed">
        {linked.length > 1
          ? `${linked.length} records joined by a proven address`
          : "one record, not joined with another"}
      </Text>
    </Group>
  );
}

function Values({ record }: { readonly record: PersonRecord }) {
  if (record.values.length === 0) {
    return <Empty title="No values are held">This person made choices, and gave no data.</Empty>;
  }
  return (
    <WideTable label="Values" minWidth={720}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>What</Table.Th>
          <Table.Th>Value</Table.Th>
          <Table.Th>Source</Table.Th>
          <Table.Th>Collected</Table.Th>
          <Table.Th>Notice</Table.Th>
          <Table.Th>For</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {record.values.map((value) => (
          <Table.Tr key={value.id}>
            <Table.Td>{value.categoryName}</Table.Td>
            <Table.Td maw={360} style={{ overflowWrap: "anywhere" }}>
              {value.text ?? <Text c="dimmed">not for you to see</Text>}
              {value.superseded && (
                <Text size="sm" c="dimmed">
                  replaced since
                </Text>
              )}
            </Table.Td>
            <Table.Td>{value.sourceName}</Table.Td>
            <Table.Td>
              <Moment at={value.collectedAt} />
            </Table.Td>
            <Table.Td>
              <Anchor href={`/privacy/versions/${value.noticeVersion}`}>
                version {value.noticeVersion}
              </Anchor>
            </Table.Td>
            <Table.Td>{value.purposes.join(", ")}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function May({ record }: { readonly record: PersonRecord }) {
  return (
    <Stack gap="xs">
      {record.may.map((cell) => (
        <Paper key={`${cell.purpose} ${cell.channel}`} withBorder p="sm">
          <Group justify="space-between" wrap="nowrap">
            <Text fw={600}>
              {cell.purposeName}
              {cell.channel !== null && ` · by ${CHANNELS[cell.channel] ?? cell.channel}`}
            </Text>
            <Badge
              color={cell.allowed ? "green" : "red"}
              variant="light"
              tt="none"
              autoContrast
              style={{ flexShrink: 0 }}
            >
              {cell.allowed ? "yes" : "no"}
            </Badge>
          </Group>
          <Text size="sm">{cell.sentence}</Text>
        </Paper>
      ))}
    </Stack>
  );
}

function Timeline({ record }: { readonly record: PersonRecord }) {
  return (
    <WideTable label="Timeline" minWidth={480}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>When</Table.Th>
          <Table.Th>What</Table.Th>
          <Table.Th>Notice</Table.Th>
          <Table.Th>In the log</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {record.timeline.map((entry) => (
          <Table.Tr key={entry.position}>
            <Table.Td>
              <Moment at={entry.at} />
            </Table.Td>
            <Table.Td>{entry.what}</Table.Td>
            <Table.Td>{entry.noticeVersion}</Table.Td>
            <Table.Td>{entry.leaf === null ? "waiting" : `entry ${entry.leaf}`}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Messages({ record }: { readonly record: PersonRecord }) {
  if (record.messages.length === 0) {
    return <Empty title="No messages">Nothing was ever queued for this person.</Empty>;
  }
  return (
    <WideTable label="Messages" minWidth={480}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>When</Table.Th>
          <Table.Th>Class</Table.Th>
          <Table.Th>Mail</Table.Th>
          <Table.Th>State</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {record.messages.map((message) => (
          <Table.Tr key={message.id}>
            <Table.Td>
              <Moment at={message.at} />
            </Table.Td>
            <Table.Td>{message.class}</Table.Td>
            <Table.Td>{templateName(message.template)}</Table.Td>
            <Table.Td>{MESSAGE_STATES[message.state] ?? message.state}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Looks({ record }: { readonly record: PersonRecord }) {
  if (record.looks.length === 0) {
    return <Empty title="Nobody looked yet">Yours will be the first entry.</Empty>;
  }
  return (
    <WideTable label="Looks" minWidth={480}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>When</Table.Th>
          <Table.Th>Who</Table.Th>
          <Table.Th>For which purpose</Table.Th>
          <Table.Th>What</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {record.looks.map((look) => (
          <Table.Tr key={`${look.at} ${look.staff} ${look.purpose}`}>
            <Table.Td>
              <Moment at={look.at} />
            </Table.Td>
            <Table.Td>{look.staff}</Table.Td>
            <Table.Td>{look.purpose}</Table.Td>
            <Table.Td>{look.categories.join(", ")}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
