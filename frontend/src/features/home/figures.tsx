import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failedOf, waitingOf } from '@/shared/progress/state-groups';
import { Count } from '@/shared/ui/number';
import { summaryQuery } from './queries';
import classes from './home-page.module.css';

const FAILED = ['rejected', 'failed', 'expired'] as const;

/** The outbox in four numbers, each a door to its messages; failures of several kinds lead to the commonest. */
export function Figures() {
  const { t } = useLingui();
  const states = useQuery(summaryQuery).data?.states;
  if (!states) return null;
  const failed = failedOf(states);
  const commonest = FAILED.reduce((most, state) => (states[state] > states[most] ? state : most));
  return (
    <nav className={classes.figures} aria-label={t`The outbox in numbers`}>
      <Link to="/outbox" className={classes.figure}>
        {t`Waiting`}
        <strong>
          <Count value={waitingOf(states)} />
        </strong>
      </Link>
      <Link to="/outbox" search={{ state: 'accepted' }} className={classes.figure}>
        {t`Sent`}
        <strong>
          <Count value={states.accepted} />
        </strong>
      </Link>
      <Link
        to="/outbox"
        search={{ state: commonest }}
        className={classes.figure}
        {...(failed > 0 ? { 'data-tone': 'red' } : {})}
      >
        {t`Failed`}
        <strong>
          <Count value={failed} />
        </strong>
      </Link>
      <Link
        to="/outbox"
        search={{ state: 'uncertain' }}
        className={classes.figure}
        {...(states.uncertain > 0 ? { 'data-tone': 'violet' } : {})}
      >
        {t`Uncertain`}
        <strong>
          <Count value={states.uncertain} />
        </strong>
      </Link>
    </nav>
  );
}
