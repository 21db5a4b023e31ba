import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { Entry, EntrySent } from '@/api/generated/model';
import { useNow } from '@/shared/hooks/use-now';
import { lastAction } from '@/shared/hooks/use-undo';
import { harmless } from '@/shared/mail/harmless';
import { MailFrame } from '@/shared/mail/mail-frame';
import { MessageStateBadge, ToneBadge } from '@/shared/ui/state-badge';
import { Countdown, DateTime } from '@/shared/ui/time';
import { Files } from './files';
import { useUndoReply } from './queries';
import { TryAgain } from './try-again';
import { ViewSwitch, type View } from './view-switch';
import classes from './thread.module.css';

type Props = {
  entry: Entry;
  sent: EntrySent;
  conversationId: string;
};

/** What we sent, and what became of it. A campaign's mail is what its reader got. */
export function SentBubble({ entry, sent, conversationId }: Props) {
  return (
    <>
      {entry.author != null ? <Written sent={sent} /> : <Laid sent={sent} />}
      {sent.forward != null && (
        <p className={classes.quoted}>
          <Trans>The forwarded mail stood below it.</Trans>
        </p>
      )}
      <Files files={sent.attachments.map((file) => ({ ...file, href: `/api/v1/attachments/${file.id}` }))} />
      <div className={classes.foot}>
        {sent.automatic && (
          <span>
            <Trans>Answered automatically</Trans>
          </span>
        )}
        {sent.messages.map((message) => (
          <MessageStateBadge key={message.id} state={message.state} />
        ))}
        <Marks sent={sent} />
        <TakeBack entry={entry} sent={sent} conversationId={conversationId} />
        <TryAgain entry={entry} sent={sent} conversationId={conversationId} />
      </div>
    </>
  );
}

/** A campaign's mail: its subject until somebody asks for all of it. */
function Laid({ sent }: { sent: EntrySent }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  if (sent.html === '') return <div className={classes.text}>{sent.text}</div>;
  if (open) return <MailFrame html={sent.html} title={t`The mail as it is read`} height={340} />;
  return (
    <div>
      <strong>{sent.subject}</strong>{' '}
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        <Trans>Show the mail</Trans>
      </Button>
    </div>
  );
}

/** What somebody wrote here: its words, and its formatting where they ask for it, as a mail of the other side. */
function Written({ sent }: { sent: EntrySent }) {
  const { t } = useLingui();
  const [view, setView] = useState<View>('text');
  const html = useMemo(() => harmless(sent.html), [sent.html]);
  const lines = sent.text.split('\n').length;
  if (html === '') return <div className={classes.text}>{sent.text}</div>;
  return (
    <>
      {view === 'text' ? (
        <div className={classes.text}>{sent.text}</div>
      ) : (
        <MailFrame
          html={html}
          title={t`The mail as it is read`}
          height={Math.min(340, 60 + 24 * lines + sent.text.length / 3)}
        />
      )}
      <div className={classes.foot}>
        <ViewSwitch view={view} onChange={setView} />
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

/** As long as nothing of it has left, also where nobody knows when it will. */
function TakeBack({ entry, sent, conversationId }: Props) {
  const undo = useUndoReply(conversationId);
  const now = useNow(1_000);
  const waits = sent.messages.length > 0 && sent.messages.every(({ state }) => state === 'queued');
  const nextAt = sent.messages[0]?.nextAt;
  const held = waits && nextAt != null && new Date(nextAt).getTime() > now;
  const soon = held && new Date(nextAt).getTime() - now < 60_000;
  const takeBack = () => {
    lastAction.forget(({ about }) => about === entry.id);
    undo.mutate(entry.id);
  };
  if (!waits || (!held && entry.author == null)) return null;
  return (
    <>
      {held && (
        <span>
          {soon ? (
            <Trans>
              Leaves in <Countdown until={nextAt} />
            </Trans>
          ) : (
            <Trans>
              Leaves <DateTime value={nextAt} />
            </Trans>
          )}
        </span>
      )}
      <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={takeBack}>
        {held ? <Trans>Undo</Trans> : <Trans>Take the answer back</Trans>}
      </Button>
    </>
  );
}
