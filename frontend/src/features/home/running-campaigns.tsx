import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Eta } from '@/shared/progress/eta';
import { StateBar } from '@/shared/progress/state-bar';
import { totalOf, waitingOf } from '@/shared/progress/state-groups';
import { ErrorState } from '@/shared/ui/error-state';
import { Count } from '@/shared/ui/number';
import { Section } from '@/shared/ui/page';
import { CampaignStateBadge } from '@/shared/ui/state-badge';
import { runningQuery } from './queries';
import classes from './home-page.module.css';

/** Campaigns on their way, with what has left and when the rest will have. */
export function RunningCampaigns() {
  const { t } = useLingui();
  const running = useQuery(runningQuery);
  if (running.isError) return <ErrorState error={running.error} onRetry={() => void running.refetch()} />;
  if (!running.data || running.data.length === 0) return null;
  return (
    <Section
      title={t`Running campaigns`}
      actions={
        <Link to="/campaigns">
          <Trans>All campaigns</Trans>
        </Link>
      }
    >
      <ul className={classes.campaigns}>
        {running.data.map(({ id, name, state, progress }) => (
          <li key={id} className={classes.campaign}>
            <Link to="/campaigns/$campaignId" params={{ campaignId: id }} className={classes.name}>
              {name}
            </Link>
            <CampaignStateBadge state={state} />
            <StateBar states={progress.states} label={t`Messages of ${name}`} />
            <span className={classes.quiet}>
              <Trans>
                <Count value={progress.states.accepted} /> of <Count value={totalOf(progress.states)} /> sent
              </Trans>
              {state === 'processing' && (
                <>
                  {' · '}
                  <Eta
                    etaAt={progress.etaAt}
                    etaReason={progress.etaReason}
                    waiting={waitingOf(progress.states)}
                  />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
