import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '@/api/generated/model';
import { idOf } from '@/testing/factories';
import { aConversation } from '@/testing/inbox';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { serve } from './inbox-page.fixture';
import { InboxPage } from './inbox-page';

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();
let asked: unknown[] = [];

beforeEach(() => {
  serve();
  asked = [];
});

/** All of these are selected. */
async function select(...rows: Partial<Conversation>[]) {
  const items = rows.map((row, at) => aConversation(at + 1, row));
  server.use(
    http.get('/api/v1/conversations', () => HttpResponse.json({ items, next: null })),
    http.post('/api/v1/conversations/bulk', async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ changed: 1 });
    }),
    http.get('/api/v1/users', () =>
      HttpResponse.json([
        { id: idOf(70), name: 'Budi', email: 'b@toko.test', role: 'agent', language: 'en', online: true },
      ]),
    ),
  );
  const view = await renderScreen(<InboxPage />, { path: '/inbox' });
  for (const at of rows.keys())
    await view.user.click(await screen.findByRole('checkbox', { name: `Select Person ${at + 1}` }));
  const undone = async (...steps: unknown[]) => {
    const before = asked.length;
    await view.user.click(await screen.findByRole('button', { name: /^Undo/ }));
    await waitFor(() => expect(asked.slice(before)).toEqual(steps));
  };
  return { ...view, undone };
}

const to = (change: object, ...numbers: number[]) => ({ ids: numbers.map(idOf), change });

describe('what is done to many', () => {
  it('ends those that were not done, and gives each back as it was', async () => {
    const { user, undone } = await select(
      {},
      { state: 'done' },
      { state: 'snoozed', snoozedUntil: TOMORROW },
      { unread: 2 },
      { archived: true },
    );
    await user.click(screen.getByRole('button', { name: 'Done' }));

    await waitFor(() => expect(asked).toEqual([to({ state: 'done' }, 1, 3, 4, 5)]));
    await undone(
      to({ state: 'open' }, 1, 4, 5),
      to({ snoozedUntil: TOMORROW }, 3),
      to({ read: false }, 4),
      to({ archived: true }, 5),
    );
  });

  it('reads those that were unread, and only they are unread again', async () => {
    const { user, undone } = await select({ unread: 1 }, {}, { mentioned: true });
    await user.click(screen.getByRole('button', { name: 'Mark as read' }));

    await waitFor(() => expect(asked).toEqual([to({ read: true }, 1, 3)]));
    await undone(to({ read: false }, 1));
  });

  it('hands them to a colleague, and each is again whose it was', async () => {
    const { user, undone } = await select(
      {},
      { assignee: { id: idOf(70), name: 'Budi' } },
      { assignee: { id: idOf(71), name: 'Sari' } },
    );
    await user.click(screen.getByRole('button', { name: 'Hand over' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Budi Online' }));

    await waitFor(() => expect(asked).toEqual([to({ assigneeId: idOf(70) }, 1, 3)]));
    await undone(to({ assigneeId: null }, 1), to({ assigneeId: idOf(71) }, 3));
  });

  it('makes them nobody’s', async () => {
    const { user } = await select({}, { assignee: { id: idOf(71), name: 'Sari' } });
    await user.click(screen.getByRole('button', { name: 'Hand over' }));
    await user.click(await screen.findByRole('menuitem', { name: 'To nobody' }));

    await waitFor(() => expect(asked).toEqual([to({ assigneeId: null }, 2)]));
  });

  it('snoozes them, and what was done or snoozed is so again', async () => {
    const { user, undone } = await select({}, { state: 'done' });
    await user.click(screen.getByRole('button', { name: 'Snooze' }));
    await user.click(await screen.findByRole('menuitem', { name: /^In an hour/ }));

    await waitFor(() => expect(asked).toEqual([to({ snoozedUntil: expect.any(String) as string }, 1, 2)]));
    await undone(to({ state: 'open' }, 1), to({ state: 'done' }, 2));
  });

  it('pins those that are not, and unpins where all are', async () => {
    const { user, undone } = await select({ pinned: true }, {});
    await user.click(screen.getByRole('button', { name: 'Pin' }));

    await waitFor(() => expect(asked).toEqual([to({ pinned: true }, 2)]));
    await undone(to({ pinned: false }, 2));
    await user.click(screen.getByRole('checkbox', { name: 'Select Person 1' }));
    expect(screen.getByRole('button', { name: 'Unpin' })).toBeVisible();
  });
});
