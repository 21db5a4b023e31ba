import { useMemo, useState } from 'react';

/** Whether somebody's pointer or focus is in the list. */
export function useBusy() {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const handlers = useMemo(
    () => ({
      onPointerEnter: () => setPointer(true),
      onPointerLeave: () => setPointer(false),
      onFocus: () => setFocus(true),
      onBlur: () => setFocus(false),
    }),
    [],
  );
  return { busy: pointer || focus, ...handlers };
}
