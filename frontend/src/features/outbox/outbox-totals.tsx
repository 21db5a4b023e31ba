import { UnstyledButton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { MessageState } from '@/api/generated/model';
import { Eta } from '@/shared/progress/eta';
import { StateBar } from '@/shared/progress/state-bar';
import { BAR_ORDER, overOf, totalOf, waitingOf } from '@/shared/progress/state-groups';
import { ErrorState } from '@/shared/ui/error-state';
import { Count } from '@/shared/ui/number';
import { MESSAGE_LOOKS } from '@/shared/ui/state-badge';
import { CampaignLaw } from './campaign-law';
import { summaryQuery } from './queries';
import type { OutboxFilter } from './search';
import { useAnnouncement } from './use-announcement';
import classes from './outbox-totals.module.css';

/** How many messages are in which state, as numbers and as a bar. A state is also a filter. */
export function OutboxTotals({ filter }: { filter: OutboxFilter }) {
  const { t } = useLingui();
  const summary = useQuery(summaryQuery(filter));
  const announcement = useAnnouncement(summary.data?.states);
  if (summary.isError) return <ErrorState error={summary.error} onRetry={() => void summary.refetch()} />;
  if (!summary.data) return <div className={classes.totals} />;
  const { states, sentLastMinute, etaAt, etaReason } = summary.data;
  const waiting = waitingOf(states);
  return (
    <section className={classes.totals} aria-label={t`All messages`}>
      <div className={classes.line}>
        <span className={classes.big}>
          <Trans>
            <Count value={overOf(states)} /> of <Count value={totalOf(states)} /> done
          </Trans>
        </span>
        <span className={classes.quiet}>
          <Trans>
            <Count value={sentLastMinute} />
            /min
          </Trans>
          {' · '}
          <Eta etaAt={etaAt} etaReason={etaReason} waiting={waiting} />
        </span>
      </div>
      <StateBar states={states} label={t`All messages`} />
      <div className={classes.legend}>
        {BAR_ORDER.filter((state) => states[state] > 0 || state === filter.state).map((state) => (
          <StateChip key={state} state={state} count={states[state]} chosen={state === filter.state} />
        ))}
      </div>
      {filter.campaign !== undefined && <CampaignLaw campaign={filter.campaign} />}
      <span className="k-hidden" role="status" aria-live="polite">
        {announcement}
      </span>
    </section>
  );
}

const route = getRouteApi('/shell/outbox');

function StateChip({ state, count, chosen }: { state: MessageState; count: number; chosen: boolean }) {
  const { i18n } = useLingui();
  const navigate = route.useNavigate();
  const choose = () =>
    void navigate({
      search: ({ state: _, ...others }) => (chosen ? others : { ...others, state }),
      replace: true,
    });
  return (
    <UnstyledButton className={classes.chip} aria-pressed={chosen} onClick={choose}>
      <span className={classes.dot} data-state={state} aria-hidden />
      {i18n._(MESSAGE_LOOKS[state].label)} <Count value={count} />
    </UnstyledButton>
  );
}
