import { Badge, Button, Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "react-router";
import { ask } from "../ask.ts";
import { Bars } from "../parts/bars.tsx";
import { Failure } from "../parts/failure.tsx";
import { Await, Page } from "../parts/page.tsx";
import { Prose } from "../parts/prose.tsx";
import { useSession } from "../parts/session.ts";
import { CAMPAIGN_STATES, languageName, MESSAGE_STATES } from "../parts/words.ts";
import type { Campaign } from "../types.ts";

const POLL_MS = 1500;

export function CampaignPage() {
  const { id = "" } = useParams();
  const queries = useQueryClient();
  const { may } = useSession();
  const campaign = useQuery({
    queryKey: ["campaign", id],
    queryFn: () => ask<Campaign>("GET", `/campaigns/${encodeURIComponent(id)}`),
    refetchInterval: ({ state }) => (isMoving(state.data) ? POLL_MS : false),
  });
  const act = useMutation({
    mutationFn: (what: "start" | "stop") =>
      ask<unknown>("POST", `/campaigns/${encodeURIComponent(id)}/${what}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["campaign", id] }),
  });
  return (
    <Await query={campaign}>
      {(data) => (
        <Page
          title={data.name}
          about={
            data.topicName === null ? data.purposeName : `${data.purposeName}: ${data.topicName}`
          }
          actions={
            may.includes("campaigns.send") && <Actions state={data.state} act={act.mutate} />
          }
        >
          {act.error && <Failure error={act.error} />}
          <State campaign={data} />
          <Contents campaign={data} />
        </Page>
      )}
    </Await>
  );
}

function isMoving(campaign: Campaign | undefined): boolean {
  return campaign?.state === "selecting" || campaign?.state === "sending";
}

function Actions({
  state,
  act,
}: {
  readonly state: Campaign["state"];
  readonly act: (what: "start" | "stop") => void;
}) {
  if (state === "draft") {
    return <Button onClick={() => act("start")}>Send to readers</Button>;
  }
  if (state === "selecting" || state === "sending") {
    return (
      <Button color="red" onClick={() => act("stop")}>
        Stop
      </Button>
    );
  }
  return null;
}

function State({ campaign }: { readonly campaign: Campaign }) {
  if (campaign.state === "draft") return null;
  const { messages } = campaign;
  const waiting = (messages.queued ?? 0) + (messages.claimed ?? 0) + (messages.begun ?? 0);
  const share = campaign.selected === 0 ? 0 : 1 - waiting / campaign.selected;
  return (
    <Paper withBorder p="md" mb="md">
      <Stack>
        <Group>
          <Badge variant="light" tt="none">
            {CAMPAIGN_STATES[campaign.state]}
          </Badge>
          <Text>
            {campaign.considered.toLocaleString("en-GB")}
            {campaign.state === "selecting" && ` of ${campaign.total.toLocaleString("en-GB")}`}{" "}
            people looked at, {campaign.selected.toLocaleString("en-GB")} may be written to
          </Text>
        </Group>
        <Progress
          value={campaign.state === "sent" ? 100 : Math.round(share * 100)}
          aria-label="Sent so far"
        />
        <Bars
          title="Messages"
          bars={Object.entries(messages).map(([state, value]) => ({
            label: MESSAGE_STATES[state] ?? state,
            value,
          }))}
        />
        {campaign.denials.length > 0 && (
          <Bars
            title="Left in peace, by reason"
            bars={campaign.denials.map((denial) => ({
              label: denial.sentence,
              value: denial.people,
            }))}
          />
        )}
      </Stack>
    </Paper>
  );
}

function Contents({ campaign }: { readonly campaign: Campaign }) {
  return (
    <Stack>
      {campaign.contents.map((content) => (
        <Paper key={content.language} withBorder p="md">
          <Text size="sm" c="dimmed">
            {languageName(content.language)}
          </Text>
          <article lang={content.language} style={{ overflowWrap: "anywhere" }}>
            <Title order={2} size="h5">
              {content.subject}
            </Title>
            <Prose text={content.body} />
          </article>
        </Paper>
      ))}
    </Stack>
  );
}
