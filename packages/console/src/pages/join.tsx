import { Anchor, Button, Loader, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "react-router";
import { ask } from "../ask.ts";
import { Failure } from "../parts/failure.tsx";
import { Field, PasswordField } from "../parts/field.tsx";
import { problemAt, problemOfForm } from "../parts/field-problem.ts";
import { Outside } from "../parts/outside.tsx";
import { PASSWORD_RULE, ROLE_DUTIES, ROLE_NAMES } from "../parts/words.ts";
import type { Invitation } from "../types.ts";

/**
 * The link of an invitation carries its token behind `#`, so that no server or log ever sees it in
 * an address.
 */
export function JoinPage() {
  const token = useLocation().hash.slice(1);
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => ask<Invitation>("POST", "/invitations/look", { token }),
    retry: false,
    refetchOnWindowFocus: false,
  });
  return (
    <Outside title="Make your account">
      {invitation.isPending && <Loader role="status" aria-label="Looking at the invitation" />}
      {invitation.error && (
        <>
          <Failure error={invitation.error}>
            Invitations work once, for three days. A colleague makes a new one under Team.
          </Failure>
          <Anchor href="/console/">I have an account: sign in</Anchor>
        </>
      )}
      {invitation.data && <JoinForm token={token} invitation={invitation.data} />}
    </Outside>
  );
}

function JoinForm({
  token,
  invitation,
}: {
  readonly token: string;
  readonly invitation: Invitation;
}) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const join = useMutation({
    mutationFn: () => {
      const own = invitation.email === null ? { email } : {};
      return ask<void>("POST", "/invitations/accept", { token, name, password, ...own });
    },
    onSuccess: () => location.assign("/console/"),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    join.mutate();
  };
  const problem = problemOfForm(join.error);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text style={{ overflowWrap: "anywhere" }}>
          You were invited as <strong>{ROLE_NAMES[invitation.role]}</strong> (
          {ROLE_DUTIES[invitation.role]}){invitation.email !== null && ` with ${invitation.email}`}.
        </Text>
        {problem && <Failure error={problem} />}
        <Field
          label="Your name"
          description="As colleagues know you; people see it beside what you looked at."
          autoComplete="name"
          required
          maxLength={100}
          value={name}
          change={setName}
          problem={problemAt("name", join.error)}
        />
        {invitation.email === null && (
          <Field
            label="E-mail address"
            description="You sign in with it, such as name@company.example."
            type="email"
            autoComplete="username"
            required
            value={email}
            change={setEmail}
            problem={problemAt("email", join.error)}
          />
        )}
        <PasswordField
          label="Password"
          description={PASSWORD_RULE}
          autoComplete="new-password"
          required
          value={password}
          change={setPassword}
          problem={problemAt("new-password", join.error)}
        />
        <Button type="submit" loading={join.isPending}>
          Make the account
        </Button>
      </Stack>
    </form>
  );
}
