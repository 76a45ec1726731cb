import { Badge, Button, Code, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { ask } from "../ask.ts";
import { Confirm } from "../parts/confirm.tsx";
import { Failure } from "../parts/failure.tsx";
import { Moment } from "../parts/moment.tsx";
import { Await, Page } from "../parts/page.tsx";
import { useSession } from "../parts/session.ts";
import { WideTable } from "../parts/wide-table.tsx";
import type { FirstDay, MailCheck } from "../types.ts";

const TITLES = {
  colleague: "Invite a colleague",
  notice: "Write your own notice",
  snippet: "Put the snippet on your site",
  mail: "Connect and test your mail server",
  demo: "Leave the demo data behind",
} as const;

type Step = FirstDay["steps"][number];

export function FirstDayPage() {
  const { demo } = useSession();
  const day = useQuery({
    queryKey: ["first-day"],
    queryFn: () => ask<FirstDay>("GET", "/first-day"),
  });
  return (
    <Page
      title="First day"
      about={
        demo
          ? "Five steps from this demo to your own notice on your own site. Everybody here is invented."
          : "What is left to do until your notice runs on your own site."
      }
    >
      <Await query={day}>
        {(data) => (
          <Stack>
            {stepsOf(data).map((step, index) => (
              <Paper key={step.id} withBorder p="md">
                <Group justify="space-between" mb="xs">
                  <Title order={2} size="h4">
                    {index + 1}. {TITLES[step.id]}
                  </Title>
                  <Badge
                    color={step.done ? "green" : "gray"}
                    variant="light"
                    tt="none"
                    autoContrast
                  >
                    {step.done ? "done" : "to do"}
                  </Badge>
                </Group>
                <Text mb="sm">{step.detail}</Text>
                <StepBody step={step} day={data} />
              </Paper>
            ))}
          </Stack>
        )}
      </Await>
    </Page>
  );
}

/** Where nobody is invented there is nothing to leave behind. */
function stepsOf(day: FirstDay): readonly Step[] {
  return day.steps.filter(({ id }) => id !== "demo" || day.demoPeople > 0);
}

function StepBody({ step, day }: { readonly step: Step; readonly day: FirstDay }): ReactNode {
  switch (step.id) {
    case "colleague":
      return (
        <Button component={Link} to="/team" variant="default">
          To the team
        </Button>
      );
    case "notice":
      return <Code block>{day.initCommand}</Code>;
    case "snippet":
      return <Snippet day={day} />;
    case "mail":
      return <Mail />;
    case "demo":
      return <LeaveDemo people={day.demoPeople} />;
  }
}

function Snippet({ day }: { readonly day: FirstDay }) {
  return (
    <>
      <Code block mb="sm">
        {day.snippet}
      </Code>
      {day.sites.map(({ site, lastSeen }) => (
        <Text key={site} size="sm">
          {site}: {lastSeen === null ? "not seen yet" : "last seen "}
          {lastSeen !== null && <Moment at={lastSeen} />}
        </Text>
      ))}
    </>
  );
}

function Mail() {
  const test = useMutation({ mutationFn: () => ask<MailCheck>("POST", "/first-day/mail-check") });
  return (
    <>
      <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
        Test it now
      </Button>
      {test.error && <Failure error={test.error} />}
      {test.data && (
        <WideTable label="Records" minWidth={480}>
          <Table.Caption>
            {test.data.domain}: {test.data.connection.detail}
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Record</Table.Th>
              <Table.Th>Found</Table.Th>
              <Table.Th>What to write</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {test.data.records.map((record) => (
              <Table.Tr key={record.name}>
                <Table.Td>
                  {record.kind} {record.ok ? "is there" : "is missing or wrong"}
                </Table.Td>
                <Table.Td>
                  <code>{record.found ?? "nothing"}</code>
                </Table.Td>
                <Table.Td>
                  <code>{record.name}</code> {record.write}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </>
  );
}

function LeaveDemo({ people }: { readonly people: number }) {
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: () => ask<{ erased: number }>("POST", "/first-day/leave-demo"),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <Confirm
        button={`Erase the ${people.toLocaleString("en-GB")} invented people`}
        label={`Erase the ${people.toLocaleString("en-GB")} invented people`}
        title="Erase everybody who is invented?"
        pending={leave.isPending}
        act={() => leave.mutate()}
      >
        Their data is destroyed and cannot be brought back. The log keeps that they were there. It
        may take a minute.
      </Confirm>
      {leave.error && <Failure error={leave.error} />}
      {leave.data && (
        <Text role="status">{leave.data.erased.toLocaleString("en-GB")} were erased.</Text>
      )}
    </>
  );
}
