import { Trans } from '@lingui/react/macro';
import type { Conversation, Entry } from '@/api/generated/model';
import { RelativeTime } from '@/shared/ui/time';
import { EntryTop } from './entry-top';
import { LineText } from './line-text';
import { MailBubble } from './mail-bubble';
import { NoteText } from './note-text';
import { SentBubble } from './sent-bubble';
import { SentTo } from './sent-to';
import { SplitHint } from './split-hint';
import classes from './thread.module.css';

type Props = {
  entry: Entry;
  conversation: Conversation;
  last: boolean;
  /** Something stands before it. */
  splittable: boolean;
  /** No mail came after it. */
  newest: boolean;
};

/** One thing in a conversation. */
export function EntryItem({ entry, conversation, last, splittable, newest }: Props) {
  const { mail, sent, note } = entry;
  const top = { conversationId: conversation.id, splittable, newest };
  if (entry.kind === 'line') {
    return (
      <li className={classes.line}>
        <LineText entry={entry} />
        {entry.line?.code === 'not_sent' ? ' ' : ' · '}
        <RelativeTime value={entry.at} />
      </li>
    );
  }
  if (note != null) {
    return (
      <li className={classes.note}>
        <EntryTop who={entry.author ?? ''} entry={entry} {...top}>
          <Trans>Note for colleagues</Trans>
        </EntryTop>
        <NoteText text={note} mentions={entry.mentions ?? []} />
      </li>
    );
  }
  if (mail) {
    const ours = entry.kind === 'elsewhere';
    return (
      <li className={classes.bubble} data-side={ours ? 'ours' : 'theirs'}>
        <EntryTop who={mail.from.name || mail.from.address} entry={entry} {...top}>
          {ours ? <Trans>From another mail program</Trans> : <span>{mail.from.address}</span>}
        </EntryTop>
        <MailBubble mail={mail} last={last} />
        <SplitHint mail={mail} conversationId={conversation.id} entryId={entry.id} splittable={splittable} />
      </li>
    );
  }
  return (
    <li className={classes.bubble} data-side="ours">
      <EntryTop who={entry.author ?? conversation.accountName} entry={entry} {...top}>
        {sent && <SentTo sent={sent} />}
      </EntryTop>
      {sent && <SentBubble entry={entry} sent={sent} conversationId={conversation.id} />}
    </li>
  );
}
