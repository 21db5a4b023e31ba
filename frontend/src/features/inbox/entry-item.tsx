import { ActionIcon, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconDots, IconDownload, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Conversation, Entry } from '@/api/generated/model';
import { RelativeTime } from '@/shared/ui/time';
import { LineText } from './line-text';
import { MailBubble } from './mail-bubble';
import { useDeleteEntry } from './queries';
import { SentBubble } from './sent-bubble';
import type { Written } from './use-composer';
import classes from './thread.module.css';

type Props = {
  entry: Entry;
  conversation: Conversation;
  last: boolean;
  onUndone: (written: Written) => void;
};

/** One thing in a conversation. */
export function EntryItem({ entry, conversation, last, onUndone }: Props) {
  const { mail, sent, note } = entry;
  if (entry.kind === 'line') {
    return (
      <li className={classes.line}>
        <LineText entry={entry} /> · <RelativeTime value={entry.at} />
      </li>
    );
  }
  if (note != null) {
    return (
      <li className={classes.note}>
        <Top who={entry.author ?? ''} entry={entry} conversationId={conversation.id}>
          <Trans>Note for colleagues</Trans>
        </Top>
        <div className={classes.text}>{note}</div>
      </li>
    );
  }
  if (mail) {
    const ours = entry.kind === 'elsewhere';
    return (
      <li className={classes.bubble} data-side={ours ? 'ours' : 'theirs'}>
        <Top
          who={mail.from.name || mail.from.address}
          entry={entry}
          conversationId={conversation.id}
          rawOf={mail.id}
        >
          {ours ? <Trans>From another mail program</Trans> : <span>{mail.from.address}</span>}
        </Top>
        <MailBubble mail={mail} last={last} />
      </li>
    );
  }
  return (
    <li className={classes.bubble} data-side="ours">
      <Top who={entry.author ?? conversation.accountName} entry={entry} conversationId={conversation.id}>
        {sent?.to.map(({ name, address }) => name || address).join(', ')}
      </Top>
      {sent && <SentBubble entry={entry} sent={sent} conversationId={conversation.id} onUndone={onUndone} />}
    </li>
  );
}

type TopProps = {
  who: string;
  entry: Entry;
  conversationId: string;
  rawOf?: string;
  children: ReactNode;
};

function Top({ who, entry, conversationId, rawOf, children }: TopProps) {
  const { t } = useLingui();
  const remove = useDeleteEntry(conversationId);
  return (
    <div className={classes.top}>
      <span>
        <span className={classes.who}>{who}</span> {children}
      </span>
      <span className={classes.when}>
        <RelativeTime value={entry.at} />
        {(rawOf !== undefined || entry.note != null) && (
          <Menu>
            <Menu.Target>
              <ActionIcon size={26} aria-label={t`More for the message of ${who}`}>
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {rawOf !== undefined && (
                <Menu.Item
                  component="a"
                  href={`/api/v1/mails/${rawOf}/raw`}
                  download
                  leftSection={<IconDownload size={15} />}
                >
                  <Trans>Download the original</Trans>
                </Menu.Item>
              )}
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={15} />}
                onClick={() => remove.mutate(entry.id)}
              >
                {rawOf === undefined ? <Trans>Delete</Trans> : <Trans>Delete here only</Trans>}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </span>
    </div>
  );
}
