import {
  Anchor,
  AppShell,
  Badge,
  Burger,
  Button,
  Group,
  NavLink,
  Stack,
  Text,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserCircle } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, NavLink as RouterLink, useLocation } from "react-router";
import { ask } from "../ask.ts";
import { placesFor } from "./places.ts";
import { useSession } from "./session.ts";
import { ROLE_NAMES } from "./words.ts";

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
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? "Close the navigation" : "Open the navigation"}
              aria-expanded={opened}
            />
            <Text fw={700} truncate title={session.organisation}>
              {session.organisation}
            </Text>
            {session.demo && <DemoMark />}
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

/** On a phone one word has to do; the first page says the rest. */
function DemoMark() {
  return (
    <Badge color="yellow" variant="light" tt="none" autoContrast style={{ flexShrink: 0 }}>
      Demo
      <Text span inherit visibleFrom="sm">
        : everybody here is invented
      </Text>
    </Badge>
  );
}

function Places({ close }: { readonly close: () => void }) {
  const { pathname } = useLocation();
  const { may } = useSession();
  return (
    <Stack gap={4}>
      {placesFor(may).map((place) => {
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
      <NavLink
        component={RouterLink}
        to="/account"
        label="My account"
        leftSection={<IconUserCircle size={18} aria-hidden="true" />}
        active={pathname === "/account"}
        onClick={close}
      />
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
      <Anchor component={Link} to="/account" size="sm" visibleFrom="sm" maw={320} truncate>
        {staff.name} · {ROLE_NAMES[staff.role]}
      </Anchor>
      <Button variant="default" size="compact-sm" onClick={signOut} style={{ flexShrink: 0 }}>
        Sign out
      </Button>
    </Group>
  );
}
