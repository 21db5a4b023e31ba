import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { remembered } from '@/shared/browser';

const KEPT = 'inbox-info';

export type Info = {
  /** It stands beside the thread, and says what the head of the thread need not. */
  beside: boolean;
  /** It lies over the thread, where there is no room beside it. */
  over: boolean;
  toggle: () => void;
};

/** Whether what is known about the person of the open conversation is shown, and where. This browser remembers the pane; a drawer is for one conversation. */
export function useInfo(open: string | undefined): Info {
  const wide = useMediaQuery('(min-width: 75em)', false, { getInitialValueInEffect: false }) === true;
  const [kept, setKept] = useState(() => remembered.get(KEPT) !== 'closed');
  const [drawerOf, setDrawerOf] = useState<string>();
  if (drawerOf !== undefined && drawerOf !== open) setDrawerOf(undefined);
  const isOpen = open !== undefined;
  const beside = isOpen && wide && kept;
  const over = isOpen && !wide && drawerOf === open;
  const toggle = () => {
    if (wide) {
      setKept(!kept);
      remembered.set(KEPT, kept ? 'closed' : 'open');
    } else {
      setDrawerOf(over ? undefined : open);
    }
  };
  return { beside, over, toggle };
}
