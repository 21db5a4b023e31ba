import { useEffect, useEffectEvent, useRef } from 'react';
import { useChange } from './queries';

/** How long somebody must have it before their eyes. */
const LOOKED_AT = 600;

/**
 * Who has looked at it has read it: once for each newest entry, so that what somebody marks as unread stays so, and what the
 * server refuses is not asked for again and again.
 */
export function useReadWhenOpened(id: string, seen: string | undefined, unread: boolean) {
  const change = useChange();
  const done = useRef<string | undefined>(undefined);
  const look = useEffectEvent(() => {
    if (document.visibilityState !== 'visible' || done.current === seen) return;
    done.current = seen;
    if (unread) change.mutate({ id, change: { read: true, ...(seen && { seen }) } });
  });
  useEffect(() => {
    if (seen === undefined) return;
    let timer = setTimeout(look, LOOKED_AT);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(look, LOOKED_AT);
    };
    document.addEventListener('visibilitychange', again);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [id, seen]);
}
