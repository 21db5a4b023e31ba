import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { ReplyDraft } from '@/api/generated/model';
import { drafts, isBegun, useDraft, type Draft } from './drafts';
import { keptDrafts } from './kept-drafts';
import { draftQuery, replyKey } from './queries';

const AFTER_THE_LAST_KEY = 1_000;

const NOTHING = '';

/** What other devices need of it. */
const shared = ({ text, html, to, cc, bcc, subject, quote, forward, signature, files }: Draft): ReplyDraft =>
  JSON.parse(
    JSON.stringify({ text, html, to, cc, bcc, subject, quote, forward, signature, files }),
  ) as ReplyDraft;

/** Two drafts that say the same are the same; those kept before there were formats, blind copies and forwards too. */
const said = ({ text, html, to, cc, bcc, subject, quote, forward, signature, files }: ReplyDraft) =>
  JSON.stringify([
    ...[text, to, cc, subject, quote, signature, files],
    ...(html === undefined ? [] : [html]),
    ...(bcc?.length || forward !== undefined ? [bcc, forward] : []),
  ]);

/**
 * Keeps a draft on the server too: it is there on every device, and colleagues see that somebody writes. What was changed in this
 * browser comes first; what was not is as the server has it, and gone where it was sent from elsewhere.
 */
export function useKeptDraft(conversation: string, draftKey: string) {
  const client = useQueryClient();
  const draft = useDraft(draftKey);
  const { data, isFetchedAfterMount } = useQuery(draftQuery(conversation));
  // an older answer may hold what was sent since
  const kept = isFetchedAfterMount ? data : undefined;
  const stored = useRef<string | undefined>(undefined);

  const adopt = useEffectEvent((found: ReplyDraft | null) => {
    const local = drafts.get(draftKey);
    const synced = found ? said(found) : NOTHING;
    stored.current = synced;
    const untouched = !isBegun(local) || said(local) === local.synced;
    if (!untouched || local.synced === synced) return;
    if (found) drafts.keep(draftKey, { ...found, synced });
    else if (isBegun(local)) drafts.forget(draftKey);
  });
  const save = useEffectEvent(() => {
    // what is being sent is no draft any more
    if (client.isMutating({ mutationKey: replyKey(conversation) }) > 0) return;
    const { synced, ...draft } = drafts.get(draftKey);
    const local = shared(draft);
    const begun = isBegun(local);
    const now = begun ? said(local) : NOTHING;
    if (stored.current === undefined || now === (begun ? synced : stored.current)) return;
    const before = stored.current;
    stored.current = now;
    keptDrafts.save(conversation, begun ? local : undefined).then(
      () =>
        begun &&
        isBegun(drafts.get(draftKey)) &&
        drafts.keep(draftKey, { ...drafts.get(draftKey), synced: now }),
      // the browser has it; the next word tries again
      () => (stored.current = before),
    );
  });

  useEffect(() => {
    if (kept !== undefined) adopt(kept.draft ?? null);
  }, [kept]);
  useEffect(() => {
    const timer = setTimeout(save, AFTER_THE_LAST_KEY);
    return () => clearTimeout(timer);
  }, [draft]);
  return data?.writing ?? [];
}
