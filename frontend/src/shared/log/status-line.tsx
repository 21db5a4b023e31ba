import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useStreamEvent } from '@/api/event-stream';
import type { LogEntry } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { lastLogQuery } from '@/shared/log/queries';
import { useLogText } from '@/shared/log/log-text';
import classes from './status-line.module.css';

/** The last thing that happened, in one line at the bottom. */
export function StatusLine() {
  const formats = useFormats();
  const text = useLogText();
  const [live, setLive] = useState<LogEntry>();
  useStreamEvent('log', setLive);
  const stored = useQuery(lastLogQuery).data?.items[0];
  const entry = live ?? stored;
  if (!entry) return null;
  return (
    <p className={classes.line} data-level={entry.level}>
      <time className="k-num" dateTime={entry.at}>
        {formats.timeWithSeconds(entry.at)}
      </time>
      <span className={classes.text}>{text(entry)}</span>
    </p>
  );
}
