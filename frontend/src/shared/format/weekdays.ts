import { useLingui } from '@lingui/react';
import type { SendingWindowDaysItem } from '@/api/generated/model';
import { createFormats } from './format';

const DAYS: readonly SendingWindowDaysItem[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** A Monday. */
const FIRST = Date.UTC(2026, 10, 23, 12);

/** The days of the week by their short names, Monday first. */
export function useWeekdays(): { id: SendingWindowDaysItem; name: string }[] {
  const { i18n } = useLingui();
  const names = new Intl.DateTimeFormat(createFormats(i18n.locale).tag, {
    weekday: 'short',
    timeZone: 'UTC',
  });
  return DAYS.map((id, day) => ({ id, name: names.format(FIRST + day * 86_400_000) }));
}
