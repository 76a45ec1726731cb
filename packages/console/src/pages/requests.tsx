import { Anchor, Badge, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { ask } from "../ask.ts";
import { Empty } from "../parts/empty.tsx";
import { Moment } from "../parts/moment.tsx";
import { Await, Page } from "../parts/page.tsx";
import { WideTable } from "../parts/wide-table.tsx";
import type { RequestRow } from "../types.ts";

export function RequestsPage() {
  const requests = useQuery({
    queryKey: ["requests"],
    queryFn: () => ask<{ requests: RequestRow[] }>("GET", "/requests"),
  });
  return (
    <Page
      title="Requests"
      about="What people asked for about their own data, with the day by which the law wants an answer."
    >
      <Await query={requests}>
        {({ requests: list }) =>
          list.length === 0 ? (
            <Empty title="No requests yet">
              People ask under <Anchor href="/rights">their rights</Anchor>. The clock starts by
              itself, and the mail that proves the address goes out at once.
            </Empty>
          ) : (
            <List list={list} />
          )
        }
      </Await>
    </Page>
  );
}

function List({ list }: { readonly list: readonly RequestRow[] }) {
  return (
    <WideTable label="Requests" minWidth={640}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Kind</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th>Received</Table.Th>
          <Table.Th>Due</Table.Th>
          <Table.Th>Law</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.map((request) => (
          <Table.Tr key={request.id}>
            <Table.Td>
              <Anchor component={Link} to={`/requests/${request.subjectId}/${request.id}`} fw={600}>
                {request.kind}
              </Anchor>{" "}
              {request.demo && (
                <Badge color="yellow" variant="light" tt="none" autoContrast>
                  demo
                </Badge>
              )}
            </Table.Td>
            <Table.Td>{request.state}</Table.Td>
            <Table.Td>
              <Moment at={request.receivedAt} />
            </Table.Td>
            <Table.Td>
              {request.due} <Left request={request} />
            </Table.Td>
            <Table.Td>{request.regime}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Left({ request }: { readonly request: RequestRow }) {
  if (request.answeredAt !== null) return null;
  const late = request.daysLeft < 0;
  return (
    <Text span size="sm" fw={late ? 700 : 400} c={late ? "red" : "dimmed"}>
      {late ? `${-request.daysLeft} days late` : `${request.daysLeft} days left`}
    </Text>
  );
}
