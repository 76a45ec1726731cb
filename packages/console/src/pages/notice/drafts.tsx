import { Anchor, Badge, Button, Group, Table, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "react-router";
import { ask } from "../../ask.ts";
import { Empty } from "../../parts/empty.tsx";
import { Failure } from "../../parts/failure.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Await } from "../../parts/page.tsx";
import { useSession } from "../../parts/session.ts";
import { WideTable } from "../../parts/wide-table.tsx";
import type { Draft, DraftRow } from "../../types.ts";
import { nameOf, STATE, STATE_COLOUR } from "./words.ts";

/** The drafts of the next version, and the way to begin one. */
export function Drafts() {
  const { may } = useSession();
  const drafts = useQuery({
    queryKey: ["notice", "drafts"],
    queryFn: () => ask<{ drafts: DraftRow[] }>("GET", "/notice/drafts"),
  });
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          Drafts
        </Title>
        {may.includes("notice.draft") && <Begin />}
      </Group>
      <Await query={drafts}>
        {({ drafts: list }) =>
          list.length === 0 ? (
            <Empty title="No draft">
              A draft is the next version, written while the present one stays in force. It shows
              what the law finds in it, what would change and whom that concerns; a colleague
              reviews it, and it comes into force at the time that you set.
            </Empty>
          ) : (
            <List list={list} />
          )
        }
      </Await>
    </section>
  );
}

function Begin() {
  const go = useNavigate();
  const begin = useMutation({
    mutationFn: () => ask<Draft>("POST", "/notice/drafts", {}),
    onSuccess: (draft) => go(`/notice/drafts/${draft.id}`),
  });
  return (
    <>
      <Button onClick={() => begin.mutate()} loading={begin.isPending}>
        Begin a draft
      </Button>
      {begin.error && <Failure error={begin.error} />}
    </>
  );
}

function List({ list }: { readonly list: readonly DraftRow[] }) {
  return (
    <WideTable label="Drafts" minWidth={560}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Draft</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th>Changed</Table.Th>
          <Table.Th>Comes into force</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.map((draft) => (
          <Table.Tr key={draft.id}>
            <Table.Td>
              <Anchor component={Link} to={`/notice/drafts/${draft.id}`}>
                {draft.baseVersion === null
                  ? "first version"
                  : `after version ${draft.baseVersion}`}
              </Anchor>{" "}
              <Text span size="sm" c="dimmed">
                by {nameOf(draft.createdBy)}
              </Text>
            </Table.Td>
            <Table.Td>
              <StateBadge state={draft.state} />
            </Table.Td>
            <Table.Td>
              <Moment at={draft.changedAt} />
            </Table.Td>
            <Table.Td>{draft.publishAt !== null && <Moment at={draft.publishAt} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

export function StateBadge({ state }: { readonly state: DraftRow["state"] }) {
  return (
    <Badge color={STATE_COLOUR[state]} variant="light" tt="none" autoContrast>
      {STATE[state]}
    </Badge>
  );
}
