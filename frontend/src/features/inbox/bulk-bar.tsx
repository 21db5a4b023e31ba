import { Button, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ConversationUpdate } from '@/api/generated/model';
import { useUndo } from '@/shared/hooks/use-undo';
import { useChangeMany } from './queries';
import classes from './conversation-list.module.css';

type Props = { ids: string[]; onDone: () => void };

/** The same for all that are selected; it can be taken back. */
export function BulkBar({ ids, onDone }: Props) {
  const { t } = useLingui();
  const change = useChangeMany();
  const offerUndo = useUndo();
  const act = (what: ConversationUpdate, back: ConversationUpdate, said: string) =>
    change.mutate(
      { ids, change: what },
      {
        onSuccess: () => {
          offerUndo(said, () => change.mutate({ ids, change: back }));
          onDone();
        },
      },
    );
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t`For the selected conversations`}>
      <Text size="sm">
        <Plural value={ids.length} one="# selected" other="# selected" />
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => act({ state: 'done' }, { state: 'open' }, t`Done`)}
      >
        <Trans>Done</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => act({ archived: true }, { archived: false }, t`Archived`)}
      >
        <Trans>Archive</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => act({ read: true }, { read: false }, t`Marked as read`)}
      >
        <Trans>Mark as read</Trans>
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onDone}>
        <Trans>Select none</Trans>
      </Button>
    </div>
  );
}
