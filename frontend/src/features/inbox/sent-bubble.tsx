import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Entry, EntrySent } from '@/api/generated/model';
import { useNow } from '@/shared/hooks/use-now';
import { useCommand } from '@/shared/keys/use-command';
import { MailFrame } from '@/shared/mail/mail-frame';
import { MessageStateBadge, ToneBadge } from '@/shared/ui/state-badge';
import { Countdown, DateTime } from '@/shared/ui/time';
import { Files } from './files';
import { useUndoReply } from './queries';
import classes from './thread.module.css';

type Props = {
  entry: Entry;
  sent: EntrySent;
  conversationId: string;
};

/** What we sent, and what became of it. A campaign's mail is what its reader got. */
export function SentBubble({ entry, sent, conversationId }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const laidOut = sent.html !== '';
  return (
    <>
      {laidOut && !open ? (
        <div>
          <strong>{sent.subject}</strong>{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
            <Trans>Show the mail</Trans>
          </Button>
        </div>
      ) : laidOut ? (
        <MailFrame html={sent.html} title={t`The mail as it is read`} height={340} />
      ) : (
        <div className={classes.text}>{sent.text}</div>
      )}
      {sent.forward != null && (
        <p className={classes.quoted}>
          <Trans>The forwarded mail stood below it.</Trans>
        </p>
      )}
      <Files files={sent.attachments.map((file) => ({ ...file, href: `/api/v1/attachments/${file.id}` }))} />
      <div className={classes.foot}>
        {sent.messages.map((message) => (
          <MessageStateBadge key={message.id} state={message.state} />
        ))}
        <Marks sent={sent} />
        <TakeBack entry={entry} sent={sent} conversationId={conversationId} />
      </div>
    </>
  );
}

function Marks({ sent }: { sent: EntrySent }) {
  const { t } = useLingui();
  const words = {
    replied: { tone: 'green', label: t`Answered` },
    auto_replied: { tone: 'amber', label: t`Automatic reply` },
    bounced: { tone: 'red', label: t`Bounced` },
    complained: { tone: 'red', label: t`Reported as spam` },
    unsubscribed: { tone: 'grey', label: t`Unsubscribed` },
  } as const;
  return sent.marks.map(({ mark, at }) => (
    <ToneBadge key={mark + at} tone={words[mark].tone}>
      {words[mark].label}
    </ToneBadge>
  ));
}

/** As long as it has not left. */
function TakeBack({ entry, sent, conversationId }: Props) {
  const undo = useUndoReply(conversationId);
  const now = useNow(1_000);
  const waiting = sent.messages.find(({ state }) => state === 'queued');
  const held = waiting?.nextAt != null && new Date(waiting.nextAt).getTime() > now;
  const soon = held && new Date(waiting.nextAt!).getTime() - now < 60_000;
  const takeBack = () => undo.mutate(entry.id);
  // what leaves tomorrow is not the last action of anybody
  useCommand('undo', takeBack, soon);
  if (!held || waiting.nextAt == null) return null;
  return (
    <>
      <span>
        {soon ? (
          <Trans>
            Leaves in <Countdown until={waiting.nextAt} />
          </Trans>
        ) : (
          <Trans>
            Leaves <DateTime value={waiting.nextAt} />
          </Trans>
        )}
      </span>
      <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={takeBack}>
        <Trans>Undo</Trans>
      </Button>
    </>
  );
}
