import { Button, Group, Menu } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconChevronDown, IconSend } from '@tabler/icons-react';
import { useFormats } from '@/shared/format/format';
import { useNow } from '@/shared/hooks/use-now';
import { snoozeTimes } from './snooze-times';

/** `done` finishes the conversation with it; `at` is when it leaves, else soon. */
export type Sending = { done?: boolean; at?: Date };

type Props = { disabled: boolean; busy: boolean; first?: boolean; onSend: (how: Sending) => void };

/** Now, later, or with the conversation done; not with the `first` mail of one. */
export function SendButtons({ disabled, busy, first = false, onSend }: Props) {
  const formats = useFormats();
  const now = useNow(60_000);
  return (
    <Group gap={8}>
      <Menu>
        <Menu.Target>
          <Button
            size="sm"
            variant="default"
            disabled={disabled || busy}
            rightSection={<IconChevronDown size={14} />}
          >
            <Trans>Send later</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {snoozeTimes(new Date(now)).map(({ id, at }) => (
            <Menu.Item key={id} onClick={() => onSend({ at })}>
              {formats.soon(at, now)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {!first && (
        <Button
          size="sm"
          variant="default"
          disabled={disabled}
          loading={busy}
          onClick={() => onSend({ done: true })}
        >
          <Trans>Send and done</Trans>
        </Button>
      )}
      <Button
        size="sm"
        disabled={disabled}
        loading={busy}
        leftSection={<IconSend size={15} />}
        onClick={() => onSend({})}
      >
        <Trans>Send</Trans>
      </Button>
    </Group>
  );
}
