import { Group, NativeSelect, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../ask.ts";
import type { CheckedText } from "../../types.ts";

/** The notice as people will read it, in a frame that can do nothing. */
export function Preview({
  checked,
  source,
}: {
  readonly checked: CheckedText;
  readonly source: string;
}) {
  const first = checked.preview?.language ?? "en";
  const [language, setLanguage] = useState(first);
  const other = useQuery({
    queryKey: ["checked", source, language],
    queryFn: () => ask<CheckedText>("POST", "/notice/check", { source, language }),
    enabled: language !== first,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const shown = (language === first ? checked : other.data)?.preview ?? checked.preview;
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          As people will read it
        </Title>
        <NativeSelect
          aria-label="Language of the preview"
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
          data={(checked.notice?.languages ?? [first]).map((value) => ({
            ...{ value, label: names.of(value) ?? value },
          }))}
        />
      </Group>
      {shown && (
        <iframe title="Preview of the notice" sandbox="" srcDoc={pageOf(shown)} style={FRAME} />
      )}
    </section>
  );
}

const FRAME = { width: "100%", height: "70vh", border: "1px solid #ced4da", borderRadius: 6 };

/** The body comes from our own renderer, which escapes what the manifest says. */
function pageOf({ language, html, sheet }: NonNullable<CheckedText["preview"]>): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Preview</title>
<link rel="stylesheet" href="${location.origin}${sheet}"></head><body><main><div class="frame">${html}</div></main></body></html>`;
}
