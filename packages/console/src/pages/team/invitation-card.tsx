import { Badge, Button, Group, Paper, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask } from "../../ask.ts";
import { Failure } from "../../parts/failure.tsx";
import { Moment } from "../../parts/moment.tsx";
import { OneTimeLink } from "../../parts/one-time-link.tsx";
import { useSession } from "../../parts/session.ts";
import { ROLE_NAMES } from "../../parts/words.ts";
import type { MadeLink, StaffRow } from "../../types.ts";

/** An invitation that waits, or lapsed without anybody following it. */
export function InvitationCard({ invitation }: { readonly invitation: StaffRow }) {
  const { may } = useSession();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ["staff"] });
  const path = `/staff/invitations/${encodeURIComponent(invitation.id)}`;
  const renew = useMutation({
    mutationFn: () => ask<MadeLink>("POST", `${path}/renew`),
    onSuccess: refresh,
  });
  const revoke = useMutation({ mutationFn: () => ask<void>("DELETE", path), onSuccess: refresh });
  const error = renew.error ?? revoke.error;
  const lapsed = invitation.until !== null && Date.parse(invitation.until) < Date.now();
  return (
    <Paper withBorder p="md">
      <Group gap="xs">
        <Text fw={600} style={{ overflowWrap: "anywhere" }}>
          {invitation.email}
        </Text>
        <Badge color={lapsed ? "red" : "blue"} variant="light" tt="none" autoContrast>
          {lapsed ? "lapsed" : "waiting"}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        Invited as {ROLE_NAMES[invitation.role]} <Moment at={invitation.since} />;{" "}
        {lapsed ? "the link ended" : "the link is good until"}{" "}
        {invitation.until !== null && <Moment at={invitation.until} />}
      </Text>
      {may.includes("staff.manage") && (
        <Group mt="sm" gap="xs">
          <Button
            variant="default"
            size="compact-md"
            loading={renew.isPending}
            onClick={() => renew.mutate()}
            aria-label={`Make a new link for ${invitation.email}`}
          >
            Make a new link
          </Button>
          <Button
            variant="default"
            size="compact-md"
            loading={revoke.isPending}
            onClick={() => revoke.mutate()}
            aria-label={`Revoke the invitation of ${invitation.email}`}
          >
            Revoke
          </Button>
        </Group>
      )}
      {error && <Failure error={error} />}
      {renew.data && (
        <OneTimeLink title="The new link; the old one works no more" link={renew.data.link}>
          It works once, for three days, and is shown only now.
        </OneTimeLink>
      )}
    </Paper>
  );
}
