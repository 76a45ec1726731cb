import { Alert } from "@mantine/core";
import type { ReactNode } from "react";
import { Problem } from "../ask.ts";

/** Says what happened, in the server's own words, and what to do. */
export function Failure({
  error,
  children,
}: {
  readonly error: Error;
  /** What to do, where the page knows better than the server. */
  readonly children?: ReactNode;
}) {
  return (
    <Alert color="red" variant="light" role="alert" title={error.message} my="md">
      {children ?? adviceFor(error)}
    </Alert>
  );
}

/** A refusal says itself what to do; a fault of ours or of the line is another matter. */
function adviceFor(error: Error): string | null {
  if (!(error instanceof Problem)) {
    return "The server could not be reached. See that it runs and that you are online, then try again.";
  }
  if (error.detail !== null) return error.detail;
  return error.status >= 500 ? "Try again; if it stays, the server's log names the fault." : null;
}
