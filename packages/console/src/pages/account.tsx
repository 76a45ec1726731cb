import { Button, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "../ask.ts";
import { Failure } from "../parts/failure.tsx";
import { PasswordField } from "../parts/field.tsx";
import { problemAt, problemOfForm } from "../parts/field-problem.ts";
import { Moment } from "../parts/moment.tsx";
import { Await, Page } from "../parts/page.tsx";
import { useSession } from "../parts/session.ts";
import { WideTable } from "../parts/wide-table.tsx";
import { PASSWORD_RULE, ROLE_DUTIES, ROLE_NAMES } from "../parts/words.ts";
import type { Account } from "../types.ts";

export function AccountPage() {
  const { staff } = useSession();
  const account = useQuery({
    queryKey: ["account"],
    queryFn: () => ask<Account>("GET", "/account"),
  });
  return (
    <Page
      title="My account"
      about={`${staff.name}, ${staff.email}. ${ROLE_NAMES[staff.role]}: ${ROLE_DUTIES[staff.role]}.`}
    >
      <Stack gap="lg">
        <ChangePassword />
        <Await query={account}>{(data) => <Sessions account={data} />}</Await>
      </Stack>
    </Page>
  );
}

function ChangePassword() {
  const queries = useQueryClient();
  const { staff } = useSession();
  const [present, setPresent] = useState("");
  const [wanted, setWanted] = useState("");
  const change = useMutation({
    mutationFn: () => ask<void>("PUT", "/account/password", { present, wanted }),
    onSuccess: async () => {
      setPresent("");
      setWanted("");
      await queries.invalidateQueries({ queryKey: ["account"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const problem = problemOfForm(change.error);
  return (
    <Paper withBorder p="md" maw={560}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Title order={2} size="h4">
            Change my password
          </Title>
          {problem && <Failure error={problem} />}
          {/* For password managers: whose password this is. */}
          <input type="hidden" name="username" autoComplete="username" value={staff.email} />
          <PasswordField
            label="Present password"
            autoComplete="current-password"
            required
            value={present}
            change={setPresent}
            problem={problemAt("present-password", change.error)}
          />
          <PasswordField
            label="New password"
            description={PASSWORD_RULE}
            autoComplete="new-password"
            required
            value={wanted}
            change={setWanted}
            problem={problemAt("new-password", change.error)}
          />
          <Text size="sm" c="dimmed">
            All your other sessions end.
          </Text>
          <Group>
            <Button type="submit" loading={change.isPending}>
              Change the password
            </Button>
          </Group>
          {change.isSuccess && <Text role="status">Your password is changed.</Text>}
        </Stack>
      </form>
    </Paper>
  );
}

function Sessions({ account }: { readonly account: Account }) {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => ask<{ ended: number }>("DELETE", "/account/sessions"),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["account"] }),
  });
  const others = account.sessions.length - 1;
  return (
    <section aria-labelledby="sessions">
      <Title order={2} size="h4" mb="sm" id="sessions">
        Where I am signed in
      </Title>
      <WideTable label="Sessions" minWidth={280}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Signed in</Table.Th>
            <Table.Th>Last used</Table.Th>
            <Table.Th>Which</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {account.sessions.map((each) => (
            <Table.Tr key={each.startedAt}>
              <Table.Td>
                <Moment at={each.startedAt} />
              </Table.Td>
              <Table.Td>
                <Moment at={each.seenAt} />
              </Table.Td>
              <Table.Td>{each.current ? "this one" : "another"}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <Text size="sm" c="dimmed" my="sm">
        A session ends by itself after two hours without use, and after twelve in any case.
      </Text>
      <Button
        variant="default"
        disabled={others === 0}
        loading={end.isPending}
        onClick={() => end.mutate()}
      >
        End my other sessions
      </Button>
      {end.error && <Failure error={end.error} />}
      {end.data && <Text role="status">{end.data.ended} ended.</Text>}
    </section>
  );
}
