import { Button, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Conversation, ConversationUpdate } from '@/api/generated/model';
import { BulkTag } from './bulk-tag';
import classes from './conversation-list.module.css';

/** What is done to many, or to those of them that it is meant for, and what takes it back. */
export type BulkChange = {
  change: ConversationUpdate;
  back: ConversationUpdate;
  said: string;
  to?: (conversation: Conversation) => boolean;
};

type Props = {
  count: number;
  busy: boolean;
  onChange: (change: BulkChange) => void;
  onMerge: () => void;
  onNone: () => void;
};

/** The same for all that are selected; it can be taken back. */
export function BulkBar({ count, busy, onChange, onMerge, onNone }: Props) {
  const { t } = useLingui();
  const act = (change: ConversationUpdate, back: ConversationUpdate, said: string) =>
    onChange({ change, back, said });
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t`For the selected conversations`}>
      <Text size="sm">
        <Plural value={count} one="# selected" other="# selected" />
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        onClick={() => act({ state: 'done' }, { state: 'open' }, t`Done`)}
      >
        <Trans>Done</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        onClick={() => act({ archived: true }, { archived: false }, t`Archived`)}
      >
        <Trans>Archive</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        onClick={() => act({ read: true }, { read: false }, t`Marked as read`)}
      >
        <Trans>Mark as read</Trans>
      </Button>
      <BulkTag busy={busy} onChange={onChange} />
      {count > 1 && (
        <Button size="compact-sm" variant="default" disabled={busy} onClick={onMerge}>
          <Trans>Merge</Trans>
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" onClick={onNone}>
        <Trans>Select none</Trans>
      </Button>
    </div>
  );
}
