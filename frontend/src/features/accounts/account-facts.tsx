import { useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import type { Account, Endpoint } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { useLimitWords } from './limit-words';
import classes from './account-page.module.css';

const SECURITY = { tls: 'TLS', starttls: 'STARTTLS', none: '–' };

const words = ({ host, port, security }: Endpoint) => `${host}:${port} · ${SECURITY[security]}`;

export function AccountFacts({ account }: { account: Account }) {
  const { t } = useLingui();
  const formats = useFormats();
  const { gapSeconds, jitterSeconds, connections } = account.limits;
  const limits = useLimitWords()(account.limits);
  const gap = formats.number(gapSeconds);
  const jitter = formats.number(jitterSeconds);
  const away = ({ reading: { awayText, awayUntil } }: Account): [string, string][] => {
    if (awayText == null) return [];
    const until = awayUntil == null ? undefined : formats.dateTime(awayUntil);
    return [[t`Automatic answer`, until === undefined ? t`On` : t`Until ${until}`]];
  };
  const facts: [string, string][] = [
    [t`Category`, account.category.name],
    [t`From: name`, account.fromName || '–'],
    [t`User name`, account.username],
    [t`SMTP`, words(account.smtp)],
    [t`IMAP`, account.imap ? words(account.imap) : t`Off`],
    [t`Pace`, t`${gap} s + up to ${jitter} s between two messages`],
    ...limits,
    [t`Connections`, formats.number(connections)],
    ...away(account),
    [t`Added`, formats.dateTime(account.createdAt)],
    ...(account.signature === '' ? [] : ([[t`Signature`, account.signature]] as [string, string][])),
    ...(account.notes === '' ? [] : ([[t`Notes`, account.notes]] as [string, string][])),
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
