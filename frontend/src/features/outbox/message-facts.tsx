import { Trans, useLingui } from '@lingui/react/macro';
import { IconBolt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Message } from '@/api/generated/model';
import { MessageStateBadge, ToneBadge } from '@/shared/ui/state-badge';
import { Countdown, DateTime } from '@/shared/ui/time';
import classes from './message-drawer.module.css';

/** Who, what, from where, and where it stands. */
export function MessageFacts({ message }: { message: Message }) {
  const { t } = useLingui();
  return (
    <div>
      <h3 className={classes.subject}>{message.subject}</h3>
      <MessageStateBadge {...message} />{' '}
      {message.urgent && <ToneBadge tone="amber" icon={IconBolt}>{t`Urgent`}</ToneBadge>}
      <dl className={classes.facts}>
        <dt>
          <Trans>To</Trans>
        </dt>
        <dd>
          {message.name !== '' && `${message.name} · `}
          {message.to}
        </dd>
        <dt>
          <Trans>Account</Trans>
        </dt>
        <dd>
          <Link to="/accounts/$accountId" params={{ accountId: message.accountId }}>
            {message.accountName}
          </Link>
        </dd>
        <dt>
          <Trans>Campaign</Trans>
        </dt>
        <dd>
          {message.campaignId ? (
            <Link to="/campaigns/$campaignId" params={{ campaignId: message.campaignId }}>
              {message.campaignName}
            </Link>
          ) : (
            t`Direct message`
          )}
        </dd>
        <dt>
          <Trans>Created</Trans>
        </dt>
        <dd>
          <DateTime value={message.createdAt} seconds />
        </dd>
        {message.sentAt && (
          <>
            <dt>
              <Trans>Sent</Trans>
            </dt>
            <dd>
              <DateTime value={message.sentAt} seconds />
            </dd>
          </>
        )}
        {message.state === 'deferred' && message.nextAt && (
          <>
            <dt>
              <Trans>Tried again in</Trans>
            </dt>
            <dd>
              <Countdown until={message.nextAt} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
