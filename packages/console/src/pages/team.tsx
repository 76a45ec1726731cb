import {
  Alert,
  Button,
  Code,
  Group,
  NativeSelect,
  Paper,
  Table,
  TextInput,
  Title,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "../ask.ts";
import { Failure } from "../parts/failure.tsx";
import { Moment } from "../parts/moment.tsx";
import { Await, Page } from "../parts/page.tsx";
import { useSession } from "../parts/session.ts";
import { WideTable } from "../parts/wide-table.tsx";
import type { StaffRow } from "../types.ts";

const ROLES = [
  { value: "officer", label: "Privacy officer: notice, requests, people, log" },
  { value: "marketer", label: "Marketer: campaigns" },
  { value: "agent", label: "Agent: people who ask for help" },
  { value: "auditor", label: "Auditor: reads the notice and the log, no personal data" },
  { value: "owner", label: "Owner: everything, and the team" },
];

export function TeamPage() {
  const { may } = useSession();
  const staff = useQuery({
    queryKey: ["staff"],
    queryFn: () => ask<{ staff: StaffRow[] }>("GET", "/staff"),
  });
  return (
    <Page title="Team" about="Who may sign in, and for what. Accounts are made by invitation only.">
      {may.includes("staff.invite") && <Invite />}
      <Await query={staff}>
        {({ staff: list }) => (
          <WideTable label="Colleagues" minWidth={480}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Colleague</Table.Th>
                <Table.Th>Role</Table.Th>
                <Table.Th>State</Table.Th>
                <Table.Th>Since</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.map((each) => (
                <Table.Tr key={each.id}>
                  <Table.Td>
                    {each.name ?? "(has not joined yet)"} · {each.email}
                  </Table.Td>
                  <Table.Td>{each.role}</Table.Td>
                  <Table.Td>{each.state}</Table.Td>
                  <Table.Td>
                    <Moment at={each.since} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
        )}
      </Await>
    </Page>
  );
}

function Invite() {
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState("marketer");
  const invite = useMutation({
    mutationFn: () => ask<{ link: string }>("POST", "/staff/invitations", { email, role }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["staff"] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <Paper withBorder p="md" mb="lg">
      <form onSubmit={submit}>
        <Title order={2} size="h5" mb="sm">
          Invite a colleague
        </Title>
        {invite.error && <Failure error={invite.error} />}
        <Group align="flex-end">
          <TextInput
            label="E-mail address"
            type="email"
            required
            w={280}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <NativeSelect
            label="Role"
            data={ROLES}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value)}
          />
          <Button type="submit" loading={invite.isPending}>
            Invite
          </Button>
        </Group>
      </form>
      {invite.data && (
        <Alert mt="md" role="status" title="Give this link to your colleague, by a way you trust">
          <Code block>{invite.data.link}</Code>
          It works once, for three days, and is shown only now.
        </Alert>
      )}
    </Paper>
  );
}
