import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './thread.module.css';

type Props = { to: string; reason: string };

/** An answer never left: somebody has to see to it. */
export function UnsentText(props: Props) {
  const { t } = useLingui();
  return (
    <span className={classes.unsent}>
      <IconAlertTriangle size={15} role="img" aria-label={t`Needs attention`} />
      <span>
        <Why {...props} />
      </span>
    </span>
  );
}

function Why({ to, reason }: Props) {
  switch (reason) {
    case 'rejected':
      return <Trans>The answer to {to} was not sent: its server refuses it</Trans>;
    case 'suppressed':
      return <Trans>The answer to {to} was not sent: the address is suppressed</Trans>;
    case 'expired':
      return <Trans>The answer to {to} was not sent: it could not be sent in time</Trans>;
    case 'failed':
      return <Trans>The answer to {to} was not sent: it could not be made</Trans>;
    default:
      return <Trans>The answer to {to} was not sent</Trans>;
  }
}
