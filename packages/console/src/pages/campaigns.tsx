import { Anchor, Badge, Button, Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { ask } from "../ask.ts";
import { Empty } from "../parts/empty.tsx";
import { Moment } from "../parts/moment.tsx";
import { Await, Page } from "../parts/page.tsx";
import { useSession } from "../parts/session.ts";
import { WideTable } from "../parts/wide-table.tsx";
import { CAMPAIGN_STATES } from "../parts/words.ts";
import type { Campaign } from "../types.ts";

export function CampaignsPage() {
  const { may } = useSession();
  const campaigns = useQuery({
    queryKey: ["campaigns"],
    queryFn: () => ask<{ campaigns: Campaign[] }>("GET", "/campaigns"),
  });
  const write = may.includes("campaigns.send") && (
    <Button component={Link} to="/campaigns/new">
      Write a campaign
    </Button>
  );
  return (
    <Page
      title="Campaigns"
      about="Mail to those who may be written to about a topic. The gate decides for each person, and again when each mail is sent."
      actions={write}
    >
      <Await query={campaigns}>
        {({ campaigns: list }) =>
          list.length === 0 ? (
            <Empty title="No campaign yet">
              Write one text for each language. Readers get theirs; who may not be written to is
              counted by the reason, and left in peace.
            </Empty>
          ) : (
            <List list={list} />
          )
        }
      </Await>
    </Page>
  );
}

function List({ list }: { readonly list: readonly Campaign[] }) {
  return (
    <WideTable label="Campaigns" minWidth={640}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Campaign</Table.Th>
          <Table.Th>Topic</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th ta="end">Chosen</Table.Th>
          <Table.Th ta="end">Sent</Table.Th>
          <Table.Th>Made</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.map((campaign) => (
          <Table.Tr key={campaign.id}>
            <Table.Td>
              <Anchor component={Link} to={`/campaigns/${campaign.id}`} fw={600}>
                {campaign.name}
              </Anchor>
            </Table.Td>
            <Table.Td>{campaign.topicName ?? campaign.purposeName}</Table.Td>
            <Table.Td>
              <Badge variant="light" tt="none">
                {CAMPAIGN_STATES[campaign.state]}
              </Badge>
            </Table.Td>
            <Table.Td ta="end">{campaign.selected.toLocaleString("en-GB")}</Table.Td>
            <Table.Td ta="end">{(campaign.messages.sent ?? 0).toLocaleString("en-GB")}</Table.Td>
            <Table.Td>
              <Moment at={campaign.createdAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
