import { describe, expect, it } from 'vitest';
import type { LogEntry } from '@/api/generated/model';
import { matches } from './use-tail';

const entry: LogEntry = {
  id: '1',
  at: '2026-11-22T10:00:00Z',
  level: 'error',
  code: 'message_rejected',
  params: { to: 'budi@example.com' },
  detail: '550 5.1.1 user unknown',
  accountId: 'a',
  accountName: 'Promotions',
};

describe('a new line of the log', () => {
  it.each([
    [{}, true],
    [{ account: 'a' }, true],
    [{ account: 'b' }, false],
    [{ level: 'error' as const }, true],
    [{ level: 'info' as const }, false],
    [{ q: 'BUDI' }, true],
    [{ q: '5.1.1' }, true],
    [{ q: 'rejected' }, true],
    [{ q: 'greylist' }, false],
  ])('under the filter %o is shown: %s', (filter, expected) => {
    expect(matches(entry, filter, 'Rejected: the message')).toBe(expected);
  });
});
