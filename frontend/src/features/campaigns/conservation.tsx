import { Alert } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconEqual, IconPlus } from '@tabler/icons-react';
import type { Campaign } from '@/api/generated/model';
import { totalOf } from '@/shared/progress/state-groups';
import { Count } from '@/shared/ui/number';
import { AuditLine, Differences } from './audit-line';
import classes from './campaign-figures.module.css';
import { ExportLedger } from './export-ledger';
import { skippedSum } from './figures';

/** `audience = Σ states + Σ skipped`: nobody is lost on the way. Red when it does not come out. */
export function Conservation({ campaign }: { campaign: Campaign }) {
  const { t } = useLingui();
  const { progress } = campaign;
  const generating = campaign.state === 'generating';
  const { audience, skipped, states, balanced } = progress;
  const broken = !balanced && !generating;
  const reasons = [
    [t`suppressed`, skipped.suppressed],
    [t`unsubscribed`, skipped.unsubscribed],
    [t`twice in the audience`, skipped.duplicate],
    [t`without an address`, skipped.noAddress],
  ] as const;
  return (
    <div className={classes.law} data-broken={broken || undefined}>
      <p className={classes.sum}>
        <Term value={audience} label={t`in the audience`} />{' '}
        <IconEqual size={14} role="img" aria-label={t`equals`} />
        <Term value={totalOf(states)} label={t`messages`} />{' '}
        <IconPlus size={14} role="img" aria-label={t`plus`} />
        <Term value={skippedSum(skipped)} label={t`left out`} />
      </p>
      {skippedSum(skipped) > 0 && (
        <ul className={classes.reasons} aria-label={t`Left out, by reason`}>
          {reasons
            .filter(([, count]) => count > 0)
            .map(([label, count]) => (
              <li key={label}>
                <Count value={count} /> {label}
              </li>
            ))}
        </ul>
      )}
      {!generating && (
        <div className={classes.proof}>
          <AuditLine campaign={campaign} />
          <ExportLedger campaign={campaign.id} />
        </div>
      )}
      {broken && (
        <Alert
          color="red.8"
          variant="filled"
          icon={<IconAlertTriangle />}
          mt="sm"
          role="alert"
          title={<Trans>The sum does not come out</Trans>}
        >
          <Trans>
            Somebody is missing or counted twice. Pause the campaign and look at the logs before you go on.
          </Trans>
          <Differences audit={progress.audit} />
        </Alert>
      )}
    </div>
  );
}

function Term({ value, label }: { value: number; label: string }) {
  return (
    <span className={classes.term}>
      <b>
        <Count value={value} />
      </b>{' '}
      {label}
    </span>
  );
}
