import { Alert, Button, Group, Tabs, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { ask } from "../../ask.ts";
import { Failure } from "../../parts/failure.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Await, Page } from "../../parts/page.tsx";
import type { Draft } from "../../types.ts";
import { Changes } from "./changes.tsx";
import { StateBadge } from "./drafts.tsx";
import { ImpactView } from "./impact.tsx";
import { Review } from "./review.tsx";
import { nameOf } from "./words.ts";
import { Write } from "./write.tsx";

/** One draft: its text, what it changes, whom that concerns, its review and its publication. */
export function DraftPage() {
  const { id = "" } = useParams();
  const path = `/notice/drafts/${encodeURIComponent(id)}`;
  const draft = useQuery({ queryKey: ["draft", id], queryFn: () => ask<Draft>("GET", path) });
  return <Await query={draft}>{(data) => <Opened draft={data} path={path} />}</Await>;
}

function Opened({ draft, path }: { readonly draft: Draft; readonly path: string }) {
  const [written, setWritten] = useState(draft.source);
  const [tab, setTab] = useState<string | null>("write");
  const queries = useQueryClient();
  const renewed = (next: Draft) => {
    queries.setQueryData(["draft", draft.id], next);
    queries.invalidateQueries({ queryKey: ["notice"] });
  };
  const save = useMutation({
    mutationFn: () => ask<Draft>("PUT", path, { edit: draft.edit, source: written }),
    onSuccess: renewed,
  });
  const isChanged = written !== draft.source;
  const base =
    draft.baseVersion === null ? "The first version" : `After version ${draft.baseVersion}`;
  return (
    <Page
      title="Draft of the notice"
      about={`${base}, begun by ${nameOf(draft.createdBy)}. Nothing of it counts before it is published.`}
      actions={<StateBadge state={draft.state} />}
    >
      {save.error && <Failure error={save.error} />}
      {draft.outcome !== null && (
        <Alert color="red" variant="light" title="It could not be published" mb="md">
          {draft.outcome}
        </Alert>
      )}
      <Group mb="sm" mih={36}>
        {draft.may.edit && (
          <Button onClick={() => save.mutate()} loading={save.isPending} disabled={!isChanged}>
            Save
          </Button>
        )}
        <Text size="sm" c="dimmed" role="status">
          {isChanged ? "Not saved yet." : "Saved by "}
          {!isChanged && (
            <>
              {nameOf(draft.editedBy)}, <Moment at={draft.editedAt} />
            </>
          )}
        </Text>
      </Group>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="write">Write</Tabs.Tab>
          <Tabs.Tab value="changes">What changes</Tabs.Tab>
          <Tabs.Tab value="impact">Whom it concerns</Tabs.Tab>
          <Tabs.Tab value="review">Review and publish</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="write" pt="md">
          <Write draft={draft} text={written} change={setWritten} />
        </Tabs.Panel>
        <Tabs.Panel value="changes" pt="md">
          {isChanged && <SaveFirst />}
          <Changes
            from={`version:${draft.baseVersion ?? 0}`}
            to={`draft:${draft.id}`}
            mark={draft.sha256}
          />
        </Tabs.Panel>
        <Tabs.Panel value="impact" pt="md">
          {isChanged && <SaveFirst />}
          <ImpactView draft={draft} />
        </Tabs.Panel>
        <Tabs.Panel value="review" pt="md">
          {isChanged && <SaveFirst />}
          <Review draft={draft} path={path} renewed={renewed} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function SaveFirst() {
  return (
    <Alert color="yellow" variant="light" mb="md">
      What you wrote last is not saved yet: this is about the text as it was saved.
    </Alert>
  );
}
