import { useMutationState, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Conversation, Entry } from '@/api/generated/model';
import { lastAction } from '@/shared/hooks/use-undo';
import { entriesQuery, replyKey, useUndoReply } from './queries';
import { startKey } from './use-start-conversation';

const [REPLY] = replyKey('');
const [START] = startKey;

/** What leaves later than this is taken back by its button. */
const SOON = 60_000;

/** A mail that was sent with this window; of one that began its conversation the server does not say the entry. */
type Sent = { conversation: string; entry: Entry | undefined };

/**
 * To send is an action like any other: the key z takes back the mail that was sent last, until it leaves. The server tells
 * everybody's answers; what was sent from here only the requests know.
 */
export function SentFromHere() {
  const [since] = useState(() => Date.now());
  const sent = useMutationState({
    filters: { status: 'success', predicate: ({ state }) => state.submittedAt >= since },
    select: ({ options: { mutationKey: [what, id] = [] }, state: { data } }): Sent | undefined => {
      if (what === REPLY) return { conversation: id as string, entry: data as Entry };
      return what === START ? { conversation: (data as Conversation).id, entry: undefined } : undefined;
    },
  });
  return sent
    .filter((one) => one !== undefined)
    .map((one) => <TakenBackByKey key={one.entry?.id ?? one.conversation} {...one} />);
}

/** One for each, so that what comes back from the server goes to its own conversation. */
function TakenBackByKey({ conversation, entry }: Sent) {
  const client = useQueryClient();
  const undo = useUndoReply(conversation);
  const takeBackFirst = () =>
    client.fetchInfiniteQuery(entriesQuery(conversation)).then(
      ({ pages }) => {
        const first = pages[0]?.items.find(({ sent }) => sent != null);
        if (first) undo.mutate(first.id);
      },
      // its button is still there
      () => {},
    );
  const offer = useEffectEvent(() => {
    if (!entry) return lastAction.offer(() => void takeBackFirst());
    const leaves = new Date(entry.sent?.messages[0]?.nextAt ?? NaN).getTime();
    return lastAction.offer(() => undo.mutate(entry.id), {
      about: entry.id,
      ...(leaves - Date.now() < SOON && { until: leaves }),
    });
  });
  useEffect(() => void offer(), []);
  return null;
}
