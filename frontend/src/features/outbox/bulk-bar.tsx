import { Button, CloseButton } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconBan, IconBolt, IconHelpCircle, IconRefresh, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { Message } from '@/api/generated/model';
import { toast } from '@/shared/ui/toast';
import { DecisionDialog } from '@/shared/uncertain/decision-dialog';
import type { Decision } from '@/shared/uncertain/use-decide';
import { CancelDialog } from './cancel-dialog';
import { allows, useMessageAction, type MessageAction } from './queries';
import { latest } from './use-row';
import type { Selection } from './use-selection';
import classes from './outbox-toolbar.module.css';

/** More the server does not decide in one go. */
const AT_ONCE = 1000;

/** What can be done with all chosen messages at once; each button says how many of them it would touch. */
export function BulkBar({ selection, rows }: { selection: Selection; rows: readonly Message[] }) {
  const { t } = useLingui();
  const action = useMessageAction();
  const [asking, setAsking] = useState(false);
  const [decision, setDecision] = useState<Decision>();
  const chosen = rows.filter(({ id }) => selection.ids.has(id)).map(latest);
  const idsFor = (name: MessageAction) => chosen.filter((each) => allows(name, each)).map(({ id }) => id);
  const uncertain = chosen
    .filter(({ state }) => state === 'uncertain')
    .map(({ id }) => id)
    .slice(0, AT_ONCE);
  const [retry, urgent, cancel] = [idsFor('retry'), idsFor('urgent'), idsFor('cancel')];
  const run = (name: MessageAction, ids: string[]) =>
    action.mutate(
      { action: name, ids },
      {
        onSuccess: ({ changed, failed }) =>
          toast.say(failed > 0 ? t`${changed} changed, ${failed} refused` : t`${changed} changed`),
      },
    );
  return (
    <div className={classes.bar} role="toolbar" aria-label={t`Chosen messages`}>
      <strong className={classes.count}>
        <Plural value={selection.ids.size} one="# chosen" other="# chosen" />
      </strong>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={15} />}
        disabled={retry.length === 0}
        loading={action.isPending}
        onClick={() => run('retry', retry)}
      >
        <Trans>Try now ({retry.length})</Trans>
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconBolt size={15} />}
        disabled={urgent.length === 0}
        onClick={() => run('urgent', urgent)}
      >
        <Trans>Mark urgent ({urgent.length})</Trans>
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconBan size={15} />}
        disabled={cancel.length === 0}
        onClick={() => setAsking(true)}
      >
        <Trans>Cancel ({cancel.length})</Trans>
      </Button>
      {uncertain.length > 0 && (
        <>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconHelpCircle size={15} />}
            onClick={() => setDecision('assume_sent')}
          >
            <Trans>Assume sent ({uncertain.length})</Trans>
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconSend size={15} />}
            onClick={() => setDecision('send_again')}
          >
            <Trans>Send again ({uncertain.length})</Trans>
          </Button>
        </>
      )}
      <CloseButton aria-label={t`Clear the choice`} onClick={() => selection.set([])} />
      <CancelDialog opened={asking} ids={cancel} onClose={() => setAsking(false)} />
      <DecisionDialog
        decision={decision}
        about={{ ids: uncertain }}
        onClose={() => setDecision(undefined)}
        onDone={() => selection.set([])}
      />
    </div>
  );
}
