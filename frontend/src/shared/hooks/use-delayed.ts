import { useEffect, useState } from 'react';

/** True once `active` has lasted for the delay: skeletons that would only flash are never shown. */
export function useDelayed(active: boolean, delay = 150): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setPassed(true), delay);
    return () => {
      clearTimeout(timer);
      setPassed(false);
    };
  }, [active, delay]);
  return active && passed;
}
