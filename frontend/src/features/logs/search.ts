import type { LogLevel } from '@/api/generated/model';
import { compact, oneOf, text } from '@/shared/search-params';

/** What the address of the log holds. */
export type LogsSearch = { q?: string; account?: string; level?: LogLevel };

export const LOG_LEVELS: readonly LogLevel[] = ['info', 'warn', 'error'];

export function logsSearch(raw: Record<string, unknown>): LogsSearch {
  return compact({
    q: text(raw.q),
    account: text(raw.account),
    level: oneOf(raw.level, LOG_LEVELS),
  }) as LogsSearch;
}
