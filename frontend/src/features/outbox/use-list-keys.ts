import type { Virtualizer } from '@tanstack/react-virtual';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import type { Message } from '@/api/generated/model';
import { useCommand } from '@/shared/keys/use-command';
import { allows, useMessageAction, type MessageAction } from './queries';
import { latest } from './use-row';
import type { Selection } from './use-selection';

type Props = {
  rows: readonly Message[];
  active: number;
  setActive: (index: number) => void;
  virtual: Virtualizer<HTMLElement, Element>;
  body: RefObject<HTMLDivElement | null>;
  selection: Selection;
  open: (id: string) => void;
};

const route = getRouteApi('/shell/outbox');

/** One row has the focus; arrows or j and k move it, Enter opens, x selects, u and t act. */
export function useListKeys({ rows, active, setActive, virtual, body, selection, open }: Props) {
  const action = useMessageAction();
  const { message: opened } = route.useSearch();
  const drawer = opened !== undefined;

  const focus = (index: number) => {
    virtual.scrollToIndex(index);
    // The row may have to be rendered first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus(),
      ),
    );
  };
  /** The rows move by themselves: only the one that holds the focus is what somebody points at. */
  const focusedAt = () => {
    const held = document.activeElement?.closest<HTMLElement>('[data-row]');
    return held && body.current?.contains(held) ? rows.findIndex(({ id }) => id === held.dataset.row) : -1;
  };
  const step = (by: number) => {
    const from = drawer ? rows.findIndex(({ id }) => id === opened) : focusedAt();
    const next = Math.max(0, Math.min(rows.length - 1, from < 0 && !drawer ? active : from + by));
    const row = rows[next];
    if (!row) return;
    setActive(next);
    if (drawer) open(row.id);
    else focus(next);
  };
  const act = (name: MessageAction) => {
    const row = rows[focusedAt()];
    if (row && allows(name, latest(row))) action.mutate({ action: name, ids: [row.id] });
  };
  useCommand('list.next', () => step(1), rows.length > 0);
  useCommand('list.previous', () => step(-1), rows.length > 0);
  const select = () => {
    const row = rows[focusedAt()];
    if (row) selection.toggle(row.id);
  };
  useCommand('list.select', select, rows.length > 0 && !drawer);
  const enter = () => {
    const row = rows[focusedAt()];
    if (row) open(row.id);
  };
  useCommand('message.urgent', () => act('urgent'), rows.length > 0 && !drawer);
  useCommand('message.retry', () => act('retry'), rows.length > 0 && !drawer);

  useEffect(() => {
    if (active >= rows.length && rows.length > 0) setActive(rows.length - 1);
  }, [active, rows.length, setActive]);

  return (event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.getAttribute('role') !== 'row') return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter') enter();
    else return;
    event.preventDefault();
  };
}
