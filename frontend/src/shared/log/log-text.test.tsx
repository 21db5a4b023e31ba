import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '@/api/generated/model';
import { renderScreen } from '@/testing/render';
import { useLogText } from './log-text';

function Sentence({ entry }: { entry: LogEntry }) {
  return <p>{useLogText()(entry)}</p>;
}

const failed = (params: LogEntry['params']): LogEntry => ({
  id: '1',
  at: '2026-11-22T10:00:00Z',
  level: 'warn',
  code: 'message_failed',
  params: { to: 'budi@example.com', ...params },
});

describe('the sentence about a message that failed', () => {
  it.each([
    [
      { reason: 'content', code: '552' },
      'Failed, the server does not take it like this: the message to budi@example.com',
    ],
    [
      { reason: 'protocol', code: '503' },
      'Failed, the server did not understand Kurir: the message to budi@example.com',
    ],
    [{ reason: 'content' }, 'Could not be built: the message to budi@example.com'],
  ])('about %o', async (params, sentence) => {
    await renderScreen(<Sentence entry={failed(params)} />);
    expect(screen.getByText(sentence)).toBeVisible();
  });
});
