import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Message } from '@/api/generated/model';
import { rowStore } from './row-store';

/** The message of the list with everything newer that is known about it. */
export function useRow(message: Message): Message {
  const { id } = message;
  const watch = useCallback((listener: () => void) => rowStore.subscribe(id, listener), [id]);
  const patch = useSyncExternalStore(watch, () => rowStore.get(id));
  return useMemo(() => (patch ? { ...message, ...patch } : message), [message, patch]);
}

export function latest(message: Message): Message {
  const patch = rowStore.get(message.id);
  return patch ? { ...message, ...patch } : message;
}
