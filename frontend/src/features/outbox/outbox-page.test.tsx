import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventStream } from '@/api/event-stream';
import type { Message } from '@/api/generated/model';
import { aMessage, aSummary, aWorker, idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { NO_STATES } from '@/shared/progress/state-groups';
import { OutboxPage } from './outbox-page';

const asked: URL[] = [];
let messages: Message[];

beforeEach(() => {
  asked.length = 0;
  messages = [aMessage(1), aMessage(2), aMessage(3, { state: 'rejected', attempts: 1 })];
  server.use(
    http.get('/api/v1/workers', () => HttpResponse.json([aWorker()])),
    http.get('/api/v1/accounts/names', () => HttpResponse.json([])),
    http.get('/api/v1/campaigns/names', () => HttpResponse.json([])),
    http.get('/api/v1/log', () => HttpResponse.json({ items: [], next: null })),
    http.get('/api/v1/outbox/summary', () => HttpResponse.json(aSummary({ queued: 2, rejected: 1 }))),
    http.get('/api/v1/outbox/messages', ({ request }) => {
      asked.push(new URL(request.url));
      return HttpResponse.json({ items: messages, next: null });
    }),
  );
});

const rows = () => within(screen.getByRole('grid')).getAllByRole('row');
const news = (id: string, state: Message['state']) =>
  act(() =>
    eventStream.receive({
      type: 'event',
      name: 'outbox',
      data: { accountId: idOf(1), states: NO_STATES, rows: [{ id, state, attempts: 1 }] },
    }),
  );

describe('the outbox', () => {
  it('shows the messages with their states in words', async () => {
    await renderScreen(<OutboxPage />, { path: '/outbox' });
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(rows()[2]).toHaveTextContent('Person 3');
    expect(rows()[2]).toHaveTextContent('Rejected');
  });

  it('changes a row in place when the stream tells of it', async () => {
    await renderScreen(<OutboxPage />, { path: '/outbox' });
    await waitFor(() => expect(rows()[1]).toHaveTextContent('Queued'));
    messages[1] = aMessage(2, { state: 'accepted', attempts: 1 });
    news(idOf(2), 'accepted');
    await waitFor(() => expect(rows()[1]).toHaveTextContent('Sent'));
    expect(rows()).toHaveLength(3);
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '3');
  });

  it('keeps a row that no longer matches the filter for three seconds, struck through', async () => {
    messages = [aMessage(11), aMessage(12)];
    await renderScreen(<OutboxPage />, { path: '/outbox?state=queued' });
    await waitFor(() => expect(rows()).toHaveLength(2));
    news(idOf(11), 'accepted');
    await waitFor(() => expect(rows()[0]).toHaveAttribute('data-leaving'));
    await waitFor(() => expect(rows()).toHaveLength(1), { timeout: 6_000 });
    expect(rows()[0]).toHaveTextContent('Person 12');
  });

  it('asks the server with the filters of the address', async () => {
    await renderScreen(<OutboxPage />, { path: '/outbox?q=budi&state=deferred&urgent=true' });
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(Object.fromEntries(asked[0]!.searchParams)).toEqual({
      q: 'budi',
      state: 'deferred',
      urgent: 'true',
      limit: '200',
    });
  });

  it('tells an empty outbox from a filter without matches', async () => {
    messages = [];
    const first = await renderScreen(<OutboxPage />, { path: '/outbox' });
    expect(await screen.findByText('The outbox is empty')).toBeVisible();
    first.unmount();
    await renderScreen(<OutboxPage />, { path: '/outbox?q=nobody' });
    expect(await screen.findByText('No results for “nobody”')).toBeVisible();
  });

  it('does with chosen messages only what their states allow', async () => {
    const retried: string[] = [];
    server.use(
      http.post('/api/v1/outbox/messages/:id/retry', ({ params }) => {
        retried.push(String(params.id));
        return HttpResponse.json(aMessage(3, { state: 'queued' }));
      }),
    );
    const { user } = await renderScreen(<OutboxPage />, { path: '/outbox' });
    await waitFor(() => expect(rows()).toHaveLength(3));
    await user.click(screen.getByRole('checkbox', { name: 'Select all loaded messages' }));
    await user.click(screen.getByRole('button', { name: 'Try now (1)' }));
    await waitFor(() => expect(retried).toEqual([idOf(3)]));
    await waitFor(() => expect(rows()[2]).toHaveTextContent('Queued'));
  });

  it('decides about uncertain ones after it has named their number, and offers to take it back', async () => {
    const told: unknown[] = [];
    messages = [aMessage(1), aMessage(2, { state: 'uncertain', attempts: 1 })];
    server.use(
      http.post('/api/v1/outbox/uncertain/:what', async ({ request }) => {
        told.push(await request.json());
        return HttpResponse.json({ ids: [idOf(2)] });
      }),
    );
    const { user } = await renderScreen(<OutboxPage />, { path: '/outbox' });
    await waitFor(() => expect(rows()).toHaveLength(2));
    await user.click(screen.getByRole('checkbox', { name: 'Select all loaded messages' }));
    await user.click(screen.getByRole('button', { name: 'Send again (1)' }));
    expect(await screen.findByText('1 message is sent once more.')).toBeVisible();
    expect(told).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Yes, send again' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(told).toEqual([{ decision: 'send_again', ids: [idOf(2)] }, { ids: [idOf(2)] }]),
    );
  });

  it('never calls sent what was only assumed', async () => {
    messages = [
      aMessage(21, { state: 'accepted' }),
      aMessage(22, { state: 'accepted', replyCode: null, basis: 'assumed' }),
      aMessage(23, { state: 'accepted', replyCode: null, basis: 'evidence' }),
    ];
    await renderScreen(<OutboxPage />, { path: '/outbox' });
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(rows()[0]).toHaveTextContent('Sent');
    expect(rows()[1]).toHaveTextContent('Assumed sent');
    expect(rows()[2]).toHaveTextContent('Sent, by evidence');
  });
});
