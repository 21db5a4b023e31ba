import { describe, expect, it } from 'vitest';
import { safeReturn } from './router';

describe('the way back after the login', () => {
  it.each(['/', '/outbox?state=queued', '/campaigns/1'])('leads to a page of ours: %s', (path) => {
    expect(safeReturn(path)).toBe(path);
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/login', 7])(
    'leads nowhere else: %s',
    (path) => {
      expect(safeReturn(path)).toBeUndefined();
    },
  );
});
