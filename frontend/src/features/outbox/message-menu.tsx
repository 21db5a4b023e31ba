import { ActionIcon, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconBan, IconBolt, IconDots, IconEye, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { Message } from '@/api/generated/model';
import { CancelDialog } from './cancel-dialog';
import { allows, useMessageAction } from './queries';

type Props = { message: Message; focusable: boolean; onOpen: (id: string) => void };

/** What can be done with one message. The menu is built when it is first opened: there are many rows. */
export function MessageMenu({ message, focusable, onOpen }: Props) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const label = t`Actions for the message to ${message.to}`;
  if (!opened) {
    return (
      <ActionIcon
        size={26}
        aria-label={label}
        aria-haspopup="menu"
        tabIndex={focusable ? 0 : -1}
        onClick={() => setOpened(true)}
      >
        <IconDots size={16} />
      </ActionIcon>
    );
  }
  return <OpenedMenu message={message} label={label} onOpen={onOpen} />;
}

function OpenedMenu({ message, label, onOpen }: Omit<Props, 'focusable'> & { label: string }) {
  const action = useMessageAction();
  const [asking, setAsking] = useState(false);
  const ids = [message.id];
  return (
    <>
      <Menu defaultOpened>
        <Menu.Target>
          <ActionIcon size={26} aria-label={label}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconEye size={16} />} onClick={() => onOpen(message.id)}>
            <Trans>Open</Trans>
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRefresh size={16} />}
            disabled={!allows('retry', message)}
            onClick={() => action.mutate({ action: 'retry', ids })}
          >
            <Trans>Try now</Trans>
          </Menu.Item>
          <Menu.Item
            leftSection={<IconBolt size={16} />}
            disabled={!allows('urgent', message)}
            onClick={() => action.mutate({ action: 'urgent', ids })}
          >
            <Trans>Mark urgent</Trans>
          </Menu.Item>
          <Menu.Item
            leftSection={<IconBan size={16} />}
            disabled={!allows('cancel', message)}
            onClick={() => setAsking(true)}
          >
            <Trans>Cancel the message</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <CancelDialog opened={asking} ids={ids} onClose={() => setAsking(false)} />
    </>
  );
}
