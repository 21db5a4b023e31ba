import { screen } from '@testing-library/react';
import type { UseQueryResult } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '@/api/generated/model';
import { aMessage } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { AttemptTimeline } from './attempt-timeline';

const show = (attempt: Partial<Attempt>) => {
  const data: Attempt[] = [
    { attempt: 1, outcome: 'failed', phase: 'dot', endedAt: '2026-11-22T10:00:00Z', ...attempt },
  ];
  const attempts = { data, isError: false } as unknown as UseQueryResult<Attempt[], unknown>;
  return renderScreen(<AttemptTimeline attempts={attempts} message={aMessage(1, { state: 'failed' })} />);
};

describe('the history of a message that failed', () => {
  it('says that its content has to change when no server takes it so', async () => {
    await show({ reason: 'content', code: 552, enhanced: '5.3.4', reply: 'Message too big' });
    expect(screen.getByText(/^Failed: the fault is in the message/)).toBeVisible();
    expect(screen.getByText(/its size or its content has to change/)).toBeVisible();
  });

  it('blames the program when a server does not understand it', async () => {
    await show({ reason: 'protocol', code: 503, reply: 'Bad sequence' });
    expect(screen.getByText(/a fault of the program/)).toBeVisible();
  });

  it('speaks of no server when the message could not be built', async () => {
    await show({ reason: 'content', phase: 'none', reply: 'The content could not be built.' });
    expect(screen.getByText('The message could not be built')).toBeVisible();
    expect(screen.queryByText(/The server/)).toBeNull();
    expect(screen.queryByLabelText('Reply of the server')).toBeNull();
  });
});
