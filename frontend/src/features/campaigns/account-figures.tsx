import { useLingui } from '@lingui/react/macro';
import type { Campaign } from '@/api/generated/model';
import { StateBar } from '@/shared/progress/state-bar';
import { NO_STATES, totalOf } from '@/shared/progress/state-groups';
import { Count } from '@/shared/ui/number';
import classes from './account-figures.module.css';

/** How far each of several accounts is with its share. */
export function AccountFigures({ campaign: { accounts, progress } }: { campaign: Campaign }) {
  const { t } = useLingui();
  if (accounts.length < 2) return null;
  return (
    <ul className={classes.accounts} aria-label={t`Progress by account`}>
      {accounts.map(({ id, name }) => {
        const states = progress.accounts.find(({ accountId }) => accountId === id)?.states ?? NO_STATES;
        return (
          <li key={id} className={classes.account}>
            <span className={classes.name}>{name}</span>
            <StateBar states={states} label={t`Messages of ${name}`} height={6} />
            <span className={classes.figures}>
              <Count value={states.accepted} /> / <Count value={totalOf(states)} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
