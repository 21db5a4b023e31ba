import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Attempt, AttemptOutcome, AttemptPhase, Message } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { ErrorState } from '@/shared/ui/error-state';
import { serverWords } from '@/shared/progress/server-words';
import { DateTime } from '@/shared/ui/time';
import type { Tone } from '@/shared/ui/state-badge';
import { useReplyClass } from './reply-class';
import classes from './message-drawer.module.css';

const OUTCOMES: Record<AttemptOutcome, { tone: Tone; label: MessageDescriptor }> = {
  accepted: { tone: 'green', label: msg`The server took it` },
  deferred: { tone: 'amber', label: msg`Deferred: the server asked us to come back` },
  rejected: { tone: 'red', label: msg`The server refused it` },
  uncertain: { tone: 'violet', label: msg`Nobody knows: the connection broke after the content` },
  released: { tone: 'grey', label: msg`Put back without an attempt` },
  suppressed: { tone: 'grey', label: msg`Not sent: the address is suppressed` },
  expired: { tone: 'red', label: msg`Given up: its time was over` },
  failed: { tone: 'red', label: msg`Failed: the fault is in the message, not in its address` },
  assumed: { tone: 'violet', label: msg`Decided: it counts as sent` },
  proven: { tone: 'green', label: msg`Evidence: the server had taken it` },
  sent_again: { tone: 'violet', label: msg`Decided: it is sent again` },
  reopened: { tone: 'violet', label: msg`Uncertain again` },
  recalled: { tone: 'violet', label: msg`Nobody knows: the database had forgotten that it may have left` },
};

const UNBUILT = msg`The message could not be built`;

/** Decisions about an attempt, no attempts of their own. */
const DECISIONS: ReadonlySet<AttemptOutcome> = new Set([
  'assumed',
  'proven',
  'sent_again',
  'reopened',
  'recalled',
]);

const PHASES: Record<AttemptPhase, MessageDescriptor> = {
  connect: msg`while connecting`,
  tls: msg`while securing the connection`,
  login: msg`at login`,
  mail: msg`at the sender`,
  rcpt: msg`at the recipient`,
  data: msg`before the content`,
  content: msg`during the content`,
  dot: msg`after the content`,
  none: msg`before any connection`,
};

type Props = { attempts: UseQueryResult<Attempt[], unknown>; message: Message };

/** Every ended attempt, newest first, in words and in the server's own. */
export function AttemptTimeline({ attempts, message }: Props) {
  if (attempts.isError) return <ErrorState error={attempts.error} onRetry={() => void attempts.refetch()} />;
  if (!attempts.data) return null;
  if (attempts.data.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        {message.state === 'sending' ? (
          <Trans>The first attempt is under way.</Trans>
        ) : (
          <Trans>No attempt yet.</Trans>
        )}
      </Text>
    );
  }
  return (
    <ol className={classes.timeline} reversed>
      {attempts.data.map((attempt) => (
        <AttemptEntry key={`${attempt.attempt}-${attempt.endedAt}`} attempt={attempt} />
      ))}
    </ol>
  );
}

function AttemptEntry({ attempt }: { attempt: Attempt }) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const replyClass = useReplyClass();
  const { tone, label } = OUTCOMES[attempt.outcome];
  // No server has seen it, so there is no class of a reply either.
  const unbuilt = attempt.outcome === 'failed' && !attempt.code;
  const number = formats.number(attempt.attempt);
  const took = attempt.startedAt
    ? formats.number((new Date(attempt.endedAt).getTime() - new Date(attempt.startedAt).getTime()) / 1000)
    : undefined;
  const decided = DECISIONS.has(attempt.outcome);
  const next = attempt.nextAt ? formats.dateTime(attempt.nextAt) : undefined;
  return (
    <li className={classes.attempt} data-tone={tone}>
      <span className={classes.mark} aria-hidden />
      <Text size="sm" fw={600}>
        {i18n._(unbuilt ? UNBUILT : label)}
      </Text>
      <div className={classes.when}>
        {decided ? t`About attempt ${number}` : t`Attempt ${number}`} ·{' '}
        <DateTime value={attempt.endedAt} seconds />
        {took !== undefined && ` · ${t`${took} s`}`}
        {attempt.outcome !== 'accepted' && !decided && ` · ${i18n._(PHASES[attempt.phase])}`}
        {attempt.decidedBy && ` · ${attempt.decidedBy}`}
      </div>
      {attempt.reason &&
        attempt.reason !== 'none' &&
        !unbuilt &&
        attempt.outcome !== 'recalled' &&
        attempt.reason !== attempt.outcome && <Text size="sm">{replyClass(attempt.reason)}</Text>}
      {attempt.reply && (
        <pre className={classes.reply} aria-label={unbuilt ? undefined : t`Reply of the server`}>
          {serverWords(attempt.code, attempt.enhanced, attempt.reply)}
        </pre>
      )}
      {attempt.outcome === 'deferred' && next && (
        <Text size="xs" c="dimmed" mt={4}>
          <Trans>Tried again by itself at {next}</Trans>
        </Text>
      )}
    </li>
  );
}
