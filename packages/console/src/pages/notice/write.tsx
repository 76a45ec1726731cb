import {
  Alert,
  Anchor,
  Badge,
  Button,
  Grid,
  Group,
  Paper,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { ask } from "../../ask.ts";
import { Failure } from "../../parts/failure.tsx";
import { type Jump, type Mark, YamlEditor } from "../../parts/yaml-editor.tsx";
import type { CheckedText, Draft } from "../../types.ts";
import { Preview } from "./preview.tsx";

/** How long the writer has to rest before the server is asked, in milliseconds. */
const REST_MS = 600;

/** The text of a draft, with what the server finds in it, and as people will read it. */
export function Write({
  draft,
  text,
  change,
}: {
  readonly draft: Draft;
  readonly text: string;
  readonly change: (text: string) => void;
}) {
  const [asked] = useDebouncedValue(text, REST_MS);
  const [jump, setJump] = useState<Jump | null>(null);
  const [begun] = useState(text);
  const checked = useQuery({
    queryKey: ["checked", asked],
    queryFn: () => ask<CheckedText>("POST", "/notice/check", { source: asked }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const marks = useMemo(() => marksOf(checked.data), [checked.data]);
  return (
    <Grid>
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <YamlEditor
          label="Manifest of the notice, YAML"
          text={begun}
          readOnly={!draft.may.edit}
          marks={marks}
          jump={jump}
          onChange={change}
        />
        <Text size="sm" c="dimmed" mt="xs">
          {draft.may.edit
            ? "Ctrl-F searches, Ctrl-Z takes back. Tab leaves the editor."
            : "It cannot be changed in this state."}{" "}
          <Anchor href="/schemas/manifest.schema.json" size="sm" underline="always">
            What may be written
          </Anchor>
        </Text>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        {checked.error && <Failure error={checked.error} />}
        {checked.data && (
          <Found checked={checked.data} isOld={checked.isPlaceholderData} goTo={setJump} />
        )}
      </Grid.Col>
      <Grid.Col span={12}>
        {checked.data?.preview && <Preview checked={checked.data} source={asked} />}
      </Grid.Col>
    </Grid>
  );
}

function marksOf(checked: CheckedText | undefined): readonly Mark[] {
  return (checked?.findings ?? []).map(({ line, column, message, suggestion }) => ({
    ...{ line, column, level: "error" as const },
    message: suggestion === null ? message : `${message} (did you mean ${suggestion}?)`,
  }));
}

function Found({
  checked,
  isOld,
  goTo,
}: {
  readonly checked: CheckedText;
  readonly isOld: boolean;
  readonly goTo: (place: Jump) => void;
}) {
  const { findings, law, refusal, notice } = checked;
  return (
    <Stack gap="sm" style={{ maxHeight: "66vh", overflowY: "auto" }} aria-busy={isOld}>
      <div role="status">
        <Title order={2} size="h5">
          {summaryOf(checked)}
        </Title>
      </div>
      {refusal !== null && (
        <Alert color="yellow" variant="light">
          {refusal.title}
        </Alert>
      )}
      {findings.map((finding) => (
        <Paper key={`${finding.line}:${finding.column}:${finding.message}`} withBorder p="xs">
          <Group gap="xs" align="baseline" wrap="nowrap">
            <Button size="compact-xs" variant="default" onClick={() => goTo(finding)}>
              line {finding.line}
            </Button>
            <Text size="sm">
              {finding.message}
              {finding.suggestion !== null && ` (did you mean ${finding.suggestion}?)`}
            </Text>
          </Group>
        </Paper>
      ))}
      {checked.findingsLeftOut > 0 && <Text size="sm">and {checked.findingsLeftOut} more</Text>}
      {notice !== null && <Law law={law} />}
    </Stack>
  );
}

function summaryOf({ findings, findingsLeftOut, law }: CheckedText): string {
  const count = findings.length + findingsLeftOut;
  if (count > 0) return count === 1 ? "One thing to mend" : `${count} things to mend`;
  if (law.length === 0) return "Nothing to mend";
  return law.length === 1
    ? "It reads well; the law finds one thing"
    : `It reads well; the law finds ${law.length} things`;
}

export function Law({ law }: { readonly law: CheckedText["law"] }) {
  return (
    <>
      {law.map((finding) => (
        <Paper key={`${finding.id} ${finding.regime} ${finding.place}`} withBorder p="sm">
          <Badge color={finding.level === "error" ? "red" : "yellow"} variant="light" tt="none">
            {finding.level}
          </Badge>{" "}
          <Text span fw={600} size="sm">
            {finding.why}
          </Text>
          <Text size="sm">{finding.write}</Text>
          <Text size="xs" c="dimmed">
            {finding.place} · {finding.provision} · {finding.id}
          </Text>
        </Paper>
      ))}
    </>
  );
}
