import { useCallback } from 'react';
import type { LogEntry } from '@/api/generated/model';
import { useLogText } from '@/shared/log/log-text';

/** The lines as text: time, level, code, sentence, raw words, separated by tabs. */
export function useLogFile(): (lines: readonly LogEntry[]) => string {
  const text = useLogText();
  return useCallback(
    (lines) =>
      lines
        .map((entry) =>
          [entry.at, entry.level, entry.code, entry.accountName ?? '', text(entry), entry.detail ?? '']
            .map((part) => part.replaceAll(/\s+/g, ' '))
            .join('\t'),
        )
        .join('\n'),
    [text],
  );
}

export function download(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
