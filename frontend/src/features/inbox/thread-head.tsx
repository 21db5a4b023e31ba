import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  IconArchive,
  IconArrowsJoin2,
  IconArrowLeft,
  IconCheck,
  IconDots,
  IconMailOpened,
  IconPin,
  IconRotate,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Conversation, ConversationUpdate } from '@/api/generated/model';
import { useUndo } from '@/shared/hooks/use-undo';
import { useCommand } from '@/shared/keys/use-command';
import { oneOf } from '@/shared/search-params';
import { useMayManage, useMe } from '@/shared/session/me';
import { DateTime } from '@/shared/ui/time';
import { AssignMenu } from './assign-menu';
import { InfoButton } from './info-button';
import { CATEGORY_LOOKS } from './labels';
import { useChange } from './queries';
import { CATEGORIES } from './search';
import { SnoozeMenu } from './snooze-menu';
import { TagChips } from './tag-chips';
import { TagEditor } from './tag-editor';
import { useDone } from './use-done';
import type { Info } from './use-info';
import classes from './thread.module.css';

const MergeDialog = lazy(() =>
  import('./merge-dialog').then(({ MergeDialog }) => ({ default: MergeDialog })),
);

type Props = { conversation: Conversation; seen: string | undefined; info: Info; onClose: () => void };

/** Who, about what, from which campaign, and what can be done. */
export function ThreadHead({ conversation, seen, info, onClose }: Props) {
  const { t, i18n } = useLingui();
  const me = useMe();
  const [merging, setMerging] = useState(false);
  const mutation = useChange();
  const offerUndo = useUndo();
  const { id, state, archived, pinned, assignee, category } = conversation;
  const change = (what: ConversationUpdate) => mutation.mutate({ id, change: what });
  const withUndo = (what: ConversationUpdate, back: ConversationUpdate, said: string) =>
    // offered also when another conversation is open by then; a refusal was told already
    mutation.mutateAsync({ id, change: what }).then(
      () => offerUndo(said, () => change(back)),
      () => {},
    );
  const done = useDone(conversation, seen);
  const leaveUnread = () => {
    change({ read: false });
    onClose();
  };
  const mine = me !== undefined && assignee?.id === me.user.id;
  const assign = () => me && change({ assigneeId: mine ? null : me.user.id });
  useCommand('conversation.done', done);
  useCommand('conversation.assign', assign);
  return (
    <header className={classes.head}>
      <ActionIcon hiddenFrom="sm" aria-label={t`Back to the list`} onClick={onClose} size={34}>
        <IconArrowLeft size={18} />
      </ActionIcon>
      <div className={classes.what}>
        <div className={classes.about}>
          <h2 className={classes.subject}>{conversation.subject || t`(no subject)`}</h2>
          <InfoButton info={info} />
        </div>
        <Facts conversation={conversation} brief={info.beside} />
      </div>
      <div className={classes.actions}>
        <Select
          size="xs"
          w={150}
          aria-label={t`Category`}
          placeholder={t`Category`}
          clearable
          data={CATEGORIES.map((value) => ({ value, label: i18n._(CATEGORY_LOOKS[value].label) }))}
          value={category ?? null}
          onChange={(value) => change({ category: oneOf(value, CATEGORIES) ?? null })}
        />
        <TagEditor conversation={conversation} />
        <AssignMenu
          conversation={conversation}
          onAssign={(to) => change({ assigneeId: to })}
          onTeam={(to) => change({ teamId: to })}
        />
        <SnoozeMenu conversation={conversation} onSnooze={(until) => change({ snoozedUntil: until })} />
        <Button
          size="xs"
          {...(state === 'done' ? { variant: 'default' } : {})}
          leftSection={state === 'done' ? <IconRotate size={15} /> : <IconCheck size={15} />}
          onClick={done}
        >
          {state === 'done' ? <Trans>Open again</Trans> : <Trans>Done</Trans>}
        </Button>
        <Menu>
          <Menu.Target>
            <ActionIcon aria-label={t`More for this conversation`} size={30}>
              <IconDots size={17} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPin size={15} />} onClick={() => change({ pinned: !pinned })}>
              {pinned ? <Trans>Unpin</Trans> : <Trans>Pin</Trans>}
            </Menu.Item>
            <Menu.Item leftSection={<IconMailOpened size={15} />} onClick={leaveUnread}>
              <Trans>Mark as unread</Trans>
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowsJoin2 size={15} />} onClick={() => setMerging(true)}>
              <Trans>Merge with…</Trans>
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArchive size={15} />}
              onClick={() =>
                withUndo(
                  { archived: !archived },
                  { archived },
                  archived ? t`Back from the archive` : t`Archived`,
                )
              }
            >
              {archived ? <Trans>Back from the archive</Trans> : <Trans>Archive</Trans>}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {merging && (
        <Suspense>
          <MergeDialog conversation={conversation} onClose={() => setMerging(false)} />
        </Suspense>
      )}
    </header>
  );
}

/** @param brief the pane beside it has the address, and says where it comes from */
function Facts({ conversation, brief }: { conversation: Conversation; brief: boolean }) {
  const { person, snoozedUntil, tags } = conversation;
  return (
    <div className={classes.facts}>
      <span>
        {brief ? person.name || person.address : `${person.name} ${person.address && `<${person.address}>`}`}
      </span>
      {!brief && <Origin conversation={conversation} />}
      <TagChips tags={tags} />
      {snoozedUntil && (
        <span>
          <Trans>
            Snoozed until <DateTime value={snoozedUntil} />
          </Trans>
        </span>
      )}
    </div>
  );
}

function Origin({ conversation }: { conversation: Conversation }) {
  const { campaign, contact, accountName, team } = conversation;
  const mayManage = useMayManage();
  return (
    <>
      {contact && mayManage && (
        <Link to="/contacts" search={{ open: contact.id }}>
          <Trans>Contact</Trans>
        </Link>
      )}
      {campaign &&
        (mayManage ? (
          <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }}>
            {campaign.name}
          </Link>
        ) : (
          <span>
            <Trans>Campaign: {campaign.name}</Trans>
          </span>
        ))}
      <span>
        <Trans>Account: {accountName}</Trans>
      </span>
      {team && (
        <span>
          <Trans>Team: {team.name}</Trans>
        </span>
      )}
    </>
  );
}
