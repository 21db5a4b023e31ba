import { Button, Menu, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Conversation } from '@/api/generated/model';
import { BulkAssign } from './bulk-assign';
import { archived, ended, pinned, read, snoozed, type BulkChange } from './bulk-changes';
import { BulkTag } from './bulk-tag';
import { SnoozeChoices } from './snooze-choices';
import classes from './conversation-list.module.css';

type Props = {
  selected: readonly Conversation[];
  busy: boolean;
  onChange: (change: BulkChange) => void;
  onMerge: () => void;
  onNone: () => void;
};

/** The same for all that are selected; it can be taken back. */
export function BulkBar({ selected, busy, onChange, onMerge, onNone }: Props) {
  const { t } = useLingui();
  const count = selected.length;
  const pins = selected.some((conversation) => !conversation.pinned);
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t`For the selected conversations`}>
      <Text size="sm">
        <Plural value={count} one="# selected" other="# selected" />
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        onClick={() => onChange({ ...ended, said: t`Done` })}
      >
        <Trans>Done</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        onClick={() => onChange({ ...archived, said: t`Archived` })}
      >
        <Trans>Archive</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        onClick={() => onChange({ ...read, said: t`Marked as read` })}
      >
        <Trans>Mark as read</Trans>
      </Button>
      <BulkAssign busy={busy} onChange={onChange} />
      <Menu width={260}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" disabled={busy}>
            <Trans>Snooze</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <SnoozeChoices onSnooze={(until) => onChange({ ...snoozed(until), said: t`Snoozed` })} />
        </Menu.Dropdown>
      </Menu>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        onClick={() => onChange({ ...pinned(pins), said: pins ? t`Pinned` : t`Unpinned` })}
      >
        {pins ? <Trans>Pin</Trans> : <Trans>Unpin</Trans>}
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
