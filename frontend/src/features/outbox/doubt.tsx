import { Alert, Button, Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconHelpCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attempt, Message } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { DecisionDialog } from '@/shared/uncertain/decision-dialog';
import { useReopen, type Decision } from '@/shared/uncertain/use-decide';
import { serverWords } from '@/shared/progress/server-words';
import classes from './message-drawer.module.css';

type Props = { message: Message; attempts: Attempt[] | undefined };

/** What is known about a message of which nobody knows whether it arrived, and what a person can decide about it. */
export function Doubt({ message, attempts }: Props) {
  if (message.state === 'uncertain')
    return <Question message={message} attempt={attempts?.find(({ outcome }) => outcome === 'uncertain')} />;
  const last = attempts?.[0]?.outcome;
  const assumed = message.state === 'accepted' && message.basis === 'assumed';
  const again = message.state === 'queued' && last === 'sent_again';
  return assumed || again ? <Decided message={message} again={again} /> : null;
}

function Question({ message, attempt }: { message: Message; attempt: Attempt | undefined }) {
  const formats = useFormats();
  const [decision, setDecision] = useState<Decision>();
  const when = attempt && formats.dateTime(attempt.endedAt);
  return (
    <Alert
      color="violet"
      variant="outline"
      icon={<IconHelpCircle />}
      mt="md"
      title={<Trans>Nobody knows whether it arrived</Trans>}
    >
      <Text size="sm">
        {attempt?.phase === 'dot' ? (
          <Trans>The whole content was handed over at {when}; then no reply could be read.</Trans>
        ) : (
          <Trans>The content was on its way at {when} when the connection or the program stopped.</Trans>
        )}
      </Text>
      {attempt?.reply && <LastWords attempt={attempt} />}
      <Text size="sm" mt={6}>
        <Trans>
          No reply of the server stands in the journal, and nothing else has shown yet that it arrived. If you
          send it again and it did arrive, it arrives twice.
        </Trans>
      </Text>
      <Group gap="xs" mt="sm">
        <Button size="xs" onClick={() => setDecision('assume_sent')}>
          <Trans>Assume sent</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={() => setDecision('send_again')}>
          <Trans>Send again</Trans>
        </Button>
      </Group>
      <DecisionDialog
        decision={decision}
        about={{ ids: [message.id] }}
        onClose={() => setDecision(undefined)}
      />
    </Alert>
  );
}

function LastWords({ attempt }: { attempt: Attempt }) {
  const { t } = useLingui();
  return (
    <pre className={classes.reply} aria-label={t`The last that was heard`}>
      {serverWords(attempt.code, attempt.enhanced, attempt.reply ?? '')}
    </pre>
  );
}

function Decided({ message, again }: { message: Message; again: boolean }) {
  const reopen = useReopen();
  return (
    <Alert color="violet" variant="outline" icon={<IconHelpCircle />} mt="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {again ? (
            <Trans>It is to be sent again, although it may have arrived.</Trans>
          ) : (
            <Trans>It counts as sent by a decision. Nobody has read a reply of the server.</Trans>
          )}
        </Text>
        <Button
          size="xs"
          variant="default"
          loading={reopen.isPending}
          onClick={() => reopen.mutate([message.id])}
        >
          <Trans>Take it back</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
