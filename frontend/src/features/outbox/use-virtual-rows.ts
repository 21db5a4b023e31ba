import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';

const STICKY = 96;
const NEAR_TOP = 40;

type Props = {
  body: RefObject<HTMLDivElement | null>;
  count: number;
  rowHeight: number;
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  added: number;
  busy: boolean;
  reload: () => unknown;
};

/** The page itself scrolls; the list only knows which of its rows are in sight. The end of what is loaded asks for more. */
export function useVirtualRows({ body, count, rowHeight, list, added, busy, reload }: Props) {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const page = document.getElementById('main');
    if (!page || !body.current) return;
    const measure = () => {
      const rect = body.current?.getBoundingClientRect();
      if (rect) setMargin(Math.round(rect.top - page.getBoundingClientRect().top + page.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const child of page.querySelectorAll(':scope > *, :scope > * > *')) observer.observe(child);
    return () => observer.disconnect();
  }, [body, count]);

  const rows = useVirtualizer({
    count,
    getScrollElement: () => document.getElementById('main'),
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: margin,
    scrollPaddingStart: STICKY,
    scrollPaddingEnd: STICKY / 2,
  });
  useEffect(() => rows.measure(), [rows, rowHeight]);

  const last = rows.getVirtualItems().at(-1)?.index ?? -1;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (last >= count - 40 && count > 0 && hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [last, count, hasNextPage, isFetchingNextPage, fetchNextPage]);

  // Nobody is in the list and its top is in sight: what is new may simply appear.
  useEffect(() => {
    if (added === 0 || busy) return;
    const scrolled = (document.getElementById('main')?.scrollTop ?? 0) > margin + NEAR_TOP;
    if (scrolled) return;
    const timer = setTimeout(reload, 1_000);
    return () => clearTimeout(timer);
  }, [added, busy, margin, reload]);

  return { rows, margin };
}
