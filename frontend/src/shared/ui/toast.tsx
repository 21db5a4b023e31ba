import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Short words at the edge of the screen. Errors stay longer; nothing that must be read is said only here. */
export const toast = {
  say(message: string): void {
    notifications.show({ message, autoClose: 4_000, withBorder: true });
  },

  fail(title: string, message: string): void {
    notifications.show({ title, message, color: 'red', autoClose: 10_000, withBorder: true, role: 'alert' });
  },

  /** With one thing to press: "Undo", "Reload". The time stands still while the pointer or focus is on it. */
  action(message: string, label: string, act: () => void): void {
    const id = notifications.show({
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{message}</Text>
          <Button
            size="compact-sm"
            variant="subtle"
            flex="none"
            onClick={() => {
              notifications.hide(id);
              act();
            }}
          >
            {label}
          </Button>
        </Group>
      ),
      autoClose: 10_000,
      withBorder: true,
    });
  },
};
