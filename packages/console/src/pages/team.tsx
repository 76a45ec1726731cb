import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../ask.ts";
import { Empty } from "../parts/empty.tsx";
import { Moment } from "../parts/moment.tsx";
import { Await, Page } from "../parts/page.tsx";
import { useSession } from "../parts/session.ts";
import { ROLE_NAMES } from "../parts/words.ts";
import type { StaffRow } from "../types.ts";
import { ColleagueCard } from "./team/colleague-card.tsx";
import { InvitationCard } from "./team/invitation-card.tsx";
import { Invite } from "./team/invite.tsx";

export function TeamPage() {
  const { may } = useSession();
  const staff = useQuery({
    queryKey: ["staff"],
    queryFn: () => ask<{ staff: StaffRow[] }>("GET", "/staff"),
  });
  return (
    <Page title="Team" about="Who may sign in, and for what. Accounts are made by invitation only.">
      {may.includes("staff.manage") && <Invite />}
      <Await query={staff}>{({ staff: list }) => <Lists list={list} />}</Await>
    </Page>
  );
}

function Lists({ list }: { readonly list: readonly StaffRow[] }) {
  const of = (state: StaffRow["state"]) => list.filter((each) => each.state === state);
  const [active, invited, left] = [of("active"), of("invited"), of("deactivated")];
  return (
    <Stack gap="xl">
      <section aria-labelledby="colleagues">
        <Title order={2} size="h4" mb="sm" id="colleagues">
          Colleagues
        </Title>
        <Stack gap="sm">
          {active.map((each) => (
            <ColleagueCard key={each.id} colleague={each} />
          ))}
        </Stack>
        {active.length === 1 && (
          <Empty title="You are alone here">
            Invite a colleague: nobody should guard people's data alone, and a second owner can let
            you in again when you forget your password.
          </Empty>
        )}
      </section>
      {invited.length > 0 && (
        <section aria-labelledby="invitations">
          <Title order={2} size="h4" mb="sm" id="invitations">
            Invitations
          </Title>
          <Stack gap="sm">
            {invited.map((each) => (
              <InvitationCard key={each.id} invitation={each} />
            ))}
          </Stack>
        </section>
      )}
      {left.length > 0 && <Left list={left} />}
    </Stack>
  );
}

/** They stay named beside what they did; they cannot sign in. */
function Left({ list }: { readonly list: readonly StaffRow[] }) {
  return (
    <section aria-labelledby="left">
      <Title order={2} size="h4" mb="xs" id="left">
        No longer on the team
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        They cannot sign in. Their names stay beside what they did, which people may ask to see.
      </Text>
      <Stack gap="xs">
        {list.map((each) => (
          <Paper key={each.id} withBorder p="sm">
            <Group gap="xs">
              <Text fw={600}>{each.name}</Text>
              <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                {each.email} · was {ROLE_NAMES[each.role]}, since <Moment at={each.since} />
              </Text>
            </Group>
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
