import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Section } from '@/shared/ui/page';
import { workersQuery } from '@/shared/workers/queries';
import { useReason } from '@/shared/workers/worker-text';
import { runningQuery, summaryQuery } from './queries';
import classes from './home-page.module.css';

/** What does not go on by itself, and where to mend it. Nothing here means that nothing waits for a person. */
export function Attention() {
  const { t } = useLingui();
  const reasonText = useReason();
  const blocked =
    useQuery(workersQuery).data?.filter(({ state, nextAt }) => state === 'blocked' && !nextAt) ?? [];
  const stuck = useQuery(runningQuery).data?.filter(({ problem }) => problem) ?? [];
  const uncertain = useQuery(summaryQuery).data?.states.uncertain ?? 0;
  if (blocked.length + stuck.length + uncertain === 0) return null;
  return (
    <Section title={t`Needs attention`}>
      <ul className={classes.attention}>
        {blocked.map(({ accountId, accountName, reason }) => (
          <Notice
            key={accountId}
            action={
              <Link to="/accounts/$accountId" params={{ accountId }}>
                <Trans>Look at the account</Trans>
              </Link>
            }
          >
            <strong>{accountName}</strong>: {reasonText(reason ?? '')}
          </Notice>
        ))}
        {stuck.map(({ id, name, problem }) => (
          <Notice
            key={id}
            action={
              <Link to="/campaigns/$campaignId" params={{ campaignId: id }}>
                <Trans>Look at the campaign</Trans>
              </Link>
            }
          >
            <strong>{name}</strong>: {reasonText(problem ?? '')}
          </Notice>
        ))}
        {uncertain > 0 && (
          <Notice
            action={
              <Link to="/outbox" search={{ state: 'uncertain' }}>
                <Trans>Look at them</Trans>
              </Link>
            }
          >
            <Plural
              value={uncertain}
              one="Of # message nobody can say whether it arrived; it is not sent again by itself."
              other="Of # messages nobody can say whether they arrived; they are not sent again by themselves."
            />
          </Notice>
        )}
      </ul>
    </Section>
  );
}

function Notice({ children, action }: { children: ReactNode; action: ReactNode }) {
  return (
    <li className={classes.notice}>
      <IconAlertTriangle size={17} aria-hidden />
      <span>{children}</span>
      {action}
    </li>
  );
}
