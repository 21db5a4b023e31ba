import { useCallback, useEffect, useState } from 'react';

const NEAR = 60;

/** Whether the page is scrolled away from its top, and the way back. */
export function useScrolledAway(): [boolean, () => void] {
  const [away, setAway] = useState(false);
  useEffect(() => {
    const page = document.getElementById('main');
    if (!page) return;
    const look = () => setAway(page.scrollTop > NEAR);
    look();
    page.addEventListener('scroll', look, { passive: true });
    return () => page.removeEventListener('scroll', look);
  }, []);
  const toTop = useCallback(() => document.getElementById('main')?.scrollTo({ top: 0 }), []);
  return [away, toTop];
}
