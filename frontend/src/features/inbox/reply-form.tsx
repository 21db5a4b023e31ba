import { ActionIcon, Checkbox, FileButton, Group, Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconPaperclip } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { Conversation, Entry, Person } from '@/api/generated/model';
import { AnswerText } from './answer-text';
import { AttachmentList } from './attachment-list';
import { useKnownAccount } from '@/shared/names';
import { drafts, useDraft } from './drafts';
import { FileDrop } from './file-drop';
import { FormatToggle } from './format-toggle';
import { useReply } from './queries';
import { Recipients } from './recipients';
import { useRefusalText } from './refusal-text';
import { SendButtons, type Sending } from './send-buttons';
import { useFormat } from './use-format';
import { useUploads } from './use-uploads';
import { answerSubject, answerTo, newestMail } from './use-composer';
import classes from './thread.module.css';

type Props = {
  conversation: Conversation;
  entries: readonly Entry[];
  draftKey: string;
  area: RefObject<HTMLTextAreaElement | null>;
  onSent: () => void;
};

const asWritten = ({ name, address }: Person): Person => ({ name, address });

/** An answer, until it is sent. */
export function ReplyForm({ conversation, entries, draftKey, area, onSent }: Props) {
  const { t } = useLingui();
  const draft = useDraft(draftKey);
  const { format, lost, choose } = useFormat(draftKey);
  const reply = useReply(conversation.id);
  const refusal = useRefusalText();
  const to = draft.to ?? answerTo(conversation, entries);
  const cc = draft.cc ?? [];
  const quote = draft.quote ?? true;
  const files = draft.files ?? [];
  const uploads = useUploads(draftKey);
  const empty = draft.text.trim() === '' || to.length === 0 || uploads.busy;
  const account = useKnownAccount(conversation.accountId);
  const signature = account?.signature ?? '';
  const keep = (next: Partial<typeof draft>) => drafts.keep(draftKey, { ...draft, ...next });
  const send = ({ done = false, at }: Sending) => {
    if (empty || reply.isPending) return;
    const subject = draft.subject || answerSubject(newestMail(entries)?.subject || conversation.subject);
    const sendAt = at?.toISOString() ?? null;
    reply.mutate(
      {
        to: to.map(asWritten),
        cc: cc.map(asWritten),
        subject,
        ...(draft.html === undefined ? { text: draft.text } : { html: draft.html }),
        quote,
        signature: draft.signature ?? true,
        attachments: files.map(({ id }) => id),
        done,
        sendAt,
      },
      { onSuccess: onSent },
    );
  };
  return (
    <FileDrop onFiles={uploads.add}>
      <Recipients conversation={conversation} entries={entries} to={to} cc={cc} onChange={keep} />
      <AnswerText
        area={area}
        draft={draft}
        format={format}
        lost={lost}
        busy={reply.isPending}
        error={refusal(reply.error)}
        onChange={keep}
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
          <FileButton multiple onChange={uploads.add}>
            {(props) => (
              <Tooltip label={t`Attach files; they can also be dropped here or pasted`}>
                <ActionIcon {...props} size={30} aria-label={t`Attach files`}>
                  <IconPaperclip size={17} />
                </ActionIcon>
              </Tooltip>
            )}
          </FileButton>
          <FormatToggle format={format} onChoose={choose} />
          <Checkbox
            size="xs"
            label={t`Quote the mail below`}
            checked={quote}
            onChange={(event) => keep({ quote: event.currentTarget.checked })}
          />
          {signature !== '' && (
            <Tooltip label={signature} multiline maw={360} style={{ whiteSpace: 'pre-line' }}>
              <Checkbox
                size="xs"
                label={t`Signature`}
                checked={draft.signature ?? true}
                onChange={(event) => keep({ signature: event.currentTarget.checked })}
              />
            </Tooltip>
          )}
        </Group>
        <SendButtons disabled={empty} busy={reply.isPending} onSend={send} />
      </div>
    </FileDrop>
  );
}
