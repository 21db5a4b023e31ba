import { Trans } from '@lingui/react/macro';

/** Why a mail was not answered by itself. */
export function HeldText({ reason }: { reason: string }) {
  switch (reason) {
    case 'automatic':
      return <Trans>Not answered automatically: a machine wrote it</Trans>;
    case 'list':
      return <Trans>Not answered automatically: it came to many</Trans>;
    case 'unwanted':
      return <Trans>Not answered automatically: its sender asks for no automatic answer</Trans>;
    case 'no_return':
      return <Trans>Not answered automatically: its sender takes no answers</Trans>;
    case 'robot':
      return <Trans>Not answered automatically: nobody reads mail at this address</Trans>;
    case 'own':
      return <Trans>Not answered automatically: it comes from an account of your own</Trans>;
    case 'not_to_us':
      return <Trans>Not answered automatically: the account is none of its recipients</Trans>;
    case 'switched_off':
      return <Trans>Not answered automatically: sending is switched off for the account</Trans>;
    case 'suppressed':
      return <Trans>Not answered automatically: the address is suppressed</Trans>;
    case 'recently':
      return <Trans>Not answered automatically: the address had an automatic answer this week</Trans>;
    case 'in_a_row':
      return <Trans>Not answered automatically: three automatic answers stand here already</Trans>;
    case 'too_fast':
      return <Trans>Not answered automatically: too many mails in ten minutes</Trans>;
    case 'too_many':
      return <Trans>Not answered automatically: the account gave too many automatic answers this hour</Trans>;
    default:
      return <Trans>Not answered automatically: {reason}</Trans>;
  }
}
