import { Button, Group, Input, Select, Stack, TextInput } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { accountNamesQuery } from '@/shared/names';
import { focusFirstError } from '@/shared/form/focus-first-error';
import { AnswerText } from './answer-text';
import { AttachButton } from '@/shared/attachments/attach-button';
import { AttachmentList } from '@/shared/attachments/attachment-list';
import { excess, loadOf } from '@/shared/attachments/limits';
import { attach, draftFiles } from './draft-files';
import { drafts, isBegun, useDraft, type Draft } from './drafts';
import { FileDrop } from '@/shared/attachments/file-drop';
import { FormatToggle } from './format-toggle';
import { LetterRecipients } from './letter-recipients';
import { SendButtons, type Sending } from './send-buttons';
import { SignatureBox } from './signature-box';
import { wrongAddresses } from './use-composer';
import { useLetterRefusal } from './use-letter-refusal';
import { lastAccount, useIsStarting, useNewDraftKey, useStartConversation } from './use-start-conversation';
import { useFormat } from './use-format';
import { useIsFilling } from './use-quick-replies';
import { useUploads } from '@/shared/attachments/use-uploads';
import classes from './thread.module.css';

export type FormProps = {
  /** Which the list is filtered by. */
  account: string | undefined;
  onDiscard: () => void;
  onSent: (conversation: string) => void;
};

/** The mail that begins a conversation, until it is sent. */
export function NewMessageForm({ account, onDiscard, onSent }: FormProps) {
  const { t } = useLingui();
  const key = useNewDraftKey();
  const draft = useDraft(key);
  const { format, lost, choose } = useFormat(key);
  const start = useStartConversation();
  const sending = useIsStarting();
  const uploads = useUploads(draftFiles(key));
  const filling = useIsFilling();
  const senders = useQuery(accountNamesQuery).data?.filter(({ active }) => active);
  const area = useRef<HTMLTextAreaElement>(null);
  const [tried, setTried] = useState(false);
  const refused = useLetterRefusal(start.error);
  const { to = [], cc = [], bcc = [], files = [] } = draft;
  const unready = uploads.busy || filling || excess(loadOf(files)) !== undefined;
  const wanted = [draft.accountId, account, lastAccount()];
  const from = wanted.map((id) => senders?.find((one) => one.id === id)).find(Boolean) ?? senders?.[0];
  const keep = (next: Partial<Draft>) =>
    drafts.keep(key, { ...drafts.get(key), ...(from && { accountId: from.id }), ...next });
  const missing = (empty: boolean) => (tried && empty ? t`Please fill this in` : undefined);
  const send = ({ at }: Sending) => {
    if (sending || unready || !from) return;
    setTried(true);
    if (to.length === 0 || draft.text.trim() === '' || wrongAddresses([...to, ...cc, ...bcc]).length > 0)
      return focusFirstError();
    start.mutate(
      {
        accountId: from.id,
        letter: {
          to,
          cc,
          bcc,
          subject: draft.subject ?? '',
          ...(draft.html === undefined ? { text: draft.text } : { html: draft.html }),
          signature: draft.signature ?? true,
          attachments: files.map(({ id }) => id),
          sendAt: at?.toISOString() ?? null,
        },
      },
      { onSuccess: ({ id }) => onSent(id), onError: focusFirstError },
    );
  };
  const keys = getHotkeyHandler([['mod+Enter', () => send({})]]);
  return (
    <FileDrop onFiles={uploads.add} disabled={sending}>
      <Stack gap="xs">
        <Select
          size="xs"
          label={t`From account`}
          allowDeselect={false}
          data={
            senders?.map(({ id, name, fromAddress }) => ({ value: id, label: `${name} (${fromAddress})` })) ??
            []
          }
          value={from?.id ?? null}
          onChange={(id) => id !== null && keep({ accountId: id })}
          error={
            senders?.length === 0
              ? t`There is no active account. Add or activate one first.`
              : refused.accountId
          }
        />
        <LetterRecipients
          to={to}
          cc={cc}
          bcc={bcc}
          refused={{ ...refused, to: missing(to.length === 0) ?? refused.to }}
          autoFocus
          onChange={keep}
        />
        <TextInput
          size="xs"
          label={t`Subject`}
          maxLength={500}
          value={draft.subject ?? ''}
          onChange={(event) => keep({ subject: event.currentTarget.value })}
          onKeyDown={keys}
          error={refused.subject}
        />
        <Input.Wrapper size="xs" label={t`Message`} labelElement="div">
          <AnswerText
            area={area}
            label={t`Message`}
            placeholder={t`Write your message…`}
            rows={[8, 18]}
            draft={draft}
            format={format}
            lost={lost}
            person={to[0]}
            busy={sending}
            error={missing(draft.text.trim() === '') ?? refused.text}
            onChange={keep}
            onFiles={(more) => attach(key, more)}
            onSend={send}
          />
        </Input.Wrapper>
      </Stack>
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
          <SignatureBox
            signature={from?.signature ?? ''}
            checked={draft.signature ?? true}
            onChange={(signature) => keep({ signature })}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            disabled={!isBegun(draft) || sending || uploads.busy}
            onClick={onDiscard}
          >
            <Trans>Discard</Trans>
          </Button>
        </Group>
        <SendButtons first disabled={!from || unready} busy={sending} onSend={send} />
      </div>
    </FileDrop>
  );
}
