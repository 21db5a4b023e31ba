import { Trans, useLingui } from '@lingui/react/macro';
import { useLingui as useI18n } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Campaign, StateCounts } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { useNow } from '@/shared/hooks/use-now';
import { Eta } from '@/shared/progress/eta';
import { StateBar } from '@/shared/progress/state-bar';
import { BAR_ORDER, failedOf, totalOf, waitingOf } from '@/shared/progress/state-groups';
import { Count } from '@/shared/ui/number';
import { Panel, Section } from '@/shared/ui/page';
import { MESSAGE_LOOKS } from '@/shared/ui/state-badge';
import { AccountFigures } from './account-figures';
import classes from './campaign-figures.module.css';
import { Conservation } from './conservation';

/** How far it is: one bar, every state in numbers, and the sum that must always come out. */
export function CampaignFigures({ campaign }: { campaign: Campaign }) {
  const { t } = useLingui();
  const { progress, state } = campaign;
  const { states } = progress;
  const running = state === 'processing' || state === 'paused';
  return (
    <Section title={t`Progress`}>
      <Panel className={classes.panel}>
        <div className={classes.head}>
          <p className={classes.big}>
            <Trans>
              <Count value={states.accepted} /> of <Count value={totalOf(states)} /> sent
            </Trans>
          </p>
          {progress.unproven > 0 && (
            <p className={classes.eta}>
              <Trans>
                <Count value={progress.unproven} /> of them without a reply of the server
              </Trans>
            </p>
          )}
          {running && (
            <p className={classes.eta}>
              <span>
                <Trans>
                  <Count value={progress.sentLastMinute} /> in the last minute
                </Trans>
              </span>
              <span>
                <Eta
                  etaAt={state === 'paused' ? null : progress.etaAt}
                  etaReason={state === 'paused' ? 'paused' : progress.etaReason}
                  waiting={waitingOf(states)}
                />
              </span>
            </p>
          )}
          {state === 'generating' && (
            <p className={classes.eta}>
              <Trans>The messages are being made…</Trans>
            </p>
          )}
        </div>
        <StateBar states={states} label={t`Messages`} height={12} />
        <Legend campaign={campaign.id} states={states} />
        <AccountFigures campaign={campaign} />
        <Conservation campaign={campaign} />
      </Panel>
      {running && <Announcement states={states} />}
    </Section>
  );
}

function Legend({ campaign, states }: { campaign: string; states: StateCounts }) {
  const { i18n } = useI18n();
  return (
    <ul className={classes.legend}>
      {BAR_ORDER.filter((state) => states[state] > 0).map((state) => (
        <li key={state}>
          <Link to="/outbox" search={{ campaign, state }} className={classes.state}>
            <span className={classes.dot} data-state={state} aria-hidden />
            {i18n._(MESSAGE_LOOKS[state].label)}{' '}
            <b>
              <Count value={states[state]} />
            </b>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Said to screen readers at most once in ten seconds, however fast the numbers run. */
function Announcement({ states }: { states: StateCounts }) {
  const { t } = useLingui();
  const formats = useFormats();
  const tick = useNow(10_000);
  const [said, setSaid] = useState({ tick, states });
  if (said.tick !== tick) setSaid({ tick, states });
  const sent = formats.number(said.states.accepted);
  const total = formats.number(totalOf(said.states));
  const failed = formats.number(failedOf(said.states));
  return (
    <span className="k-hidden" role="status">
      {t`${sent} of ${total} sent, ${failed} failed`}
    </span>
  );
}
