import { Badge, Button, Group, NativeSelect, Paper, Text } from "@mantine/core";
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { ask } from "../../ask.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { Failure } from "../../parts/failure.tsx";
import { Moment } from "../../parts/moment.tsx";
import { OneTimeLink } from "../../parts/one-time-link.tsx";
import { useSession } from "../../parts/session.ts";
import { ROLE_NAMES, ROLES } from "../../parts/words.ts";
import type { MadeLink, StaffRow } from "../../types.ts";

/** A colleague, with what this one may do about them. */
export function ColleagueCard({ colleague }: { readonly colleague: StaffRow }) {
  const { may, staff: me } = useSession();
  const isMe = colleague.id === me.id;
  return (
    <Paper withBorder p="md">
      <Group gap="xs">
        <Text fw={600}>{colleague.name}</Text>
        {isMe && (
          <Badge variant="light" tt="none" autoContrast>
            you
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
        {colleague.email} · {ROLE_NAMES[colleague.role]} since <Moment at={colleague.since} />
      </Text>
      {may.includes("staff.manage") && <Role colleague={colleague} />}
      <Actions colleague={colleague} isMe={isMe} />
    </Paper>
  );
}

function useChange<T>(path: string, method: "PUT" | "POST" | "DELETE") {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body?: unknown) => ask<T>(method, path, body),
    // One may change oneself: what one may do is asked again.
    onSuccess: () =>
      Promise.all(
        ["staff", "session"].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  });
}

function Role({ colleague }: { readonly colleague: StaffRow }) {
  const [role, setRole] = useState<string>(colleague.role);
  const change = useChange<void>(`/staff/${encodeURIComponent(colleague.id)}/role`, "PUT");
  return (
    <>
      <Group mt="sm" gap="xs" align="flex-end">
        <NativeSelect
          label={`Role of ${colleague.name}`}
          data={ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }))}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={role === colleague.role}
          loading={change.isPending}
          onClick={() => change.mutate({ role })}
          aria-label={`Change the role of ${colleague.name}`}
        >
          Change
        </Button>
      </Group>
      {change.error && <Failure error={change.error} />}
    </>
  );
}

function Actions({ colleague, isMe }: { readonly colleague: StaffRow; readonly isMe: boolean }) {
  const { may, staff: me } = useSession();
  const path = `/staff/${encodeURIComponent(colleague.id)}`;
  const help = useChange<MadeLink>(`${path}/password-link`, "POST");
  const signOut = useChange<{ ended: number }>(`${path}/sessions`, "DELETE");
  const remove = useChange<void>(path, "DELETE");
  const manages = may.includes("staff.manage");
  const isBelow = colleague.role !== "owner" && colleague.role !== "officer";
  const helps = may.includes("staff.help") && !isMe && (me.role === "owner" || isBelow);
  const error = help.error ?? signOut.error ?? remove.error;
  return (
    <>
      <Group mt="sm" gap="xs">
        {isMe && (
          <Button component={Link} to="/account" variant="default" size="compact-md">
            My account
          </Button>
        )}
        {helps && <Help colleague={colleague} help={help} />}
        {manages && !isMe && (
          <Button
            variant="default"
            size="compact-md"
            loading={signOut.isPending}
            onClick={() => signOut.mutate(undefined)}
            aria-label={`Sign out everywhere: ${colleague.name}`}
          >
            Sign out everywhere
          </Button>
        )}
        {manages && <Remove colleague={colleague} isMe={isMe} remove={remove} />}
      </Group>
      {error && <Failure error={error} />}
      {signOut.data && (
        <Text role="status" size="sm" mt="xs">
          {signOut.data.ended === 0
            ? `${colleague.name} was not signed in.`
            : `${colleague.name} was signed out (${signOut.data.ended}).`}
        </Text>
      )}
      {help.data && (
        <OneTimeLink
          title={`Give this link to ${colleague.name}, by a way you trust`}
          link={help.data.link}
        >
          It sets a new password, works once, for a day, and is shown only now.
        </OneTimeLink>
      )}
    </>
  );
}

type Change<T> = UseMutationResult<T, Error, unknown>;

function Help({
  colleague,
  help,
}: {
  readonly colleague: StaffRow;
  readonly help: Change<MadeLink>;
}) {
  return (
    <Button
      variant="default"
      size="compact-md"
      loading={help.isPending}
      onClick={() => help.mutate(undefined)}
      aria-label={`Link to a new password for ${colleague.name}`}
    >
      Link to a new password
    </Button>
  );
}

function Remove({
  colleague,
  isMe,
  remove,
}: {
  readonly colleague: StaffRow;
  readonly isMe: boolean;
  readonly remove: Change<void>;
}) {
  return (
    <Confirm
      button={isMe ? "Leave the team" : "Remove"}
      label={isMe ? "Leave the team" : `Remove ${colleague.name}`}
      title={isMe ? "Leave the team?" : `Remove ${colleague.name}?`}
      pending={remove.isPending}
      act={() => remove.mutate(undefined)}
    >
      {isMe ? "You are" : `${colleague.name} is`} signed out everywhere at once and cannot sign in
      again. What was done stays recorded under the name. A new invitation brings the account back.
    </Confirm>
  );
}
