import {
  Button,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { ask } from "../ask.ts";
import { Failure } from "../parts/failure.tsx";
import { Await, Page } from "../parts/page.tsx";
import { languageName } from "../parts/words.ts";
import type { Campaign, CampaignDraft, Choices } from "../types.ts";

export function NewCampaignPage() {
  const choices = useQuery({
    queryKey: ["choices"],
    queryFn: () => ask<Choices>("GET", "/campaigns/choices"),
  });
  return (
    <Page
      title="Write a campaign"
      about="One text for each language of your readers. A language that is left empty falls back to the notice's first one."
    >
      <Await query={choices}>{(data) => <Draft choices={data} />}</Await>
    </Page>
  );
}

type Written = { readonly [language: string]: { readonly subject: string; readonly body: string } };

function Draft({ choices }: { readonly choices: Choices }) {
  const go = useNavigate();
  const marketing = choices.purposes.filter((each) => each.channels.includes("email"));
  const [name, setName] = useState("");
  const [purposeId, setPurpose] = useState(marketing[0]?.id ?? "");
  const purpose = marketing.find((each) => each.id === purposeId);
  const [topic, setTopic] = useState("");
  const [written, setWritten] = useState<Written>({});
  const save = useMutation({
    mutationFn: () => ask<Campaign>("POST", "/campaigns", draftOf(name, purposeId, topic, written)),
    onSuccess: (campaign) => go(`/campaigns/${campaign.id}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const topics = (purpose?.topics ?? []).map(({ id, name: label }) => ({ value: id, label }));
  return (
    <form onSubmit={submit}>
      <Stack maw={760}>
        {save.error && <Failure error={save.error} />}
        <TextInput
          label="Name"
          description="For you and your colleagues; readers do not see it."
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <NativeSelect
            label="Purpose, as the notice declares it"
            data={marketing.map((each) => ({ value: each.id, label: each.name }))}
            value={purposeId}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <NativeSelect
            label="Topic"
            data={[{ value: "", label: "no topic" }, ...topics]}
            value={topic}
            onChange={(event) => setTopic(event.currentTarget.value)}
          />
        </Group>
        {choices.languages.map((language) => (
          <LanguageText
            key={language}
            language={language}
            text={written[language] ?? { subject: "", body: "" }}
            change={(text) => setWritten({ ...written, [language]: text })}
          />
        ))}
        <Group>
          <Button type="submit" loading={save.isPending}>
            Save the draft
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function LanguageText({
  language,
  text,
  change,
}: {
  readonly language: string;
  readonly text: { readonly subject: string; readonly body: string };
  readonly change: (text: { readonly subject: string; readonly body: string }) => void;
}) {
  const name = languageName(language);
  return (
    <Paper withBorder p="md" component="fieldset">
      <Title order={2} size="h5" component="legend">
        {name}
      </Title>
      <TextInput
        label={`Subject line (${name})`}
        maxLength={200}
        lang={language}
        value={text.subject}
        onChange={(event) => change({ ...text, subject: event.currentTarget.value })}
      />
      <Textarea
        label={`Text (${name})`}
        description="Markdown: paragraphs, lists, links, emphasis."
        autosize
        minRows={6}
        mt="sm"
        lang={language}
        value={text.body}
        onChange={(event) => change({ ...text, body: event.currentTarget.value })}
      />
    </Paper>
  );
}

function draftOf(name: string, purpose: string, topic: string, written: Written): CampaignDraft {
  const contents = Object.entries(written)
    .filter(([, text]) => text.subject.trim() !== "" && text.body.trim() !== "")
    .map(([language, text]) => ({ language, subject: text.subject.trim(), body: text.body }));
  return { name, purpose, topic: topic === "" ? null : topic, contents };
}
