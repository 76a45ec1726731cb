import {
  Button,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "../ask.ts";
import { Failure } from "../parts/failure.tsx";
import type { RequestAct, RequestRecord } from "../types.ts";

type Kind = RequestAct["act"];

/** What each act is called, and what the person gets of it. */
const ACTS: { readonly [K in Kind]: { readonly name: string; readonly about: string } } = {
  answer: { name: "Answer", about: "A letter with your words. An open request is answered by it." },
  correct: {
    name: "Correct",
    about:
      "The new value takes the old one's place; the old one stays as history. A letter says so.",
  },
  clarify: {
    name: "Ask back",
    about: "A letter with your question. Where the law says so, the clock stands still meanwhile.",
  },
  extend: {
    name: "Extend",
    about: "A letter with the new day and the reason. Possible once, and only in time.",
  },
  refuse: {
    name: "Refuse",
    about: "A letter with the ground, your words, and where the person can complain.",
  },
  separate: {
    name: "Undo a merge",
    about: "The id leaves this person: they are different people after all. No letter is sent.",
  },
};

export function RequestActs({ record }: { readonly record: RequestRecord }) {
  const [picked, setPicked] = useState<Kind | null>(null);
  const can = record.can as readonly Kind[];
  if (can.length === 0) return null;
  const kind = picked !== null && can.includes(picked) ? picked : null;
  return (
    <Paper withBorder p="md" mb="md">
      <Title order={2} size="h5" mb="md">
        What you can do
      </Title>
      <Group>
        {can.map((each) => (
          <Button
            key={each}
            variant={each === kind ? "filled" : "default"}
            aria-pressed={each === kind}
            onClick={() => setPicked(each)}
          >
            {ACTS[each].name}
          </Button>
        ))}
      </Group>
      {kind !== null && (
        <ActForm key={kind} kind={kind} record={record} done={() => setPicked(null)} />
      )}
    </Paper>
  );
}

function ActForm({
  kind,
  record,
  done,
}: {
  readonly kind: Kind;
  readonly record: RequestRecord;
  readonly done: () => void;
}) {
  const { request } = record;
  const [words, setWords] = useState("");
  const [ground, setGround] = useState(kind === "extend" ? "complex" : (record.grounds[0] ?? ""));
  const [other, setOther] = useState(record.linked[0] ?? "");
  const [values, setValues] = useState<{ readonly [id: string]: string }>({});
  const cache = useQueryClient();
  const send = useMutation({
    mutationFn: () =>
      ask<RequestRecord>(
        "POST",
        `/requests/${request.subjectId}/${request.id}`,
        actOf(kind, words, ground, other, values),
      ),
    onSuccess: async (made) => {
      cache.setQueryData(["request", request.subjectId, request.id], made);
      await cache.invalidateQueries({ queryKey: ["requests"] });
      done();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  const grounds = kind === "extend" ? ["complex", "many"] : record.grounds;
  return (
    <form onSubmit={submit}>
      <Stack mt="md" maw={760}>
        <Text size="sm" c="dimmed">
          {ACTS[kind].about}
          {kind === "extend" && ` The last day for it is ${record.lastDayToExtend}.`}
        </Text>
        {send.error && <Failure error={send.error} />}
        {kind === "correct" &&
          record.values.map((value) => (
            <TextInput
              key={value.id}
              label={value.categoryName}
              description={`Now: ${value.text ?? ""}`}
              maxLength={10_000}
              value={values[value.id] ?? ""}
              onChange={(event) => setValues({ ...values, [value.id]: event.currentTarget.value })}
            />
          ))}
        {(kind === "refuse" || kind === "extend") && (
          <NativeSelect
            label="Ground"
            data={grounds.map((each) => ({ value: each, label: each.replaceAll("-", " ") }))}
            value={ground}
            onChange={(event) => setGround(event.currentTarget.value)}
          />
        )}
        {kind === "separate" ? (
          <NativeSelect
            label="Which id leaves"
            data={[...record.linked]}
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
        ) : (
          <Textarea
            label="Your words to the person"
            description={`Write in the language of the person. The letter is kept, and they see it.`}
            required
            autosize
            minRows={4}
            maxLength={10_000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        <Group>
          <Button type="submit" loading={send.isPending}>
            {kind === "separate" ? "Undo the merge" : "Send the letter"}
          </Button>
          <Button variant="default" onClick={done}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function actOf(
  kind: Kind,
  words: string,
  ground: string,
  other: string,
  values: { readonly [id: string]: string },
): object {
  const given = Object.entries(values).filter(([, text]) => text.trim() !== "");
  switch (kind) {
    case "separate":
      return { act: kind, other };
    case "correct":
      return { act: kind, words, values: given.map(([valueId, text]) => ({ valueId, text })) };
    case "refuse":
    case "extend":
      return { act: kind, words, ground };
    default:
      return { act: kind, words };
  }
}
