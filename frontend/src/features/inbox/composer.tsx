import { Button, Checkbox, Group, Menu, SegmentedControl, Textarea } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconSend } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Conversation, Entry } from '@/api/generated/model';
import { Problem } from '@/api/problem';
import { useFormats } from '@/shared/format/format';
import { useNow } from '@/shared/hooks/use-now';
import { useRequestKey } from '@/shared/hooks/use-request-key';
import { useCommand } from '@/shared/keys/use-command';
import { useProblemText } from '@/shared/ui/problem-text';
import { useNote, useReply } from './queries';
import { Recipients } from './recipients';
import { snoozeTimes } from './snooze-times';
import { useDraft } from './use-draft';
import { answerSubject, answerTo, newestMail, type Written } from './use-composer';
import classes from './thread.module.css';

type Mode = 'reply' | 'note';

type Props = {
  conversation: Conversation;
  entries: readonly Entry[];
  start: Written | undefined;
  onSent: () => void;
};

/** Where an answer, or a note for colleagues, is written. It is kept while it is not sent. */
export function Composer({ conversation, entries, start, onSent }: Props) {
  const { t } = useLingui();
  const formats = useFormats();
  const problemText = useProblemText();
  const { id } = conversation;
  const now = useNow(60_000);
  const [mode, setMode] = useState<Mode>('reply');
  const [draft, setDraft, forget] = useDraft(id, mode, start);
  const [quote, setQuote] = useState(true);
  const area = useRef<HTMLTextAreaElement>(null);
  const reply = useReply(id);
  const note = useNote(id);
  const key = useRequestKey();
  const to = draft.to ?? start?.to ?? answerTo(conversation, entries);
  const cc = draft.cc ?? start?.cc ?? [];
  const busy = reply.isPending || note.isPending;
  const error = mode === 'reply' ? reply.error : note.error;
  const empty = draft.text.trim() === '' || (mode === 'reply' && to.length === 0);
  const phone = useMediaQuery('(max-width: 48em)') === true;
  const [opened, setOpened] = useState(start !== undefined);
  const begin = (next: Mode) => {
    setMode(next);
    setOpened(true);
    setTimeout(() => area.current?.focus(), 0);
  };
  useCommand('conversation.reply', () => begin('reply'));
  useCommand('conversation.note', () => begin('note'));

  const sent = () => {
    forget();
    setOpened(false);
    onSent();
  };
  const send = (done: boolean, sendAt: Date | null = null) => {
    if (empty || busy) return;
    if (mode === 'note') {
      note.mutate(draft.text, { onSuccess: sent });
      return;
    }
    const subject = start?.subject || answerSubject(newestMail(entries)?.subject || conversation.subject);
    const body = {
      to: to.map(({ name, address }) => ({ name, address })),
      cc: cc.map(({ name, address }) => ({ name, address })),
      subject,
      text: draft.text,
      quote,
      done,
      sendAt: sendAt?.toISOString() ?? null,
    };
    reply.mutate(
      { body, key: key.header() },
      {
        onSuccess: () => {
          key.settle(undefined);
          sent();
        },
        onError: (problem) => key.settle(problem),
      },
    );
  };
  useHotkeys(
    [
      ['mod+Enter', () => send(false)],
      ['mod+shift+Enter', () => send(true)],
    ],
    ['INPUT'],
  );

  if (phone && !opened) {
    return (
      <section className={classes.composer} aria-label={t`Answer`}>
        <Group grow>
          <Button onClick={() => begin('reply')}>
            <Trans>Answer</Trans>
          </Button>
          <Button variant="default" onClick={() => begin('note')}>
            <Trans>Note</Trans>
          </Button>
        </Group>
      </section>
    );
  }
  return (
    <section className={classes.composer} data-mode={mode} aria-label={t`Answer`}>
      <Group justify="space-between" mb={6}>
        <SegmentedControl
          size="xs"
          aria-label={t`Answer or note`}
          value={mode}
          onChange={(value) => setMode(value as Mode)}
          data={[
            { value: 'reply', label: t`Answer` },
            { value: 'note', label: t`Note` },
          ]}
        />
      </Group>
      {mode === 'reply' && (
        <Recipients
          conversation={conversation}
          entries={entries}
          to={to}
          cc={cc}
          onChange={(next) => setDraft({ ...draft, ...next })}
        />
      )}
      <Textarea
        ref={area}
        autosize
        minRows={3}
        maxRows={12}
        aria-label={mode === 'reply' ? t`Your answer` : t`Your note`}
        placeholder={mode === 'reply' ? t`Write an answer…` : t`Only colleagues see this.`}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
        error={
          error ? problemText.sentence(Problem.of(error)) || problemText.title(Problem.of(error)) : undefined
        }
      />
      <div className={classes.row}>
        {mode === 'reply' ? (
          <Checkbox
            size="xs"
            label={t`Quote the mail below`}
            checked={quote}
            onChange={(event) => setQuote(event.currentTarget.checked)}
          />
        ) : (
          <span />
        )}
        {mode === 'note' ? (
          <Button size="sm" disabled={empty} loading={busy} onClick={() => send(false)}>
            <Trans>Add the note</Trans>
          </Button>
        ) : (
          <Group gap={8}>
            <Menu>
              <Menu.Target>
                <Button
                  size="sm"
                  variant="default"
                  disabled={empty}
                  rightSection={<IconChevronDown size={14} />}
                >
                  <Trans>Send later</Trans>
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {snoozeTimes(new Date(now)).map(({ id: when, at }) => (
                  <Menu.Item key={when} onClick={() => send(false, at)}>
                    {formats.soon(at, now)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            <Button size="sm" variant="default" disabled={empty} loading={busy} onClick={() => send(true)}>
              <Trans>Send and done</Trans>
            </Button>
            <Button
              size="sm"
              disabled={empty}
              loading={busy}
              leftSection={<IconSend size={15} />}
              onClick={() => send(false)}
            >
              <Trans>Send</Trans>
            </Button>
          </Group>
        )}
      </div>
    </section>
  );
}
