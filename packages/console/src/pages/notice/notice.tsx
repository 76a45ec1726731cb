import { Anchor, Badge, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { ask } from "../../ask.ts";
import { Empty } from "../../parts/empty.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Await, Page } from "../../parts/page.tsx";
import { WideTable } from "../../parts/wide-table.tsx";
import type { NoticeOverview } from "../../types.ts";
import { Drafts } from "./drafts.tsx";

export function NoticePage() {
  const notice = useQuery({
    queryKey: ["notice"],
    queryFn: () => ask<NoticeOverview>("GET", "/notice"),
  });
  return (
    <Await query={notice}>
      {(data) => (
        <Page
          title="Notice"
          about={`${data.title}. Read in ${data.languages.join(", ")}; kept to the law of ${data.regimes.join(", ")}.`}
          actions={<Anchor href="/privacy">Read it as a visitor</Anchor>}
        >
          <Stack gap="xl">
            <Drafts />
            <Findings data={data} />
            <Versions data={data} />
            <Purposes data={data} />
          </Stack>
        </Page>
      )}
    </Await>
  );
}

function Findings({ data }: { readonly data: NoticeOverview }) {
  if (data.findings.length === 0) {
    return (
      <Empty title="Nothing to mend today">
        The version in force was checked under today's law of {data.regimes.join(" and ")}, as far
        as the rules of the checker reach.
      </Empty>
    );
  }
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        To mend
      </Title>
      <Stack gap="xs">
        {data.findings.map((finding) => (
          <Paper key={`${finding.id} ${finding.regime} ${finding.place}`} withBorder p="sm">
            <Badge color={colourOf(finding)} variant="light" tt="none">
              {finding.accepted === null ? finding.level : "accepted"}
            </Badge>{" "}
            <Text span fw={600}>
              {finding.why}
            </Text>
            <Text size="sm">{finding.accepted?.reason ?? finding.write}</Text>
            <Text size="sm" c="dimmed">
              {[
                finding.place,
                finding.confirmed ? finding.provision : `${finding.provision} (unconfirmed)`,
                finding.from === null ? null : `from ${finding.from}`,
                finding.accepted === null ? null : `until ${finding.accepted.until}`,
                finding.id,
              ]
                .filter((each) => each !== null)
                .join(" · ")}
            </Text>
          </Paper>
        ))}
      </Stack>
    </section>
  );
}

function colourOf({ level, accepted }: NoticeOverview["findings"][number]) {
  if (accepted !== null) return "gray";
  return level === "error" ? "red" : "yellow";
}

function Versions({ data }: { readonly data: NoticeOverview }) {
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        Versions
      </Title>
      <WideTable label="Versions" minWidth={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Version</Table.Th>
            <Table.Th>Dated</Table.Th>
            <Table.Th>In force from</Table.Th>
            <Table.Th>Hash of the manifest</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.versions.map((version) => (
            <Table.Tr key={version.version}>
              <Table.Td>
                <Anchor component={Link} to={`/notice/versions/${version.version}`}>
                  {version.version}
                </Anchor>{" "}
                {version.inForce && (
                  <Badge color="green" variant="light" tt="none" autoContrast>
                    in force
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>{version.dated}</Table.Td>
              <Table.Td>
                <Moment at={version.inForceFrom} />
              </Table.Td>
              <Table.Td>
                <code>{version.hash.slice(0, 16)}…</code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </section>
  );
}

function Purposes({ data }: { readonly data: NoticeOverview }) {
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        Purposes and their bases
      </Title>
      <WideTable label="Purposes" minWidth={600}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Purpose</Table.Th>
            <Table.Th>Revision</Table.Th>
            <Table.Th>Bases, in order, by law</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.purposes.map((purpose) => (
            <Table.Tr key={purpose.id}>
              <Table.Td>
                {purpose.name}
                {purpose.builtIn && (
                  <Text size="sm" c="dimmed">
                    in every notice
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{purpose.revision}</Table.Td>
              <Table.Td>
                {purpose.bases
                  .map(({ regime, bases }) => `${regime}: ${bases.join(", then ")}`)
                  .join(" · ") || "none declared"}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </section>
  );
}
