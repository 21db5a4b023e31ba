import { Checkbox, Group } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import type { Conversation, Entry, Person } from '@/api/generated/model';
import { AnswerText } from './answer-text';
import { AttachButton } from '@/shared/attachments/attach-button';
import { AttachmentList } from '@/shared/attachments/attachment-list';
import { excess, loadOf } from '@/shared/attachments/limits';
import { useKnownAccount } from '@/shared/names';
import { attach, draftFiles } from './draft-files';
import { drafts, useDraft } from './drafts';
import { FileDrop } from '@/shared/attachments/file-drop';
import { FormatToggle } from './format-toggle';
import { ForwardNote } from './forward-note';
import { conversationQuery, useReply } from './queries';
import { Recipients } from './recipients';
import { useRefusalText } from '@/shared/form/refusal-text';
import { useSeen, useStaysOpen } from './seen';
import { SendButtons, type Sending } from './send-buttons';
import { SignatureBox } from './signature-box';
import { useFormat } from './use-format';
import { useIsFilling } from './use-quick-replies';
import { useUploads } from '@/shared/attachments/use-uploads';
import { answerSubject, answerTo, newestMail, wrongAddresses } from './use-composer';
import classes from './thread.module.css';

type Props = {
  conversation: Conversation;
  entries: readonly Entry[];
  draftKey: string;
  area: RefObject<HTMLTextAreaElement | null>;
  sending: boolean;
  /** Somebody has just asked to send a mail on: they say to whom first. */
  autoFocus: boolean;
  onSent: () => void;
};

const asWritten = ({ name, address }: Person): Person => ({ name, address });

/** An answer, until it is sent. */
export function ReplyForm({ conversation, entries, draftKey, area, sending, autoFocus, onSent }: Props) {
  const { t } = useLingui();
  const draft = useDraft(draftKey);
  const { format, lost, choose } = useFormat(draftKey);
  const reply = useReply(conversation.id);
  const seen = useSeen(conversation.id);
  const refusal = useRefusalText();
  const client = useQueryClient();
  const staysOpen = useStaysOpen();
  const to = draft.to ?? answerTo(conversation, entries);
  const { cc = [], bcc = [], forward } = draft;
  const attaching = draft.filesPending === true;
  const quote = draft.quote ?? true;
  const files = draft.files ?? [];
  const uploads = useUploads(draftFiles(draftKey));
  const wrong = wrongAddresses([...to, ...cc, ...bcc]).length > 0;
  const said = draft.text.trim() !== '' || forward !== undefined;
  const filling = useIsFilling();
  const unready = uploads.busy || attaching || filling || excess(loadOf(files)) !== undefined;
  const empty = !said || entries.length === 0 || to.length === 0 || wrong || unready;
  const account = useKnownAccount(conversation.accountId);
  const keep = (next: Partial<typeof draft>) => drafts.keep(draftKey, { ...drafts.get(draftKey), ...next });
  // whoever it was begun for gets it, whatever arrives or is merged meanwhile
  const known = entries.length > 0 && to.length > 0;
  const write = (next: Partial<typeof draft>) => keep({ ...(known && { to: [...to] }), ...next });
  const sent = (done: boolean) => {
    onSent();
    if (!done) return;
    client.fetchQuery(conversationQuery(conversation.id)).then(
      ({ state }) => state !== 'done' && staysOpen(),
      () => {},
    );
  };
  const send = ({ done = false, at }: Sending) => {
    if (empty || sending) return;
    const subject = draft.subject || answerSubject(newestMail(entries)?.subject || conversation.subject);
    const sendAt = at?.toISOString() ?? null;
    reply.mutate(
      {
        to: to.map(asWritten),
        cc: cc.map(asWritten),
        bcc: bcc.map(asWritten),
        subject,
        ...(draft.html === undefined ? { text: draft.text } : { html: draft.html }),
        quote: quote && forward === undefined,
        ...(forward !== undefined && { forward }),
        signature: draft.signature ?? true,
        attachments: files.map(({ id }) => id),
        done,
        ...(done && seen && { seen }),
        sendAt,
      },
      { onSuccess: () => sent(done) },
    );
  };
  return (
    <FileDrop onFiles={uploads.add} disabled={sending}>
      <Recipients
        key={forward ?? 'answer'}
        conversation={conversation}
        entries={entries}
        to={to}
        cc={cc}
        bcc={bcc}
        autoFocus={autoFocus}
        onChange={keep}
      />
      {forward !== undefined && (
        <ForwardNote conversationId={conversation.id} draftKey={draftKey} entries={entries} />
      )}
      <AnswerText
        area={area}
        label={t`Your answer`}
        placeholder={t`Write an answer…`}
        draft={draft}
        format={format}
        lost={lost}
        person={to[0] ?? (forward === undefined ? conversation.person : undefined)}
        busy={sending}
        error={refusal(reply.error)}
        onChange={write}
        onFiles={(more) => attach(draftKey, more)}
        onSend={send}
      />
      <AttachmentList
        files={files}
        running={uploads.running}
        onRemove={(id) => keep({ files: files.filter((file) => file.id !== id) })}
        onStop={uploads.stop}
      />
      <div className={classes.row}>
        <Group gap="md">
          <AttachButton onFiles={uploads.add} disabled={sending} />
          <FormatToggle format={format} onChoose={choose} />
          {forward === undefined && (
            <Checkbox
              size="xs"
              label={t`Quote the mail below`}
              checked={quote}
              onChange={(event) => keep({ quote: event.currentTarget.checked })}
            />
          )}
          <SignatureBox
            signature={account?.signature ?? ''}
            checked={draft.signature ?? true}
            onChange={(checked) => keep({ signature: checked })}
          />
        </Group>
        <SendButtons disabled={empty} busy={sending} onSend={send} />
      </div>
    </FileDrop>
  );
}
