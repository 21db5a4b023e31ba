import { Button, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { archived, ended, read, type BulkChange } from './bulk-changes';
import { BulkTag } from './bulk-tag';
import classes from './conversation-list.module.css';

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
