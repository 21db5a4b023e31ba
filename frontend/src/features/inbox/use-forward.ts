import { useIsMutating, useMutation } from '@tanstack/react-query';
import { attachFilesOf } from '@/api/generated/inbox/inbox';
import type { Entry } from '@/api/generated/model';
import { drafts, useDraftKey } from './drafts';
import { forwardSubject } from './use-composer';

const keyOf = (conversation: string) => ['forward', conversation];

/** Makes the draft of a conversation one that sends a mail on, with its files; the words that are there stay. */
export function useForward(conversation: string): (entry: Entry) => void {
  const key = useDraftKey(conversation)('reply');
  const attach = useMutation({
    mutationKey: keyOf(conversation),
    mutationFn: (entry: string) => attachFilesOf(conversation, entry),
    onSuccess: (attached, entry) => {
      const draft = drafts.get(key);
      if (draft.forward === entry)
        drafts.keep(key, { ...draft, files: [...(draft.files ?? []), ...attached] });
    },
  });
  return ({ id, mail }) => {
    const { text, html, files, signature, forward } = drafts.get(key);
    if (!mail || forward === id) return;
    drafts.keep(key, {
      text,
      ...(html !== undefined && { html }),
      ...(files && { files }),
      ...(signature !== undefined && { signature }),
      to: [],
      subject: forwardSubject(mail.subject),
      forward: id,
    });
    if (mail.parts.length > 0) attach.mutate(id);
  };
}

/** Whether its files are still being attached. */
export const useIsForwarding = (conversation: string) =>
  useIsMutating({ mutationKey: keyOf(conversation) }) > 0;
