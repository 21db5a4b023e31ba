import { Button, Group, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { useIsMutating } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { drafts, useDraft } from './drafts';
import { MentionList } from './mention-list';
import { noteKey, useNote } from './queries';
import { useRefusalText } from '@/shared/form/refusal-text';
import { useMentions } from './use-mentions';
import classes from './caret-list.module.css';

type Props = {
  conversationId: string;
  draftKey: string;
  area: RefObject<HTMLTextAreaElement | null>;
  onSent: () => void;
};

/** For colleagues, whom an @ mentions; the other side never sees it. */
export function NoteForm({ conversationId, draftKey, area, onSent }: Props) {
  const { t } = useLingui();
  const draft = useDraft(draftKey);
  const note = useNote(conversationId);
  const adding = useIsMutating({ mutationKey: noteKey(conversationId) }) > 0;
  const refusal = useRefusalText();
  const empty = draft.text.trim() === '';
  const keep = (next: Partial<typeof draft>) => drafts.keep(draftKey, { ...draft, ...next });
  const named = useMentions({ conversationId, area, draft, onChange: keep });
  const add = () => {
    if (empty || adding) return;
    const mentions = named.mentioned().map(({ id }) => id);
    note.mutate({ text: draft.text, mentions }, { onSuccess: onSent });
  };
  const send = getHotkeyHandler([['mod+Enter', add]]);
  return (
    <>
      <div className={classes.place}>
        {named.open && (
          <MentionList id={named.listId} found={named.found} chosen={named.chosen} onChoose={named.choose} />
        )}
        <Textarea
          ref={area}
          autosize
          minRows={3}
          maxRows={12}
          readOnly={adding}
          aria-label={t`Your note`}
          placeholder={t`Only colleagues see this. @ mentions one of them.`}
          value={draft.text}
          onChange={(event) => {
            keep({ text: event.currentTarget.value });
            named.look(event.currentTarget);
          }}
          onSelect={(event) => named.look(event.currentTarget)}
          onBlur={named.close}
          onKeyDown={(event) => {
            if (!named.press(event)) send(event);
          }}
          error={refusal(note.error)}
          {...named.area}
        />
      </div>
      <Group justify="flex-end" mt={8}>
        <Button size="sm" disabled={empty} loading={adding} onClick={add}>
          <Trans>Add the note</Trans>
        </Button>
      </Group>
    </>
  );
}
