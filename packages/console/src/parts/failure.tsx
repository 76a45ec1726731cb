import { Alert } from "@mantine/core";
import { Problem } from "../ask.ts";

/** Says what happened and what to do, in the server's own words. */
export function Failure({ error }: { readonly error: Error }) {
  const detail = error instanceof Problem ? error.detail : null;
  return (
    <Alert color="red" variant="light" role="alert" title={error.message} my="md">
      {detail ?? "Try again; if it stays, the server's log names the fault."}
    </Alert>
  );
}
