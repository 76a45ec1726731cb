import { Alert, Button, Code, CopyButton } from "@mantine/core";

/** A link that is shown now and never again. */
export function OneTimeLink({
  title,
  link,
  children,
}: {
  readonly title: string;
  readonly link: string;
  readonly children: string;
}) {
  return (
    <Alert mt="md" role="status" title={title}>
      <Code block mb="xs">
        {link}
      </Code>
      {children}
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-sm" mt="xs" display="block" onClick={copy}>
            {copied ? "Copied" : "Copy the link"}
          </Button>
        )}
      </CopyButton>
    </Alert>
  );
}
