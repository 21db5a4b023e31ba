import { Button, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { useNow } from '@/shared/hooks/use-now';
import type { Conversation } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { useCommand } from '@/shared/keys/use-command';
import { snoozeTimes } from './snooze-times';

type Props = { conversation: Conversation; onSnooze: (until: string | null) => void };

/** Puts it off; it comes back by itself. */
export function SnoozeMenu({ conversation, onSnooze }: Props) {
  const { t } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  const [opened, setOpened] = useState(false);
  useCommand('conversation.snooze', () => setOpened(true));
  const labels = {
    hour: t`In an hour`,
    evening: t`This evening`,
    tomorrow: t`Tomorrow morning`,
    monday: t`Next Monday`,
  };
  return (
    <Menu opened={opened} onChange={setOpened} width={260}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconClock size={15} />}>
          <Trans>Snooze</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {snoozeTimes(new Date(now)).map(({ id, at }) => (
          <Menu.Item
            key={id}
            onClick={() => onSnooze(at.toISOString())}
            rightSection={<span className="k-num">{formats.soon(at, now)}</span>}
          >
            {labels[id]}
          </Menu.Item>
        ))}
        {conversation.state === 'snoozed' && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onSnooze(null)}>
              <Trans>Bring it back now</Trans>
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
