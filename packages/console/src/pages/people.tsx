import { Anchor, Badge, Button, Group, Table, Text, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { ask } from "../ask.ts";
import { Empty } from "../parts/empty.tsx";
import { Moment } from "../parts/moment.tsx";
import { Await, Page } from "../parts/page.tsx";
import { WideTable } from "../parts/wide-table.tsx";
import { countryName, languageName } from "../parts/words.ts";
import type { PeoplePage as People, PersonRow } from "../types.ts";

export function PeoplePage() {
  const [typed, setTyped] = useState("");
  const [email, setEmail] = useState("");
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1) ?? null;
  const people = useQuery({
    queryKey: ["people", email, cursor],
    // The address travels in the body: an address line ends up in histories and logs.
    queryFn: () => ask<People>("POST", "/people/find", { email: email || null, cursor }),
    placeholderData: keepPreviousData,
  });
  const find = (event: FormEvent) => {
    event.preventDefault();
    setCursors([]);
    setEmail(typed.trim());
  };
  return (
    <Page
      title="People"
      about="Everybody whose data is held. Each look at a value passes the gate and is recorded for the person to see."
    >
      <form onSubmit={find}>
        <Group align="flex-end" mb="md">
          <TextInput
            label="Find by exact e-mail address"
            description="Addresses are stored sealed; only the whole address can be found."
            type="email"
            w={{ base: "100%", sm: 360 }}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            Find
          </Button>
        </Group>
      </form>
      <Await query={people}>
        {(data) =>
          data.people.length === 0 ? (
            <Empty title={email === "" ? "Nobody yet" : "Nobody has this address"}>
              {email === ""
                ? "People appear here when they send a form, sign up or are imported."
                : "Check the spelling, or ask the person which address they used."}
            </Empty>
          ) : (
            <>
              <PeopleTable people={data.people} />
              <Group mt="md">
                <Button
                  variant="default"
                  disabled={cursors.length === 0}
                  onClick={() => setCursors(cursors.slice(0, -1))}
                >
                  Back
                </Button>
                <Button
                  variant="default"
                  disabled={data.next === null}
                  onClick={() => data.next !== null && setCursors([...cursors, data.next])}
                >
                  More
                </Button>
                <Text size="sm" c="dimmed">
                  {data.total.toLocaleString("en-GB")} in all
                </Text>
              </Group>
            </>
          )
        }
      </Await>
    </Page>
  );
}

function PeopleTable({ people }: { readonly people: readonly PersonRow[] }) {
  return (
    <WideTable label="People" minWidth={760}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Person</Table.Th>
          <Table.Th>Company</Table.Th>
          <Table.Th>Country</Table.Th>
          <Table.Th>Language</Table.Th>
          <Table.Th>Relationship</Table.Th>
          <Table.Th>Since</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <Table.Tr key={person.id}>
            <Table.Td>
              <Anchor
                component={Link}
                to={`/people/${person.id}`}
                fw={600}
                display="inline-block"
                maw={360}
                style={{ overflowWrap: "anywhere" }}
              >
                {person.name ?? person.email ?? `Person ${person.id.slice(0, 8)}`}
              </Anchor>
              <Text size="sm" c="dimmed" maw={360} style={{ overflowWrap: "anywhere" }}>
                {person.denied ?? (person.name === null ? null : person.email)}{" "}
                {person.email !== null && !person.verified && "(address not proven)"}
              </Text>
            </Table.Td>
            <Table.Td maw={240} style={{ overflowWrap: "anywhere" }}>
              {person.company}
            </Table.Td>
            <Table.Td>{person.country !== null && countryName(person.country)}</Table.Td>
            <Table.Td>{person.language !== null && languageName(person.language)}</Table.Td>
            <Table.Td>
              <Group gap={4}>
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
              </Group>
            </Table.Td>
            <Table.Td>
              <Moment at={person.since} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
