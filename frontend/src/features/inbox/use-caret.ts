import { useId, useState, type KeyboardEvent } from 'react';
import type { Asked } from './caret';

/** A text and what is marked in it. */
export type Selected = Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'selectionEnd'>;

export const optionId = (list: string, at: number) => `${list}-${at}`;

/** A list that opens at the cursor of a text: what is asked for there, which one Enter takes, and what keys do. */
export function useCaret(ask: (text: string, cursor: number) => Asked | undefined) {
  const listId = useId();
  const [asked, setAsked] = useState<Asked>();
  const [left, setLeft] = useState<number>();
  const [active, setActive] = useState(0);

  const look = ({ value, selectionStart, selectionEnd }: Selected) => {
    const now = selectionStart === selectionEnd ? ask(value, selectionStart) : undefined;
    if (now?.start !== left) setLeft(undefined);
    setAsked(now?.start === left ? undefined : now);
    if (now?.query !== asked?.query) setActive(0);
  };
  const close = () => setAsked(undefined);
  /** Until somebody asks at another place. */
  const leave = () => {
    setLeft(asked?.start);
    close();
  };
  /** @param none says that there is nothing at all */
  const list = <T>(found: readonly T[], none: boolean, choose: (one: T) => void) => {
    const open = found.length > 0 || none;
    const chosen = Math.min(active, Math.max(found.length - 1, 0));
    /** Whether the key was for the list. */
    const press = (event: KeyboardEvent | globalThis.KeyboardEvent): boolean => {
      const { isComposing } = 'nativeEvent' in event ? event.nativeEvent : event;
      if (!open || isComposing) return false;
      const one = found[chosen];
      if (event.key === 'Escape') leave();
      else if (event.key === 'ArrowDown' && one) setActive((chosen + 1) % found.length);
      else if (event.key === 'ArrowUp' && one) setActive((chosen + found.length - 1) % found.length);
      else if (
        (event.key === 'Enter' || event.key === 'Tab') &&
        one &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.shiftKey
      )
        choose(one);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    };
    const area = {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': found.length > 0 ? listId : undefined,
      'aria-activedescendant': found.length > 0 ? optionId(listId, chosen) : undefined,
      // Escape closes the list, not the window around it
      'data-mantine-stop-propagation': open || undefined,
    } as const;
    return { open, listId, found, none, chosen, choose, press, area };
  };
  return { asked, look, close, leave, list };
}

/** The cursor stands there once the text is on the screen. */
export function putCursor(area: HTMLTextAreaElement | null, cursor: number): void {
  setTimeout(() => {
    area?.focus();
    area?.setSelectionRange(cursor, cursor);
  }, 0);
}
