import { Anchor, Button, Loader, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "react-router";
import { ask } from "../ask.ts";
import { Failure } from "../parts/failure.tsx";
import { PasswordField } from "../parts/field.tsx";
import { problemAt, problemOfForm } from "../parts/field-problem.ts";
import { Outside } from "../parts/outside.tsx";
import { PASSWORD_RULE } from "../parts/words.ts";
import type { PasswordLink } from "../types.ts";

/** The way back in for who forgot the password; the token stands behind `#`, as an invitation's. */
export function NewPasswordPage() {
  const token = useLocation().hash.slice(1);
  const link = useQuery({
    queryKey: ["password-link", token],
    queryFn: () => ask<PasswordLink>("POST", "/password-links/look", { token }),
    retry: false,
    refetchOnWindowFocus: false,
  });
  return (
    <Outside title="Set a new password">
      {link.isPending && <Loader role="status" aria-label="Looking at the link" />}
      {link.error && (
        <>
          <Failure error={link.error}>
            Links to a new password work once, for a day. A colleague makes a new one under Team.
          </Failure>
          <Anchor href="/console/">Sign in</Anchor>
        </>
      )}
      {link.data && <NewPasswordForm token={token} link={link.data} />}
    </Outside>
  );
}

function NewPasswordForm({ token, link }: { readonly token: string; readonly link: PasswordLink }) {
  const [password, setPassword] = useState("");
  const use = useMutation({
    mutationFn: () => ask<void>("POST", "/password-links/use", { token, password }),
    onSuccess: () => location.assign("/console/"),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    use.mutate();
  };
  const problem = problemOfForm(use.error);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text style={{ overflowWrap: "anywhere" }}>
          For {link.name}, who signs in with {link.email}. All your sessions end.
        </Text>
        {problem && <Failure error={problem} />}
        <input type="hidden" name="username" autoComplete="username" value={link.email} />
        <PasswordField
          label="New password"
          description={PASSWORD_RULE}
          autoComplete="new-password"
          required
          value={password}
          change={setPassword}
          problem={problemAt("new-password", use.error)}
        />
        <Button type="submit" loading={use.isPending}>
          Set the password and sign in
        </Button>
      </Stack>
    </form>
  );
}
