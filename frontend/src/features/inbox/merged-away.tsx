import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Conversation, Entry, NamedRef } from '@/api/generated/model';
import { EmptyState } from '@/shared/ui/empty-state';
import { RelativeTime } from '@/shared/ui/time';
import { LineText } from './line-text';
import classes from './thread.module.css';

type Props = {
  conversation: Conversation;
  into: NamedRef;
  entries: readonly Entry[];
  onClose: () => void;
};

/** Where an old link leads after its conversation became a part of another one. */
export function MergedAway({ conversation, into, entries, onClose }: Props) {
  const { t } = useLingui();
  return (
    <div className={classes.scroll}>
      <EmptyState
        drawing="mailbox"
        title={t`This is a part of another conversation now`}
        action={
          <Button renderRoot={(props) => <Link {...props} to="/inbox" search={{ open: into.id }} />}>
            <Trans>Open {into.name || t`(no subject)`}</Trans>
          </Button>
        }
      >
        <span>{conversation.subject}</span>
      </EmptyState>
      <ol className={classes.entries}>
        {entries.map((entry) => (
          <li key={entry.id} className={classes.line}>
            <LineText entry={entry} /> · <RelativeTime value={entry.at} />
          </li>
        ))}
      </ol>
      <Button hiddenFrom="sm" variant="subtle" onClick={onClose}>
        <Trans>Back to the list</Trans>
      </Button>
    </div>
  );
}
