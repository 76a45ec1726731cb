import { Button, Group, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";

/** A button for what cannot be taken back: it says what will happen, and asks once. */
export function Confirm({
  button,
  label,
  title,
  pending,
  act,
  children,
}: {
  readonly button: string;
  /** The button's name for those who do not see what it stands beside. */
  readonly label: string;
  readonly title: string;
  readonly pending: boolean;
  readonly act: () => void;
  readonly children: ReactNode;
}) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button
        color="red"
        variant="outline"
        size="compact-md"
        loading={pending}
        onClick={open}
        aria-label={label}
      >
        {button}
      </Button>
      {/* The library's own header would be a second banner of the page (axe). */}
      <Modal.Root opened={opened} onClose={close}>
        <Modal.Overlay />
        <Modal.Content>
          <Modal.Body p="md">
            <Modal.Title component="h2" fw={600} mb="sm">
              {title}
            </Modal.Title>
            <Text>{children}</Text>
            <Group mt="md">
              <Button
                color="red"
                onClick={() => {
                  close();
                  act();
                }}
              >
                {button}
              </Button>
              <Button variant="default" onClick={close} data-autofocus>
                Not now
              </Button>
            </Group>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
