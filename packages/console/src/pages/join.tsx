import { Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "../ask.ts";
import { Failure } from "../parts/failure.tsx";
import type { Session } from "../types.ts";

type Invitation = { readonly role: string; readonly email: string | null };

/**
 * The link of an invitation carries its token behind `#`, so that no server or log ever sees it in
 * an address.
 */
const TOKEN = location.hash.slice(1);

export function JoinPage() {
  const invitation = useQuery({
    queryKey: ["invitation"],
    queryFn: () => ask<Invitation>("POST", "/invitations/look", { token: TOKEN }),
    retry: false,
  });
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={440}>
        <Title order={1} size="h3" mb="sm">
          Make your account
        </Title>
        {invitation.error && <Failure error={invitation.error} />}
        {invitation.data && <JoinForm invitation={invitation.data} />}
      </Paper>
    </Center>
  );
}

function JoinForm({ invitation }: { readonly invitation: Invitation }) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const join = useMutation({
    mutationFn: () => {
      const own = invitation.email === null ? { email } : {};
      return ask<Session>("POST", "/invitations/accept", { token: TOKEN, name, password, ...own });
    },
    onSuccess: () => location.assign("/console/"),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    join.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>
          You were invited as <strong>{invitation.role}</strong>
          {invitation.email !== null && ` with ${invitation.email}`}.
        </Text>
        {join.error && <Failure error={join.error} />}
        <TextInput
          label="Your name"
          autoComplete="name"
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {invitation.email === null && (
          <TextInput
            label="E-mail address"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          label="Password"
          description="At least 12 characters. Four random words are easy to keep."
          autoComplete="new-password"
          required
          minLength={12}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={join.isPending}>
          Make the account
        </Button>
      </Stack>
    </form>
  );
}
