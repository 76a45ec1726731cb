import { AppShell, Badge, Burger, Button, Group, NavLink, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconChecklist,
  IconFileCertificate,
  IconListDetails,
  IconMail,
  IconScale,
  IconUserPlus,
  IconUsers,
} from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { NavLink as RouterLink, useLocation } from "react-router";
import { ask } from "../ask.ts";
import { useSession } from "./session.ts";

const PLACES = [
  { to: "/", label: "First day", icon: IconChecklist, may: "checklist.see" },
  { to: "/people", label: "People", icon: IconUsers, may: "people.list" },
  { to: "/campaigns", label: "Campaigns", icon: IconMail, may: "campaigns.see" },
  { to: "/requests", label: "Requests", icon: IconScale, may: "requests.see" },
  { to: "/notice", label: "Notice", icon: IconFileCertificate, may: "notice.see" },
  { to: "/log", label: "Log", icon: IconListDetails, may: "log.see" },
  { to: "/team", label: "Team", icon: IconUserPlus, may: "staff.see" },
] as const;

export function Shell({ children }: { readonly children: ReactNode }) {
  const [opened, { toggle, close }] = useDisclosure();
  const session = useSession();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding="md"
    >
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label="Open the navigation"
            />
            <Text fw={700}>{session.organisation}</Text>
            {session.demo && (
              <Badge color="yellow" variant="light" autoContrast>
                Demo: everybody here is invented
              </Badge>
            )}
          </Group>
          <SignedInAs />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Console">
        <Places close={close} />
      </AppShell.Navbar>
      <AppShell.Main id="main">{children}</AppShell.Main>
    </AppShell>
  );
}

function Places({ close }: { readonly close: () => void }) {
  const { pathname } = useLocation();
  const { may } = useSession();
  return (
    <Stack gap={4}>
      {PLACES.filter((place) => may.includes(place.may)).map((place) => {
        const here = place.to === "/" ? pathname === "/" : pathname.startsWith(place.to);
        return (
          <NavLink
            key={place.to}
            component={RouterLink}
            to={place.to}
            label={place.label}
            leftSection={<place.icon size={18} aria-hidden="true" />}
            active={here}
            onClick={close}
          />
        );
      })}
    </Stack>
  );
}

function SignedInAs() {
  const { staff } = useSession();
  const queries = useQueryClient();
  const signOut = async () => {
    await ask("DELETE", "/session");
    queries.clear();
    location.assign("/console/");
  };
  return (
    <Group gap="sm" wrap="nowrap">
      <Text size="sm" visibleFrom="sm">
        {staff.name} · {staff.role}
      </Text>
      <Button variant="default" size="compact-sm" onClick={signOut}>
        Sign out
      </Button>
    </Group>
  );
}
