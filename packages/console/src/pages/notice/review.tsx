import {
  Alert,
  Button,
  Group,
  Paper,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../ask.ts";
import { Failure } from "../../parts/failure.tsx";
import { Moment } from "../../parts/moment.tsx";
import type { Draft } from "../../types.ts";
import { nameOf, VERDICT } from "./words.ts";

type Props = {
  readonly draft: Draft;
  readonly path: string;
  readonly renewed: (draft: Draft) => void;
};

/**
 * From a finished text to the version in force: submitted, reviewed by somebody else, scheduled.
 */
export function Review({ draft, path, renewed }: Props) {
  const act = useMutation({
    mutationFn: ({ step, body }: { readonly step: string; readonly body?: object }) =>
      ask<Draft>("POST", `${path}/${step}`, body),
    onSuccess: renewed,
  });
  const take = (step: string, body?: object) =>
    act.mutate(body === undefined ? { step } : { step, body });
  const { may, sha256 } = draft;
  return (
    <Stack maw={760}>
      {act.error && <Failure error={act.error} />}
      <Where draft={draft} />
      {may.submit && (
        <Group>
          <Button onClick={() => take("submit", { sha256 })}>Submit for review</Button>
        </Group>
      )}
      {(may.review || may.override) && (
        <Judge draft={draft} say={(verdict, note) => take("review", { sha256, verdict, note })} />
      )}
      {may.publish && <Publish schedule={(at) => take("schedule", { sha256, at })} />}
      {may.cancel && (
        <Group>
          <Button color="red" onClick={() => take("cancel")}>
            Take back the publication
          </Button>
        </Group>
      )}
      {may.edit && (
        <Group>
          <Button variant="default" onClick={() => take("abandon")}>
            Give the draft up
          </Button>
        </Group>
      )}
      <Said draft={draft} />
    </Stack>
  );
}

/** What stands in the way, or comes next. */
function Where({ draft }: { readonly draft: Draft }) {
  const { state, may } = draft;
  if (state === "draft")
    return (
      <Text>When the text is finished, submit it. Any later change asks for a new review.</Text>
    );
  if (state === "in-review") {
    return (
      <Text>
        It waits for a colleague who did not write it.
        {!may.review && !may.override && " You wrote on it, or your role does not review."}
      </Text>
    );
  }
  if (state === "approved") return <Text>It is approved and can be published.</Text>;
  if (state === "scheduled" && draft.publishAt !== null) {
    return (
      <Alert color="green" variant="light" title="Scheduled">
        It comes into force <Moment at={draft.publishAt} />. Whoever has to be told is written to
        then.
      </Alert>
    );
  }
  if (state === "published") return <Text>It became version {draft.publishedVersion}.</Text>;
  return <Text>It was given up. Nothing of it came into force.</Text>;
}

type Verdict = "approve" | "ask-changes" | "override";

function Judge({
  draft,
  say,
}: {
  readonly draft: Draft;
  readonly say: (verdict: Verdict, note: string) => void;
}) {
  const [note, setNote] = useState("");
  const { review, override } = draft.may;
  return (
    <Paper withBorder p="md">
      <Stack>
        <Title order={2} size="h5">
          {review ? "Your review" : "Approve it alone"}
        </Title>
        {!review && (
          <Text>
            Yours is the only account of the house, so nobody else can review it. Say why it cannot
            wait; that you approved your own text stays on the record.
          </Text>
        )}
        <Textarea
          label={review ? "Note" : "Reason"}
          required={!review}
          maxLength={4_000}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group>
          {review && <Button onClick={() => say("approve", note)}>Approve</Button>}
          {review && (
            <Button variant="default" onClick={() => say("ask-changes", note)}>
              Ask for changes
            </Button>
          )}
          {!review && override && (
            <Button disabled={note.trim() === ""} onClick={() => say("override", note)}>
              Approve alone
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

function Publish({ schedule }: { readonly schedule: (at: string | null) => void }) {
  const [at, setAt] = useState("");
  return (
    <Paper withBorder p="md">
      <Stack>
        <Title order={2} size="h5">
          Publish
        </Title>
        <Group align="flex-end">
          <TextInput
            type="datetime-local"
            label="Time, in your own time zone"
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
          <Button disabled={at === ""} onClick={() => schedule(new Date(at).toISOString())}>
            Schedule
          </Button>
        </Group>
        <Group>
          <Button onClick={() => schedule(null)}>Publish now</Button>
        </Group>
        <Text size="sm" c="dimmed">
          From that moment the gate judges by it. People who have to be told are written to at once;
          browsers are told, and where needed asked again, at their next visit.
        </Text>
      </Stack>
    </Paper>
  );
}

function Said({ draft }: { readonly draft: Draft }) {
  if (draft.reviews.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        Reviews
      </Title>
      <Stack gap="xs">
        {draft.reviews.map((review) => (
          <Paper key={review.id} withBorder p="sm">
            <Text>
              <strong>{nameOf(review.by)}</strong> {VERDICT[review.verdict]},{" "}
              <Moment at={review.at} />
              {!review.current && " (the text was changed since)"}
            </Text>
            {review.note !== "" && <Text size="sm">{review.note}</Text>}
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
