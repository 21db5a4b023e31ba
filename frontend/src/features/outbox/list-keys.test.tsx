import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '@/api/generated/model';
import { aMessage, aSummary, aWorker, idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { OutboxPage } from './outbox-page';
import { messagesQuery } from './queries';

let messages: Message[];
const done: string[] = [];

beforeEach(() => {
  done.length = 0;
  server.use(
    http.get('/api/v1/workers', () => HttpResponse.json([aWorker()])),
    http.get('/api/v1/accounts/names', () => HttpResponse.json([])),
    http.get('/api/v1/campaigns/names', () => HttpResponse.json([])),
    http.get('/api/v1/log', () => HttpResponse.json({ items: [], next: null })),
    http.get('/api/v1/outbox/summary', () => HttpResponse.json(aSummary({ queued: 3 }))),
    http.get('/api/v1/outbox/messages', () => HttpResponse.json({ items: messages, next: null })),
    http.get('/api/v1/outbox/messages/:id', () => HttpResponse.json(messages[1])),
    http.get('/api/v1/outbox/messages/:id/attempts', () => HttpResponse.json([])),
    http.post('/api/v1/outbox/messages/:id/:what', ({ params }) => {
      done.push(`${String(params.what)} ${String(params.id)}`);
      return HttpResponse.json(aMessage(Number(String(params.id).slice(-4)), { urgent: true }));
    }),
  );
});

const rows = () => within(screen.getByRole('grid')).getAllByRole('row');

/** Of three messages; each test has its own, for what the server said of one is remembered. */
async function outbox(first: number) {
  messages = [aMessage(first), aMessage(first + 1), aMessage(first + 2)];
  const view = await renderScreen(<OutboxPage />, { path: '/outbox' });
  await waitFor(() => expect(rows()).toHaveLength(3));
  return view;
}

describe('the keys of the list of messages', () => {
  it('make urgent the message that has the focus, and none where nobody points at one', async () => {
    const { user } = await outbox(11);
    await user.keyboard('u');
    act(() => rows()[1]!.focus());
    await user.keyboard('u');

    await waitFor(() => expect(done).toContain(`urgent ${idOf(12)}`));
    expect(done).toEqual([`urgent ${idOf(12)}`]);
  });

  it('select none where nobody points at one', async () => {
    const { user } = await outbox(21);
    await user.keyboard('x');
    act(() => rows()[2]!.focus());
    await user.keyboard('x');

    await waitFor(() => expect(rows()[2]).toHaveAttribute('aria-selected', 'true'));
    expect(rows()[0]).toHaveAttribute('aria-selected', 'false');
  });

  it('mean the message that somebody points at, also when others have come before it', async () => {
    const { user, client } = await outbox(31);
    act(() => rows()[1]!.focus());
    const before = { items: [aMessage(30), ...messages], next: null };
    act(() => {
      client.setQueryData(messagesQuery({}).queryKey, (known) => known && { ...known, pages: [before] });
    });
    await waitFor(() => expect(rows()).toHaveLength(4));
    expect(rows().find((row) => row.textContent.includes('Person 32'))).toHaveFocus();
    await user.keyboard('u');

    await waitFor(() => expect(done).toEqual([`urgent ${idOf(32)}`]));
  });

  it('go on from there', async () => {
    const { user } = await outbox(41);
    await user.keyboard('j');
    await waitFor(() => expect(rows()[0]).toHaveFocus());
    await user.keyboard('j');
    await waitFor(() => expect(rows()[1]).toHaveFocus());
    await user.keyboard('{Enter}');

    expect(await screen.findByRole('dialog')).toBeVisible();
  });
});
