import { Button, CloseButton, Group, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { useIsMutating } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Conversation, Entry } from '@/api/generated/model';
import { useCommand } from '@/shared/keys/use-command';
import { isBegun, useDraft, useDraftKey, type Mode } from './drafts';
import { NoteForm } from './note-form';
import { newestMailEntry } from './use-composer';
import { useForward } from './use-forward';
import { useKeptDraft } from './use-kept-draft';
import { WritingLine } from './writing-line';
import { replyKey } from './queries';
import { ReplyForm } from './reply-form';
import classes from './thread.module.css';

type Props = { conversation: Conversation; entries: readonly Entry[] };

/** Where an answer, or a note for colleagues, is written. It is kept while it is not sent. */
export function Composer({ conversation, entries }: Props) {
  const { t } = useLingui();
  const keyOf = useDraftKey(conversation.id);
  const [mode, setMode] = useState<Mode>('reply');
  const draft = useDraft(keyOf('reply'));
  const begun = isBegun(draft);
  const [opened, setOpened] = useState(begun);
  const forward = useForward(conversation.id);
  const [forwarded, setForwarded] = useState({ entry: draft.forward, now: false });
  if (draft.forward !== forwarded.entry) {
    setForwarded({ entry: draft.forward, now: draft.forward !== undefined });
    if (draft.forward !== undefined) {
      setMode('reply');
      setOpened(true);
    }
  }
  // also one that was sent before this screen was left and opened again
  const sending = useIsMutating({ mutationKey: replyKey(conversation.id) }) > 0;
  const writing = useKeptDraft(conversation.id, keyOf('reply'));
  const area = useRef<HTMLTextAreaElement>(null);
  const phone = useMediaQuery('(max-width: 48em)') === true;
  const begin = (next: Mode) => {
    setMode(next);
    setOpened(true);
    setTimeout(() => area.current?.focus(), 0);
  };
  useCommand('conversation.reply', () => begin('reply'));
  useCommand('conversation.note', () => begin('note'));
  const newest = newestMailEntry(entries);
  useCommand('conversation.forward', () => newest && forward(newest), newest !== undefined);

  if (phone && !opened) {
    return (
      <section className={classes.composer} aria-label={t`Answer`}>
        <WritingLine writing={writing} />
        <Group grow>
          <Button onClick={() => begin('reply')}>
            {begun ? <Trans>Go on writing</Trans> : <Trans>Answer</Trans>}
          </Button>
          <Button variant="default" onClick={() => begin('note')}>
            <Trans>Note</Trans>
          </Button>
        </Group>
      </section>
    );
  }
  const sent = () => setOpened(false);
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
        {phone && (
          <CloseButton aria-label={t`Back to reading`} disabled={sending} onClick={() => setOpened(false)} />
        )}
      </Group>
      <WritingLine writing={writing} />
      {mode === 'reply' ? (
        <ReplyForm
          conversation={conversation}
          entries={entries}
          draftKey={keyOf('reply')}
          area={area}
          sending={sending}
          autoFocus={forwarded.now}
          onSent={sent}
        />
      ) : (
        <NoteForm conversationId={conversation.id} draftKey={keyOf('note')} area={area} onSent={sent} />
      )}
    </section>
  );
}
