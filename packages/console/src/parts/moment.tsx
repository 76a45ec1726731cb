const SHORT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** An instant in the reader's own time zone; the exact value is in the title. */
export function Moment({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={at}>
      {SHORT.format(new Date(at))}
    </time>
  );
}
