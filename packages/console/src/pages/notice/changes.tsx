import { Anchor, Badge, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../ask.ts";
import { Empty } from "../../parts/empty.tsx";
import { Await } from "../../parts/page.tsx";
import type { Diff } from "../../types.ts";
import { CLASS, CLASS_COLOUR } from "./words.ts";

const ORDER = ["material", "narrowing", "editorial"] as const;

/**
 * What differs between two versions or drafts, the heaviest first.
 * @param mark changes with the text.
 */
export function Changes({
  from,
  to,
  mark,
}: {
  readonly from: string;
  readonly to: string;
  readonly mark: string;
}) {
  const diff = useQuery({
    queryKey: ["diff", from, to, mark],
    queryFn: () => ask<Diff>("GET", `/notice/diff?${new URLSearchParams({ from, to })}`),
  });
  return (
    <Await query={diff}>
      {(data) =>
        data.class === null ? (
          <Empty title="Nothing differs yet">
            Besides number and date the draft says what version {data.before.version} says. Change
            it, save it, and every difference stands here with its weight.
          </Empty>
        ) : (
          <Stack gap="lg">
            <Consequences diff={data} />
            {ORDER.map((level) => (
              <Level key={level} diff={data} level={level} />
            ))}
          </Stack>
        )
      }
    </Await>
  );
}

function Consequences({ diff }: { readonly diff: Diff }) {
  const { tell, tellAll, askAgain } = diff;
  const told = tellAll
    ? "Everybody has to be told: it concerns the notice as a whole."
    : tell.length === 0
      ? "Nobody has to be told by mail."
      : `Whoever is concerned by ${listed(tell)} has to be told.`;
  const asked = askAgain.length === 0 ? "" : ` Consent is asked again for ${listed(askAgain)}.`;
  return (
    <Text>
      {told}
      {asked}
    </Text>
  );
}

const listed = (ids: readonly string[]) => new Intl.ListFormat("en-GB").format([...ids]);

function Level({ diff, level }: { readonly diff: Diff; readonly level: (typeof ORDER)[number] }) {
  const those = diff.sentences.filter((each) => each.class === level);
  if (those.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        <Badge color={CLASS_COLOUR[level]} variant="light" tt="none" autoContrast>
          {CLASS[level].name}
        </Badge>{" "}
        {CLASS[level].about}
      </Title>
      <Stack gap="xs">
        {those.map((each) => (
          <Paper key={`${each.kind} ${each.id} ${each.sentence}`} withBorder p="sm">
            <Text>{each.sentence}</Text>
            <Text size="sm" c="dimmed">
              {each.kind} {each.id}
              {each.clauses.map((clause) => (
                <span key={clause.id}>
                  {" · "}
                  <Anchor href={`/privacy#${clause.id}`} size="sm">
                    {clause.number} {clause.title}
                  </Anchor>
                </span>
              ))}
            </Text>
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
