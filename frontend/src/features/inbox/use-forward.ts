import { useIsMutating, useMutation } from '@tanstack/react-query';
import { attachFilesOf } from '@/api/generated/inbox/inbox';
import type { Entry } from '@/api/generated/model';
import { drafts, ownFiles, useDraftKey, type Draft } from './drafts';
import { forwardSubject } from './use-composer';

const keyOf = (conversation: string) => ['forward', conversation];

/** Those that are set. */
function pick<K extends keyof Draft>(draft: Draft, ...names: K[]): Pick<Draft, K> {
  return Object.fromEntries(
    names.filter((name) => draft[name] !== undefined).map((name) => [name, draft[name]]),
  ) as Pick<Draft, K>;
}

const words = (draft: Draft) => ({ text: draft.text, ...pick(draft, 'html', 'formatted', 'signature') });

/** The answer that it was, with the words of now and the files of its writer; the server still has the forward. */
export const withoutForward = (draft: Draft): Draft => ({
  ...words(draft),
  ...pick(draft, 'synced'),
  ...draft.before,
  files: ownFiles(draft),
});

/** Forwards again what `was` forwarded, with the words of now. */
export const forwardedAgain = (now: Draft, was: Draft): Draft => ({
  ...words(now),
  ...pick(was, 'to', 'cc', 'bcc', 'subject', 'files', 'forward', 'forwardFiles', 'filesPending', 'before'),
});

/** Makes the draft of a conversation one that sends a mail on, with its files; the words that are there stay. */
export function useForward(conversation: string): (entry: Pick<Entry, 'id' | 'mail'>) => void {
  const key = useDraftKey(conversation)('reply');
  const attach = useMutation({
    mutationKey: keyOf(conversation),
    mutationFn: (entry: string) => attachFilesOf(conversation, entry),
    onSuccess: (attached, entry) => {
      const { filesPending, ...draft } = drafts.get(key);
      if (draft.forward !== entry || !filesPending) return;
      drafts.keep(key, {
        ...draft,
        files: [...(draft.files ?? []), ...attached],
        forwardFiles: attached.map(({ id }) => id),
      });
    },
  });
  return ({ id, mail }) => {
    const draft = drafts.get(key);
    if (!mail || (draft.forward === id && draft.filesPending !== true)) return;
    const hasFiles = mail.parts.length > 0;
    if (draft.forward !== id)
      drafts.keep(key, {
        ...words(draft),
        files: ownFiles(draft),
        to: [],
        subject: forwardSubject(mail.subject),
        forward: id,
        before:
          draft.forward === undefined
            ? pick(draft, 'to', 'cc', 'bcc', 'subject', 'quote')
            : (draft.before ?? {}),
        ...(hasFiles && { filesPending: true }),
      });
    if (hasFiles) attach.mutate(id);
  };
}

/** Whether its files are still being attached. */
export const useIsForwarding = (conversation: string) =>
  useIsMutating({ mutationKey: keyOf(conversation) }) > 0;
