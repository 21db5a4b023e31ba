import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { StatusLine } from '@/shared/log/status-line';
import { useMe } from '@/shared/session/me';
import { Section } from '@/shared/ui/page';
import { PageHeader } from '@/shared/ui/page-header';
import { workersQuery } from '@/shared/workers/queries';
import { WorkerStrip } from '@/shared/workers/worker-strip';
import { Attention } from './attention';
import { FirstSteps } from './first-steps';
import { Figures } from './figures';
import { RunningCampaigns } from './running-campaigns';
import classes from './home-page.module.css';

/** Where one stands: what to do first, what runs, what needs a hand. */
export function HomePage() {
  const { t } = useLingui();
  const name = useMe()?.user.name.split(' ')[0] ?? '';
  const workers = useQuery(workersQuery);
  const hasAccounts = workers.data === undefined || workers.data.length > 0;
  return (
    <div className={classes.page}>
      <PageHeader title={t`Home`} description={t`Hello ${name}`} />
      <div className={classes.body}>
        <FirstSteps />
        <Figures />
        <Attention />
        {hasAccounts && (
          <Section
            title={t`Accounts`}
            actions={
              <Link to="/accounts">
                <Trans>All accounts</Trans>
              </Link>
            }
          >
            <WorkerStrip />
          </Section>
        )}
        <RunningCampaigns />
      </div>
      <StatusLine />
    </div>
  );
}
