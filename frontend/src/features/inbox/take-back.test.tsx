import { i18n } from '@lingui/core';
import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry, SentMessage } from '@/api/generated/model';
import { Problem } from '@/api/problem';
import { problemText } from '@/shared/ui/problem-text';
import { idOf } from '@/testing/factories';
import { server } from '@/testing/server';
import { drafts } from './drafts';
import { DRAFT, open, scene, sentEntry, serve } from './inbox-page.fixture';

beforeEach(serve);

/** An answer of somebody to one or more people. */
function sent(...messages: Partial<SentMessage>[]): Entry {
  const entry = sentEntry(2, 'Yes, in blue.');
  const [one] = entry.sent!.messages;
  return {
    ...entry,
    sent: {
      ...entry.sent!,
      messages: messages.map((message, at) => ({ ...one!, nextAt: null, ...message, id: idOf(700 + at) })),
    },
  };
}

describe('an answer that waits with no time', () => {
  it('is taken back as long as none of it has left', async () => {
    scene.entries.push(sent({}, {}));
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Take the answer back' }));

    await waitFor(() => expect(drafts.get(DRAFT).text).toBe('Yes, in blue.'));
  });

  it('is taken back too where its time has come and nothing sends', async () => {
    scene.entries.push(sent({ nextAt: '2026-01-01T00:00:00Z' }));
    await open();

    expect(await screen.findByRole('button', { name: 'Take the answer back' })).toBeVisible();
  });

  it('stays where one of its mails has left, and where nobody wrote it', async () => {
    scene.entries.push(sent({}, { state: 'accepted' }), { ...sent({}), id: idOf(3), author: null });
    await open();

    expect(await screen.findAllByText('Yes, in blue.')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Take the answer back' })).toBeNull();
  });

  it('has clear words where it left meanwhile', () => {
    const words = problemText(i18n);
    const problem = new Problem({ status: 409, code: 'already_sent', detail: 'Conflict' });

    expect(words.title(problem)).toBe('It has left already');
    expect(words.sentence(problem)).toBe('It can no longer be taken back.');
  });
});

describe('an answer that failed', () => {
  it('is sent once more from its conversation', async () => {
    const retried: unknown[] = [];
    server.use(
      http.post('/api/v1/conversations/:id/entries/:entry/retry', ({ params }) => {
        retried.push(params.entry);
        return HttpResponse.json(sent({ state: 'queued' }));
      }),
    );
    scene.entries.push(sent({ state: 'rejected' }));
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Try again' }));

    await waitFor(() => expect(retried).toEqual([sent({}).id]));
  });

  it('is not, where its address is suppressed or a campaign sent it', async () => {
    scene.entries.push(sent({ state: 'suppressed' }), {
      ...sent({ state: 'failed' }),
      id: idOf(3),
      author: null,
    });
    await open();

    expect(await screen.findAllByText('Yes, in blue.')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});
