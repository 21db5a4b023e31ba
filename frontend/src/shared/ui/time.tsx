import { formatCountdown, useFormats } from '@/shared/format/format';
import { useNow } from '@/shared/hooks/use-now';

type Moment = { value: string | number };

/** "3 minutes ago", renewed by itself, with the exact time on hover. */
export function RelativeTime({ value }: Moment) {
  const formats = useFormats();
  const now = useNow(10_000);
  const date = new Date(value);
  return (
    <time dateTime={date.toISOString()} title={formats.dateTime(date)}>
      {formats.relative(date, Math.max(now, date.getTime() > now + 10_000 ? now : date.getTime()))}
    </time>
  );
}

/** Date and time in the language of the screen. */
export function DateTime({ value, seconds = false }: Moment & { seconds?: boolean }) {
  const formats = useFormats();
  const date = new Date(value);
  return (
    <time dateTime={date.toISOString()} className="k-num">
      {seconds ? `${formats.date(date)} ${formats.timeWithSeconds(date)}` : formats.dateTime(date)}
    </time>
  );
}

/** `00:12` down to `00:00`. The seconds are for the eye; a screen reader hears the exact time. */
export function Countdown({ until }: { until: string }) {
  const formats = useFormats();
  const now = useNow(1_000);
  return (
    <time dateTime={until} className="k-num" title={formats.timeWithSeconds(until)}>
      {formatCountdown(new Date(until).getTime() - now)}
    </time>
  );
}
