import { Alert, Button, Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, Problem } from "../../ask.ts";
import { Bars } from "../../parts/bars.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Failure } from "../../parts/failure.tsx";
import { Moment } from "../../parts/moment.tsx";
import type { Draft, Impact } from "../../types.ts";
import { CHANNEL, peopleWord } from "./words.ts";

const POLL_MS = 700;

/** Whom a draft would affect, counted from the people of today, before anything is published. */
export function ImpactView({ draft }: { readonly draft: Draft }) {
  const path = `/notice/drafts/${encodeURIComponent(draft.id)}/impact`;
  const key = ["impact", draft.id];
  const queries = useQueryClient();
  const impact = useQuery({
    queryKey: key,
    queryFn: () => orNull(ask<Impact>("GET", path)),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? POLL_MS : false),
  });
  const count = useMutation({
    mutationFn: () => ask<Impact>("POST", path),
    onSuccess: (begun) => queries.setQueryData(key, begun),
  });
  const data = impact.data ?? null;
  return (
    <Stack>
      {(count.error ?? impact.error) && <Failure error={(count.error ?? impact.error) as Error} />}
      <Group>
        <Button
          onClick={() => count.mutate()}
          loading={count.isPending || data?.state === "running"}
          disabled={draft.baseVersion === null}
        >
          {data === null ? "Count" : "Count again"}
        </Button>
        {data !== null && <When impact={data} />}
      </Group>
      {data === null ? (
        <Empty title="Not counted yet">
          The gate decides for everybody, once by the version in force and once by the draft, and
          counts what would stop, whose consent has to be asked again, and who has to be told and
          how.
        </Empty>
      ) : (
        <Result impact={data} />
      )}
    </Stack>
  );
}

/** Where nothing was counted yet there is nothing, which is no failure. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

function When({ impact }: { readonly impact: Impact }) {
  return (
    <Text size="sm" c="dimmed">
      Counted <Moment at={impact.beganAt} />
      {!impact.current && ": the draft was changed since"}
      {impact.current && impact.stale && ": people came or chose since"}
    </Text>
  );
}

function Result({ impact }: { readonly impact: Impact }) {
  if (impact.state === "failed") {
    return (
      <Alert color="red" variant="light" title="The count failed">
        The server's log names the fault. Nothing was changed; count again.
      </Alert>
    );
  }
  const { considered, total, askAgain, tell } = impact;
  const share = total === 0 ? 100 : (considered / total) * 100;
  return (
    <Stack>
      {impact.state === "running" && (
        <div>
          <Progress value={share} aria-label="Counted so far" animated />
          <Text size="sm" role="status">
            {considered.toLocaleString("en-GB")} of {total.toLocaleString("en-GB")}{" "}
            {impact.phase === "people" ? "people" : "browsers"} looked at
          </Text>
        </div>
      )}
      <Bars
        title="In short"
        bars={[
          { label: "looked at", value: considered },
          { label: "have to be told", value: tell.people },
          { label: "… of them by e-mail", value: tell.byEmail },
          { label: "… of them cannot be reached", value: tell.unreached },
          { label: "are asked for consent again", value: askAgain.people },
          { label: "browsers are told at their next visit", value: tell.devices },
          { label: "browsers are asked again", value: askAgain.devices },
        ]}
      />
      {tell.reasons.length > 0 && (
        <Bars
          title="Cannot be told by e-mail, by reason"
          bars={tell.reasons.map(({ sentence, people }) => ({ label: sentence, value: people }))}
        />
      )}
      {impact.purposes.map((purpose) => (
        <PurposeImpact key={purpose.id} purpose={purpose} />
      ))}
    </Stack>
  );
}

function PurposeImpact({ purpose }: { readonly purpose: Impact["purposes"][number] }) {
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5">
        {purpose.name}
      </Title>
      <Text>
        {peopleWord(purpose.people)} concerned
        {purpose.askAgain > 0 && `, ${peopleWord(purpose.askAgain)} asked for consent again`}.
        {purpose.stops.length === 0 && " Nothing of it stops."}
      </Text>
      {purpose.stops.length > 0 && (
        <Bars
          title="Stops, until they were told or chose again"
          bars={purpose.stops.map((stop) => ({
            label: `${CHANNEL[stop.channel]}: ${stop.sentence}`,
            value: stop.people,
          }))}
        />
      )}
    </Paper>
  );
}
