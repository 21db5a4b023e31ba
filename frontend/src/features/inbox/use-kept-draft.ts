import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { ReplyDraft } from '@/api/generated/model';
import { drafts, isBegun, joined, useDraft, type Draft } from './drafts';
import { keptDrafts } from './kept-drafts';
import { draftQuery, replyKey } from './queries';

const AFTER_THE_LAST_KEY = 1_000;

/** So long nobody is expected to have gone on with it on another device. */
const SURE = 5_000;

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

/** What was changed here and on another device: the words of neither are lost, and none stand there twice. */
function reconciled(local: Draft, found: ReplyDraft): Draft {
  if (local.text.includes(found.text.trim())) return local;
  return found.text.includes(local.text.trim()) ? { ...found } : { ...local, ...joined(found, local) };
}

/**
 * Keeps a draft on the server too: it is there on every device, and colleagues see that somebody writes. What was changed in this
 * browser only is as it is here; what was not is as the server has it, and gone where it was sent from elsewhere; what was changed
 * on both sides has the words of both.
 */
export function useKeptDraft(conversation: string, draftKey: string) {
  const client = useQueryClient();
  const draft = useDraft(draftKey);
  const { data, isFetchedAfterMount, refetch } = useQuery(draftQuery(conversation));
  // an older answer may hold what was sent since
  const kept = isFetchedAfterMount ? data : undefined;
  const stored = useRef<string | undefined>(undefined);
  const tried = useRef<string | undefined>(undefined);
  const heard = useRef(0);

  const adopt = useEffectEvent((found: ReplyDraft | null) => {
    const local = drafts.get(draftKey);
    const synced = found ? said(found) : NOTHING;
    stored.current = synced;
    heard.current = Date.now();
    if (local.synced === synced) return;
    const untouched = !isBegun(local) || said(local) === local.synced;
    if (found) {
      // our own words, though the answer to them was lost
      const known = synced === tried.current;
      drafts.keep(draftKey, { ...(untouched ? found : known ? local : reconciled(local, found)), synced });
    } else if (untouched && isBegun(local)) drafts.forget(draftKey);
  });
  const news = () => {
    // what is being sent is no draft any more
    if (client.isMutating({ mutationKey: replyKey(conversation) }) > 0) return undefined;
    const { synced, ...draft } = drafts.get(draftKey);
    const local = shared(draft);
    const begun = isBegun(local);
    const now = begun ? said(local) : NOTHING;
    if (stored.current === undefined || now === (begun ? synced : stored.current)) return undefined;
    return { local: begun ? local : undefined, now };
  };
  const save = useEffectEvent(() => {
    const changed = news();
    if (!changed) return;
    const { local, now } = changed;
    const before = stored.current;
    stored.current = tried.current = now;
    keptDrafts.save(conversation, local).then(
      () => {
        heard.current = Date.now();
        if (local && isBegun(drafts.get(draftKey)))
          drafts.keep(draftKey, { ...drafts.get(draftKey), synced: now });
      },
      // the browser has it; the next word tries again
      () => (stored.current = before),
    );
  });
  /** After a pause another device may have gone on: its words are heard before ours are said. */
  const saveAfterPause = useEffectEvent(() => {
    if (!news()) return;
    if (Date.now() - heard.current < SURE) return save();
    void refetch().then(({ data: found, isSuccess }) => {
      if (isSuccess) adopt(found.draft ?? null);
      save();
    });
  });

  useEffect(() => {
    if (kept !== undefined) adopt(kept.draft ?? null);
  }, [kept]);
  useEffect(() => {
    const timer = setTimeout(saveAfterPause, AFTER_THE_LAST_KEY);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const away = () => document.visibilityState === 'hidden' && save();
    document.addEventListener('visibilitychange', away);
    return () => {
      document.removeEventListener('visibilitychange', away);
      save();
    };
  }, []);
  return data?.writing ?? [];
}
