import { Button, Code, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "../ask.ts";
import { Failure } from "../parts/failure.tsx";
import { Outside } from "../parts/outside.tsx";
import type { Session } from "../types.ts";

export function SignInPage() {
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: () => ask<Session>("POST", "/session", { email, password }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["session"] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <Outside title="Sign in to the console">
      <form onSubmit={submit}>
        <Stack>
          {signIn.error && <Failure error={signIn.error} />}
          <TextInput
            label="E-mail address"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={signIn.isPending}>
            Sign in
          </Button>
          <Text size="sm" c="dimmed">
            Forgot your password? An owner or a privacy officer makes you a link to a new one under
            Team. An owner whom nobody can help runs{" "}
            <Code>npm run -s fairnotice -- owner-link</Code> on the server.
          </Text>
          <Text size="sm" c="dimmed">
            No account yet? The first one is made with the link that the server prints when it
            starts for the first time; further ones are invited under Team.
          </Text>
        </Stack>
      </form>
    </Outside>
  );
}
