import type { Conversation, ConversationUpdate } from '@/api/generated/model';

/** What is done to those that it is meant for, and what brings each of them back to what it was, one after the other. */
export type BulkChange = {
  change: ConversationUpdate;
  said: string;
  to: (conversation: Conversation) => boolean;
  back: (conversation: Conversation) => readonly ConversationUpdate[];
};

/** The same change to many. */
export type BulkStep = { ids: string[]; change: ConversationUpdate };

type What = Pick<BulkChange, 'change' | 'to' | 'back'>;

/** What ending, snoozing and opening take away. One that was to come back by now is open. */
function asItStood({ state, snoozedUntil, unread, archived }: Conversation): ConversationUpdate[] {
  const sleeps = state === 'snoozed' && snoozedUntil != null && new Date(snoozedUntil).getTime() > Date.now();
  return [
    sleeps ? { snoozedUntil } : { state: state === 'done' ? 'done' : 'open' },
    ...(unread > 0 ? [{ read: false }] : []),
    ...(archived ? [{ archived }] : []),
  ];
}

export const ended: What = {
  change: { state: 'done' },
  to: ({ state }) => state !== 'done',
  back: asItStood,
};

export const archived: What = {
  change: { archived: true },
  to: (conversation) => !conversation.archived,
  back: () => [{ archived: false }],
};

export const read: What = {
  change: { read: true },
  to: ({ unread, mentioned }) => unread > 0 || mentioned,
  back: ({ unread }) => (unread > 0 ? [{ read: false }] : []),
};

export const snoozed = (until: string): What => ({
  change: { snoozedUntil: until },
  to: ({ snoozedUntil }) => snoozedUntil !== until,
  back: asItStood,
});

export const pinned = (yes: boolean): What => ({
  change: { pinned: yes },
  to: (conversation) => conversation.pinned !== yes,
  back: () => [{ pinned: !yes }],
});

/** @param to nobody's, then */
export const assigned = (to: string | null): What => ({
  change: { assigneeId: to },
  to: ({ assignee }) => (assignee?.id ?? null) !== to,
  back: ({ assignee }) => [{ assigneeId: assignee?.id ?? null }],
});

/** Grouped by what is done, in the order of each of them. */
export function stepsBack(rows: readonly Conversation[], back: BulkChange['back']): BulkStep[] {
  const each = rows.map((row) => ({ id: row.id, changes: back(row) }));
  const longest = Math.max(0, ...each.map(({ changes }) => changes.length));
  return Array.from({ length: longest }, (_, at) => {
    const alike = new Map<string, BulkStep>();
    for (const { id, changes } of each) {
      const change = changes[at];
      if (!change) continue;
      const key = JSON.stringify(change);
      alike.set(key, { change, ids: [...(alike.get(key)?.ids ?? []), id] });
    }
    return [...alike.values()];
  }).flat();
}
