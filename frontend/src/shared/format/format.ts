import { useLingui } from '@lingui/react';
import { useMemo } from 'react';

/** Indonesian writes 1.240 and 22 Nov 2026 16.40; English gets the 24-hour, day-first form. */
const TAGS: Record<string, string> = { id: 'id-ID', en: 'en-GB' };

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

export type Formats = ReturnType<typeof createFormats>;

export function createFormats(locale: string) {
  const tag = TAGS[locale] ?? locale;
  const number = new Intl.NumberFormat(tag);
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short' });
  const seconds = new Intl.DateTimeFormat(tag, { timeStyle: 'medium' });
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  return {
    tag,
    number: (value: number) => number.format(value),
    compact: (value: number) => compact.format(value),
    percent: (value: number) => percent.format(value),
    dateTime: (value: string | number | Date) => dateTime.format(new Date(value)),
    date: (value: string | number | Date) => date.format(new Date(value)),
    time: (value: string | number | Date) => time.format(new Date(value)),
    timeWithSeconds: (value: string | number | Date) => seconds.format(new Date(value)),
    list: (values: readonly string[]) => list.format(values),
    /** The nearest future: `16:40` today, `Mon 08:00` this week, with its date later. */
    soon(value: string | number | Date, now: number): string {
      const at = new Date(value);
      if (at.toDateString() === new Date(now).toDateString()) return time.format(at);
      return at.getTime() - now < 6 * 86_400_000 ? weekday.format(at) : dateTime.format(at);
    },
    /** Messages a minute: whole numbers, but for a crawl. */
    rate: (value: number) => number.format(value < 10 ? Math.round(value * 10) / 10 : Math.round(value)),
    bytes: (value: number) => formatBytes(value, number),
    /** "3 minutes ago", "in 12 seconds". */
    relative(value: string | number | Date, now: number): string {
      const difference = (new Date(value).getTime() - now) / 1000;
      const [unit, size] =
        UNITS.find(([, length]) => Math.abs(difference) >= length) ?? (['second', 1] as const);
      return relative.format(Math.round(difference / size), unit);
    },
  };
}

function formatBytes(value: number, number: Intl.NumberFormat): string {
  if (value < 1024) return `${number.format(value)} B`;
  if (value < 1024 * 1024) return `${number.format(Math.round(value / 102.4) / 10)} KB`;
  return `${number.format(Math.round(value / 104857.6) / 10)} MB`;
}

/** `mm:ss`, or `h:mm:ss` from an hour on; never below zero. */
export function formatCountdown(milliseconds: number): string {
  const total = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor((total % 3600) / 60))}:${two(total % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Numbers, dates and lists in the language of the screen. */
export function useFormats(): Formats {
  const { i18n } = useLingui();
  return useMemo(() => createFormats(i18n.locale), [i18n.locale]);
}
