import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { LogEntry, LogLevel } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { serverWords } from '@/shared/progress/server-words';
import { useLogText } from './log-text';
import classes from './log-line.module.css';

export const LEVELS: Record<LogLevel, { icon: typeof IconCircleX; label: MessageDescriptor }> = {
  info: { icon: IconInfoCircle, label: msg`Information` },
  warn: { icon: IconAlertTriangle, label: msg`Warning` },
  error: { icon: IconCircleX, label: msg`Error` },
};

type Props = { entry: LogEntry; withAccount?: boolean; children?: ReactNode };

/** One line of the log: when, how serious, what in words, and the raw words of the server below. */
export function LogLine({ entry, withAccount = true, children }: Props) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const text = useLogText();
  const { icon: Icon, label } = LEVELS[entry.level];
  const sentence = text(entry);
  const account = entry.accountName ?? '';
  // Most sentences name the account themselves.
  const beside = [withAccount && !sentence.includes(account) ? account : '', entry.actor ?? ''].filter(
    (each) => each !== '',
  );
  const today = new Date(entry.at).toDateString() === new Date().toDateString();
  return (
    <div className={classes.line} data-level={entry.level}>
      <time className={classes.time} dateTime={entry.at} title={formats.dateTime(entry.at)}>
        {!today && <span className={classes.day}>{formats.date(entry.at)}</span>}
        {formats.timeWithSeconds(entry.at)}
      </time>
      <Icon size={15} className={classes.icon} role="img" aria-label={i18n._(label)} />
      <div className={classes.what}>
        <span className={classes.text}>{sentence}</span>
        <span className={classes.beside}>
          {beside.join(' · ')}
          {children}
        </span>
        {entry.detail && (
          <code className={classes.detail}>
            {serverWords(entry.params.code, entry.params.enhanced, entry.detail)}
          </code>
        )}
      </div>
      <code className={classes.code}>{entry.code}</code>
    </div>
  );
}
