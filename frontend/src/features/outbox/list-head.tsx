import { Checkbox } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Message } from '@/api/generated/model';
import type { Selection } from './use-selection';
import classes from './message-list.module.css';

/** The names of the columns. For the eye: each cell of a row says its own name to screen readers. */
export function ListHead({ rows, selection }: { rows: readonly Message[]; selection: Selection }) {
  const { t } = useLingui();
  const all = rows.length > 0 && rows.every(({ id }) => selection.ids.has(id));
  return (
    <div className={classes.head}>
      <Checkbox
        size="xs"
        aria-label={t`Select all loaded messages`}
        checked={all}
        indeterminate={!all && selection.ids.size > 0}
        onChange={() => selection.set(all ? [] : rows.map(({ id }) => id))}
      />
      <span>
        <Trans>To</Trans>
      </span>
      <span>
        <Trans>Subject</Trans>
      </span>
      <span>
        <Trans>Account</Trans>
      </span>
      <span>
        <Trans>Campaign</Trans>
      </span>
      <span>
        <Trans>Status</Trans>
      </span>
      <span className={classes.right}>
        <Trans>Attempts</Trans>
      </span>
      <span>
        <Trans>Next try / sent</Trans>
      </span>
      <span />
    </div>
  );
}
