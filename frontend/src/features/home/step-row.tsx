import { Button } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OnboardingStep, OnboardingStepId } from '@/api/generated/model';
import { toast } from '@/shared/ui/toast';
import { useCreateSandbox } from './queries';
import classes from './first-steps.module.css';

const TEXTS: Record<OnboardingStepId, { title: MessageDescriptor; text: MessageDescriptor }> = {
  sandbox: {
    title: msg`Try the sandbox mailbox`,
    text: msg`One click: an account, 25 contacts and a campaign to play with. Nothing leaves this machine.`,
  },
  account: {
    title: msg`Connect your own account`,
    text: msg`Gmail, Outlook, Yahoo, Zoho or any SMTP server. A test shows each step.`,
  },
  contacts: { title: msg`Bring your contacts`, text: msg`By hand or from a CSV file.` },
  campaign: {
    title: msg`Write a campaign`,
    text: msg`With variables, a preview as each contact, and a test send.`,
  },
  send: {
    title: msg`Send it and watch`,
    text: msg`Every message in the outbox, live, with a switch that stops.`,
  },
};

type Props = { step: OnboardingStep; isNext: boolean };

export function StepRow({ step, isNext }: Props) {
  const { t, i18n } = useLingui();
  const { title, text } = TEXTS[step.id];
  return (
    <li className={classes.step} data-done={step.done || undefined}>
      <span className={classes.mark}>
        {step.done ? <IconCheck size={14} stroke={2.5} role="img" aria-label={t`Done`} /> : null}
      </span>
      <span className={classes.words}>
        <span className={classes.name}>{i18n._(title)}</span>
        {!step.done && <span className={classes.text}>{i18n._(text)}</span>}
      </span>
      {!step.done && (
        <span className={classes.action}>
          <StepAction step={step} variant={isNext ? 'filled' : 'default'} />
        </span>
      )}
    </li>
  );
}

function StepAction({ step, variant }: { step: OnboardingStep; variant: 'filled' | 'default' }) {
  const look = { size: 'xs', variant } as const;
  switch (step.id) {
    case 'sandbox':
      return <CreateSandbox {...look} />;
    case 'account':
      return (
        <LinkButton {...look} link={(props) => <Link {...props} to="/accounts" search={{ edit: 'new' }} />}>
          <Trans>Add account</Trans>
        </LinkButton>
      );
    case 'contacts':
      return (
        <LinkButton {...look} link={(props) => <Link {...props} to="/contacts" />}>
          <Trans>Open Contacts</Trans>
        </LinkButton>
      );
    default: {
      const { campaignId } = step;
      return (
        <LinkButton
          {...look}
          link={(props) =>
            campaignId ? (
              <Link {...props} to="/campaigns/$campaignId" params={{ campaignId }} />
            ) : (
              <Link {...props} to="/campaigns" />
            )
          }
        >
          {campaignId ? <Trans>Open the campaign</Trans> : <Trans>Open Campaigns</Trans>}
        </LinkButton>
      );
    }
  }
}

type Look = { size: 'xs'; variant: 'filled' | 'default' };

function LinkButton({
  link,
  children,
  ...look
}: Look & { link: (props: object) => ReactNode; children: ReactNode }) {
  return (
    <Button {...look} renderRoot={link}>
      {children}
    </Button>
  );
}

function CreateSandbox(look: Look) {
  const { t } = useLingui();
  const create = useCreateSandbox();
  const start = () =>
    create.mutate(undefined, {
      onSuccess: ({ contacts }) =>
        toast.say(t`The sandbox is ready: one account, ${contacts} contacts, one campaign.`),
    });
  return (
    <Button {...look} loading={create.isPending} onClick={start}>
      <Trans>Create the sandbox</Trans>
    </Button>
  );
}
