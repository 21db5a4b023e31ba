import { Button, Group, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import type { RefObject } from 'react';
import { drafts, useDraft } from './drafts';
import { useNote } from './queries';
import { useRefusalText } from './refusal-text';

type Props = {
  conversationId: string;
  draftKey: string;
  area: RefObject<HTMLTextAreaElement | null>;
  onSent: () => void;
};

/** For colleagues; the other side never sees it. */
export function NoteForm({ conversationId, draftKey, area, onSent }: Props) {
  const { t } = useLingui();
  const draft = useDraft(draftKey);
  const note = useNote(conversationId);
  const refusal = useRefusalText();
  const empty = draft.text.trim() === '';
  const add = () => {
    if (!empty && !note.isPending) note.mutate(draft.text, { onSuccess: onSent });
  };
  return (
    <>
      <Textarea
        ref={area}
        autosize
        minRows={3}
        maxRows={12}
        readOnly={note.isPending}
        aria-label={t`Your note`}
        placeholder={t`Only colleagues see this.`}
        value={draft.text}
        onChange={(event) => drafts.keep(draftKey, { ...draft, text: event.currentTarget.value })}
        onKeyDown={getHotkeyHandler([['mod+Enter', add]])}
        error={refusal(note.error)}
      />
      <Group justify="flex-end" mt={8}>
        <Button size="sm" disabled={empty} loading={note.isPending} onClick={add}>
          <Trans>Add the note</Trans>
        </Button>
      </Group>
    </>
  );
}
