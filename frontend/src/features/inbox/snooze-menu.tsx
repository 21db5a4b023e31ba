import { Button, Menu } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import type { Conversation } from '@/api/generated/model';
import { useCommand } from '@/shared/keys/use-command';
import { SnoozeChoices } from './snooze-choices';

type Props = { conversation: Conversation; onSnooze: (until: string | null) => void };

/** Puts it off; it comes back by itself. */
export function SnoozeMenu({ conversation, onSnooze }: Props) {
  const [opened, setOpened] = useState(false);
  useCommand('conversation.snooze', () => setOpened(true));
  return (
    <Menu opened={opened} onChange={setOpened} width={260}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconClock size={15} />}>
          <Trans>Snooze</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <SnoozeChoices onSnooze={onSnooze} />
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
