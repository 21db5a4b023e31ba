import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '@/testing/factories';
import { aMailEntry } from '@/testing/inbox';
import { server } from '@/testing/server';
import { open, scene, serve } from './inbox-page.fixture';

beforeEach(serve);

describe('the inbox', () => {
  it('shows the list with its counts, and the mail of the conversation that is open', async () => {
    await open();

    const list = await screen.findByRole('list', { name: 'Conversations' });
    expect(within(list).getByRole('link', { name: 'Person 1' })).toHaveAttribute('aria-current', 'page');
    expect(await screen.findByRole('link', { name: 'New 1' })).toHaveAttribute('aria-current', 'page');
    expect((await screen.findAllByText('Do you have it in blue?')).length).toBeGreaterThan(1);
  });

  it('marks as read what somebody has before their eyes', async () => {
    await open();

    await waitFor(() => expect(scene.changes).toEqual([{ read: true, seen: idOf(1) }]));
  });

  it('asks once, also where the server refuses it', async () => {
    let asked = 0;
    server.use(
      http.patch('/api/v1/conversations/:id', () => {
        asked++;
        return HttpResponse.json({ code: 'broken' }, { status: 500 });
      }),
    );
    const { client } = await open();
    await waitFor(() => expect(asked).toBe(1));

    await client.invalidateQueries();
    await new Promise((passed) => setTimeout(passed, 800));

    expect(asked).toBe(1);
  });

  it('leaves a conversation that is marked as unread, so that it stays so', async () => {
    const { user, router } = await open();
    await waitFor(() => expect(scene.changes).toHaveLength(1));

    await user.click(screen.getByRole('button', { name: 'More for this conversation' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Mark as unread' }));

    await waitFor(() => expect(scene.changes.at(-1)).toEqual({ read: false }));
    expect(router.state.location.search).not.toHaveProperty('open');
  });

  it('is handed over to a colleague', async () => {
    server.use(
      http.get('/api/v1/users', () =>
        HttpResponse.json([
          { id: idOf(70), name: 'Budi', email: 'b@toko.test', role: 'agent', language: 'en', online: true },
          { id: idOf(71), name: 'Sari', email: 's@toko.test', role: 'agent', language: 'en', online: false },
        ]),
      ),
    );
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Nobody’s' }));
    expect(await screen.findByRole('menuitem', { name: 'Sari' })).toBeVisible();
    await user.click(screen.getByRole('menuitem', { name: 'Budi Online' }));

    await waitFor(() => expect(scene.changes).toContainEqual({ assigneeId: idOf(70) }));
  });

  it('says that it was handed out by itself', async () => {
    scene.entries.push({
      ...aMailEntry(2),
      kind: 'line',
      author: null,
      mail: null,
      line: { code: 'assigned_by_itself', params: { to: 'Sari' } },
    });
    await open();
    expect(await screen.findByText(/Handed to Sari automatically/)).toBeVisible();
  });
});
