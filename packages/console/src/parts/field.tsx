import {
  PasswordInput,
  type PasswordInputProps,
  TextInput,
  type TextInputProps,
} from "@mantine/core";
import { useEffect, useRef } from "react";

type Told = { readonly problem?: string | null; readonly change: (text: string) => void };

/** A line of text whose problem, when there is one, stands beside it and takes the focus. */
export function Field({
  problem = null,
  change,
  ...rest
}: Told & Omit<TextInputProps, "onChange">) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (problem !== null) input.current?.focus();
  }, [problem]);
  return (
    <TextInput
      {...rest}
      ref={input}
      error={problem}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

/** A password, with the same manners. */
export function PasswordField({
  problem = null,
  change,
  ...rest
}: Told & Omit<PasswordInputProps, "onChange">) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (problem !== null) input.current?.focus();
  }, [problem]);
  return (
    <PasswordInput
      {...rest}
      ref={input}
      error={problem}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
