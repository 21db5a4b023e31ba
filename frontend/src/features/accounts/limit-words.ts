import { useLingui } from '@lingui/react/macro';
import type { Limits } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { useWeekdays } from '@/shared/format/weekdays';

/** The limits of an account as names and values. */
export function useLimitWords(): (limits: Limits) => [string, string][] {
  const { t } = useLingui();
  const formats = useFormats();
  const weekdays = useWeekdays();
  return ({ perMinute, perHour, perDay, peopleShare, window, ramp }) => {
    const words = (most: number | null | undefined) => formats.number(most ?? 0);
    const minute = words(perMinute);
    const hour = words(perHour);
    const day = words(perDay);
    const most = [
      perMinute ? t`${minute} per minute` : '',
      perHour ? t`${hour} per hour` : '',
      perDay ? t`${day} per day` : '',
    ].filter(Boolean);
    const all: [string, string][] = [[t`Limit`, most.join(', ') || t`No limit`]];
    if (peopleShare && (perHour || perDay)) {
      const share = formats.number(peopleShare);
      all.push([t`Kept for people`, t`${share} % of the hour and the day`]);
    }
    if (window) {
      const { from, to, zone } = window;
      const days = weekdays
        .filter(({ id }) => window.days.includes(id))
        .map(({ name }) => name)
        .join(' ');
      all.push([t`Sending hours`, `${days} ${from}–${to}, ${zone}`]);
    }
    if (ramp) {
      const start = formats.number(ramp.start);
      const factor = formats.number(ramp.factor);
      all.push([t`Slow start`, t`${start} on the first day, × ${factor} each further day`]);
    }
    return all;
  };
}
