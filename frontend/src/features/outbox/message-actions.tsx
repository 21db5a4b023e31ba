import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconBan, IconBolt, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { Message } from '@/api/generated/model';
import { CancelDialog } from './cancel-dialog';
import { allows, useMessageAction } from './queries';
import classes from './message-drawer.module.css';

/** Only what the state allows. */
export function MessageActions({ message }: { message: Message }) {
  const action = useMessageAction();
  const [asking, setAsking] = useState(false);
  const ids = [message.id];
  return (
    <div className={classes.actions}>
      {allows('retry', message) && (
        <Button
          size="xs"
          leftSection={<IconRefresh size={15} />}
          loading={action.isPending}
          onClick={() => action.mutate({ action: 'retry', ids })}
        >
          <Trans>Try now</Trans>
        </Button>
      )}
      {allows('urgent', message) && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBolt size={15} />}
          onClick={() => action.mutate({ action: 'urgent', ids })}
        >
          <Trans>Mark urgent</Trans>
        </Button>
      )}
      {allows('cancel', message) && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBan size={15} />}
          onClick={() => setAsking(true)}
        >
          <Trans>Cancel the message</Trans>
        </Button>
      )}
      <CancelDialog opened={asking} ids={ids} onClose={() => setAsking(false)} />
    </div>
  );
}
