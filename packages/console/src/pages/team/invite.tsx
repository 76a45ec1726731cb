import { Button, Group, NativeSelect, Paper, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "../../ask.ts";
import { Failure } from "../../parts/failure.tsx";
import { Field } from "../../parts/field.tsx";
import { problemAt, problemOfForm } from "../../parts/field-problem.ts";
import { OneTimeLink } from "../../parts/one-time-link.tsx";
import { ROLE_DUTIES, ROLE_NAMES, ROLES } from "../../parts/words.ts";
import type { MadeLink } from "../../types.ts";

const CHOICES = ROLES.map((value) => ({
  value,
  label: `${ROLE_NAMES[value]}: ${ROLE_DUTIES[value]}`,
}));

export function Invite() {
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState("marketer");
  const invite = useMutation({
    mutationFn: () => ask<MadeLink>("POST", "/staff/invitations", { email, role }),
    onSuccess: async () => {
      setEmail("");
      await queries.invalidateQueries({ queryKey: ["staff"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  const problem = problemOfForm(invite.error);
  return (
    <Paper withBorder p="md" mb="lg">
      <form onSubmit={submit} noValidate>
        <Title order={2} size="h4" mb="sm">
          Invite a colleague
        </Title>
        {problem && <Failure error={problem} />}
        <Group align="flex-start">
          <Field
            label="E-mail address"
            description="They sign in with it. No mail is sent: you hand the link over."
            type="email"
            autoComplete="off"
            required
            w={{ base: "100%", sm: 320 }}
            value={email}
            change={setEmail}
            problem={problemAt("email", invite.error)}
          />
          <NativeSelect
            label="Role"
            description="What they may do. It can be changed later."
            w={{ base: "100%", sm: "auto" }}
            data={CHOICES}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value)}
          />
        </Group>
        <Button type="submit" mt="md" loading={invite.isPending}>
          Invite
        </Button>
      </form>
      {invite.data && (
        <OneTimeLink
          title="Give this link to your colleague, by a way you trust"
          link={invite.data.link}
        >
          It works once, for three days, and is shown only now.
        </OneTimeLink>
      )}
    </Paper>
  );
}
