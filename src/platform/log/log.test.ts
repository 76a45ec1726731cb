import { expect, test } from "vitest";
import { openLog } from "./log.ts";

function linesOf(write: (log: ReturnType<typeof openLog>) => void): string {
  let written = "";
  write(
    openLog("info", {
      write(line: string) {
        written += line;
      },
    }),
  );
  return written;
}

test("an error of the database does not bring the value that it quotes into the log", () => {
  const error = Object.assign(new Error("duplicate key value (email)=(ann@work.example)"), {
    code: "23505",
    detail: "Key (email)=(ann@work.example) already exists.",
  });
  const line = linesOf((log) => log.error({ event: "database.failed", err: error }));
  expect(line).not.toContain("ann@work.example");
  expect(line).toContain("23505");
});

test("a cause is reduced like the error that names it", () => {
  const cause = new Error("secret-in-cause");
  const line = linesOf((log) => log.error({ event: "x", err: new Error("secret", { cause }) }));
  expect(line).not.toContain("secret");
});
