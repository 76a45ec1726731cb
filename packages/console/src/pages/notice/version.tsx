import { Anchor, Button, Code, Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { ask, Problem } from "../../ask.ts";
import { Bars } from "../../parts/bars.tsx";
import { Failure } from "../../parts/failure.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Await, Page } from "../../parts/page.tsx";
import { useSession } from "../../parts/session.ts";
import { YamlEditor } from "../../parts/yaml-editor.tsx";
import type { NoticeVersionRow, Telling } from "../../types.ts";
import { Changes } from "./changes.tsx";
import { peopleWord } from "./words.ts";

const POLL_MS = 1_500;
const NOTHING = () => {};

/** One published version: what it changed, who was told of it, and its text as it was given. */
export function VersionPage() {
  const { version = "" } = useParams();
  const versions = useQuery({
    queryKey: ["notice", "versions"],
    queryFn: () => ask<{ versions: NoticeVersionRow[] }>("GET", "/notice/versions"),
  });
  return (
    <Await query={versions}>
      {({ versions: list }) => {
        const row = list.find((each) => String(each.version) === version);
        if (row === undefined)
          return <Failure error={new Error("There is no such version of the notice.")} />;
        const before = list.filter((each) => each.version < row.version).at(-1);
        return <Opened row={row} before={before?.version ?? null} />;
      }}
    </Await>
  );
}

function Opened({
  row,
  before,
}: {
  readonly row: NoticeVersionRow;
  readonly before: number | null;
}) {
  return (
    <Page
      title={`Version ${row.version}`}
      about={`Dated ${row.dated}${row.inForce ? ", in force" : ""}. ${row.draftId === null ? "It came from the manifest on the server's disk." : "It was drafted and reviewed here."}`}
      actions={<Anchor href={`/privacy/versions/${row.version}`}>Read it as people did</Anchor>}
    >
      <Stack gap="xl">
        <Text>
          In force from <Moment at={row.inForceFrom} />. Hash of the manifest:{" "}
          <Code>{row.hash}</Code>
        </Text>
        {row.telling !== null && <TellingView version={row.version} />}
        {before !== null && (
          <section>
            <Title order={2} size="h4" mb="sm">
              What it changed after version {before}
            </Title>
            <Changes from={`version:${before}`} to={`version:${row.version}`} mark={row.hash} />
          </section>
        )}
        <SourceView version={row.version} />
      </Stack>
    </Page>
  );
}

function TellingView({ version }: { readonly version: number }) {
  const { may } = useSession();
  const telling = useQuery({
    queryKey: ["telling", version],
    queryFn: () => ask<Telling>("GET", `/notice/versions/${version}/telling`),
    refetchInterval: ({ state }) => (state.data?.state === "ended" ? false : POLL_MS),
  });
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        Who was told
      </Title>
      <Await query={telling}>
        {(data) => (
          <Paper withBorder p="md">
            <Stack>
              <Text role="status">{stateOf(data)}</Text>
              <Progress value={shareOf(data)} aria-label="Told so far" />
              <Bars
                title="Letters"
                bars={Object.entries(data.letters).map(([label, value]) => ({ label, value }))}
              />
              {data.reasons.length > 0 && (
                <Bars
                  title="Not reached by e-mail, by reason"
                  bars={data.reasons.map(({ sentence, people }) => ({
                    ...{ label: sentence, value: people },
                  }))}
                />
              )}
              {data.unreached > 0 && may.includes("notice.publish") && (
                <Export version={version} count={data.unreached} />
              )}
            </Stack>
          </Paper>
        )}
      </Await>
    </section>
  );
}

function stateOf({ state, considered, total, affected }: Telling): string {
  if (state === "selecting") {
    return `Looking for whom it concerns: ${considered.toLocaleString("en-GB")} of ${peopleWord(total)}.`;
  }
  if (state === "sending") return `Writing to ${peopleWord(affected)}.`;
  return `${peopleWord(affected)} were concerned; whoever could be reached was written to.`;
}

function shareOf({ state, considered, total, letters }: Telling): number {
  if (state === "ended") return 100;
  if (state === "selecting") return total === 0 ? 0 : (considered / total) * 50;
  const all = Object.values(letters).reduce((sum, each) => sum + each, 0);
  const open = (letters.queued ?? 0) + (letters.claimed ?? 0) + (letters.begun ?? 0);
  return all === 0 ? 50 : 50 + (1 - open / all) * 50;
}

/** Ids alone: names and addresses are read one by one, past the gate, for the letter by post. */
function Export({ version, count }: { readonly version: number; readonly count: number }) {
  const load = useMutation({ mutationFn: () => unreachedIds(version), onSuccess: save });
  return (
    <Group>
      <Button variant="default" onClick={() => load.mutate()} loading={load.isPending}>
        Save the list of {peopleWord(count)} not reached
      </Button>
      {load.error && <Failure error={load.error} />}
    </Group>
  );
}

async function unreachedIds(version: number): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const query: string = after === null ? "" : `?after=${after}`;
    const page: { ids: string[]; next: string | null } = await ask(
      "GET",
      `/notice/versions/${version}/unreached${query}`,
    );
    ids.push(...page.ids);
    after = page.next;
  } while (after !== null);
  return ids;
}

function save(ids: readonly string[]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${ids.join("\n")}\n`], { type: "text/plain" }));
  link.download = "not-reached.txt";
  link.click();
  URL.revokeObjectURL(link.href);
}

type Source = { readonly fileName: string; readonly source: string };

function SourceView({ version }: { readonly version: number }) {
  const source = useQuery({
    queryKey: ["source", version],
    queryFn: () => ask<Source>("GET", `/notice/versions/${version}/source`),
    retry: (_, error) => !(error instanceof Problem),
  });
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        Its manifest
      </Title>
      <Await query={source}>
        {(data) => (
          <YamlEditor
            label={`Manifest of version ${version}, YAML, to read`}
            text={data.source}
            readOnly
            marks={NO_MARKS}
            jump={null}
            onChange={NOTHING}
          />
        )}
      </Await>
    </section>
  );
}

const NO_MARKS: readonly never[] = [];
