import { useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import type { StateCounts } from '@/api/generated/model';
import { remembered } from '@/shared/browser';
import { useFormats } from '@/shared/format/format';
import { failedOf, totalOf } from '@/shared/progress/state-groups';

const AT_MOST_EVERY = 10_000;

/** One sentence for screen readers, at most every ten seconds, and silence for those who switched it off. */
export function useAnnouncement(states: StateCounts | undefined): string {
  const { t } = useLingui();
  const formats = useFormats();
  const [said, setSaid] = useState('');
  const say = useEffectEvent(() => {
    if (!states || remembered.get('announcements') === 'off') return;
    const [sent, total, failed] = [states.accepted, totalOf(states), failedOf(states)].map(formats.number);
    setSaid(t`Sent ${sent!} of ${total!}, failed ${failed!}`);
  });
  useEffect(() => {
    const timer = setInterval(say, AT_MOST_EVERY);
    return () => clearInterval(timer);
  }, []);
  return said;
}
