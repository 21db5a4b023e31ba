import { ActionIcon, Menu, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowForward, IconArrowsSplit2, IconDots, IconDownload, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Entry } from '@/api/generated/model';
import { useCommand } from '@/shared/keys/use-command';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { RelativeTime } from '@/shared/ui/time';
import { useMoves } from './moves';
import { useDeleteEntry } from './queries';
import { useForward } from './use-forward';
import classes from './thread.module.css';

type Props = {
  who: string;
  entry: Entry;
  conversationId: string;
  splittable: boolean;
  /** No mail came after it: the keys mean it. */
  newest: boolean;
  children: ReactNode;
};

/** Who and when, and what can be done with one message or note. */
export function EntryTop({ who, entry, conversationId, splittable, newest, children }: Props) {
  const { t } = useLingui();
  const { mail } = entry;
  const remove = useDeleteEntry(conversationId);
  const forward = useForward(conversationId);
  const [asked, setAsked] = useState(false);
  const moves = useMoves();
  const deletable = mail != null || entry.note != null;
  useCommand('list.delete', () => setAsked(true), newest);
  return (
    <div className={classes.top}>
      <span>
        <span className={classes.who}>{who}</span> {children}
      </span>
      <span className={classes.when}>
        <RelativeTime value={entry.at} />
        {(deletable || splittable) && (
          <Menu>
            <Menu.Target>
              <ActionIcon size={26} aria-label={t`More for the message of ${who}`}>
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {mail && (
                <Menu.Item leftSection={<IconArrowForward size={15} />} onClick={() => forward(entry)}>
                  <Trans>Forward</Trans>
                </Menu.Item>
              )}
              {mail && (
                <Menu.Item
                  component="a"
                  href={`/api/v1/mails/${mail.id}/raw`}
                  download
                  leftSection={<IconDownload size={15} />}
                >
                  <Trans>Download the original</Trans>
                </Menu.Item>
              )}
              {splittable && (
                <Menu.Item
                  leftSection={<IconArrowsSplit2 size={15} />}
                  onClick={() => moves.split(conversationId, entry.id)}
                >
                  <Trans>Split from here into a new conversation</Trans>
                </Menu.Item>
              )}
              {deletable && (
                <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => setAsked(true)}>
                  {mail ? <Trans>Delete here only</Trans> : <Trans>Delete</Trans>}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </span>
      <ConfirmDialog
        opened={asked}
        title={mail ? t`Delete this mail here?` : t`Delete this note?`}
        yes={t`Yes, delete`}
        busy={remove.isPending}
        onYes={() => remove.mutate(entry.id, { onSettled: () => setAsked(false) })}
        onNo={() => setAsked(false)}
      >
        <Text>
          {mail ? (
            <Trans>It stays in the mailbox on its server, and is not read from there again.</Trans>
          ) : (
            <Trans>Nobody will be able to read it any more.</Trans>
          )}
        </Text>
      </ConfirmDialog>
    </div>
  );
}
