import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { EntryMail } from '@/api/generated/model';
import { useMoves } from './moves';
import classes from './thread.module.css';

type Props = { mail: EntryMail; conversationId: string; entryId: string; splittable: boolean };

/** Says where a mail may belong somewhere else: its subject changed, or only weak signs brought it here. */
export function SplitHint({ mail, conversationId, entryId, splittable }: Props) {
  const moves = useMoves();
  const split = splittable && (
    <Button
      size="compact-xs"
      variant="subtle"
      disabled={moves.busy}
      onClick={() => moves.split(conversationId, entryId)}
    >
      <Trans>Split here</Trans>
    </Button>
  );
  if (mail.newSubject && splittable) {
    return (
      <p className={classes.hint}>
        <Trans>The subject changed: does a new conversation begin here?</Trans> {split}
      </p>
    );
  }
  if (mail.match?.how === 'subject') {
    return (
      <p className={classes.hint}>
        <Trans>Placed here by subject and sender</Trans> {split}
      </p>
    );
  }
  return mail.match?.how === 'recipient' ? (
    <p className={classes.hint}>
      <Trans>Placed here by the address that it names</Trans> {split}
    </p>
  ) : null;
}
