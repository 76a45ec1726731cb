import { Anchor, List, Paper, Text, Timeline, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { ask } from "../ask.ts";
import { Moment } from "../parts/moment.tsx";
import { Await, Page } from "../parts/page.tsx";
import type { RequestRecord } from "../types.ts";
import { RequestActs } from "./request-acts.tsx";

export function RequestPage() {
  const { subject = "", id = "" } = useParams();
  const record = useQuery({
    queryKey: ["request", subject, id],
    queryFn: () =>
      ask<RequestRecord>(
        "GET",
        `/requests/${encodeURIComponent(subject)}/${encodeURIComponent(id)}`,
      ),
  });
  return (
    <Await query={record}>
      {({ request, steps, clock, ...rest }) => (
        <Page
          title={`Request: ${request.kind}`}
          about={`${request.state} · due ${request.due} under ${request.regime}`}
          actions={
            <Anchor component={Link} to={`/people/${request.subjectId}`}>
              The person's record
            </Anchor>
          }
        >
          <Paper withBorder p="md" mb="md">
            <Title order={2} size="h5" mb="md">
              Steps
            </Title>
            <Timeline active={steps.length - 1} bulletSize={18}>
              {steps.map((step) => (
                <Timeline.Item key={`${step.at} ${step.step}`} title={step.step}>
                  <Text size="sm" c="dimmed">
                    <Moment at={step.at} /> {step.by !== null && `by ${step.by}`}
                    {step.ground !== null && ` · ${step.ground}`}
                  </Text>
                  {step.words !== null && (
                    <Text mt="xs" style={{ whiteSpace: "pre-wrap" }}>
                      {step.words}
                    </Text>
                  )}
                </Timeline.Item>
              ))}
            </Timeline>
          </Paper>
          <RequestActs record={{ request, steps, clock, ...rest }} />
          <Paper withBorder p="md">
            <Title order={2} size="h5" mb="md">
              How the day was counted
            </Title>
            <List>
              {clock.map((rule) => (
                <List.Item key={`${rule.rule} ${rule.provision}`}>
                  {rule.rule} <Text span c="dimmed">{`(${rule.provision})`}</Text>
                  {!rule.confirmed && " · not yet confirmed against the source"}
                </List.Item>
              ))}
            </List>
          </Paper>
        </Page>
      )}
    </Await>
  );
}
