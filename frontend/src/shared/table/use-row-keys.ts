import { useRef, type RefObject } from 'react';
import { useCommand } from '@/shared/keys/use-command';

type Options<T> = {
  rows: readonly T[];
  idOf: (row: T) => string;
  onSelect: (row: T) => void;
  onDelete: ((row: T) => void) | undefined;
};

/** The keys of lists: j and k walk over the rows, x selects and # deletes the one that holds the focus. */
export function useRowKeys<T>({
  rows,
  idOf,
  onSelect,
  onDelete,
}: Options<T>): RefObject<HTMLTableSectionElement | null> {
  const body = useRef<HTMLTableSectionElement>(null);
  const elements = () => Array.from(body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []);
  const focused = () => elements().findIndex((element) => element.contains(document.activeElement));

  const move = (step: number) => {
    const all = elements();
    const from = focused();
    const to = from === -1 ? (step > 0 ? 0 : all.length - 1) : from + step;
    const row = all[Math.min(Math.max(to, 0), all.length - 1)];
    const control =
      row?.querySelector<HTMLElement>('[data-row-main]') ??
      row?.querySelector<HTMLElement>('button, a, input');
    control?.focus();
    control?.scrollIntoView({ block: 'nearest' });
  };
  const withFocused = (act: (row: T) => void) => {
    const id = elements()[focused()]?.dataset.row;
    const row = rows.find((each) => idOf(each) === id);
    if (row !== undefined) act(row);
  };

  useCommand('list.next', () => move(1), rows.length > 0);
  useCommand('list.previous', () => move(-1), rows.length > 0);
  useCommand('list.select', () => withFocused(onSelect), rows.length > 0);
  useCommand(
    'list.delete',
    () => onDelete && withFocused(onDelete),
    onDelete !== undefined && rows.length > 0,
  );
  return body;
}
