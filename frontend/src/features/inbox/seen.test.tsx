import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '@/testing/factories';
import { aConversation, aMailEntry } from '@/testing/inbox';
import { server } from '@/testing/server';
import { open, scene, sentEntry, serve } from './inbox-page.fixture';

beforeEach(serve);

const STAYS = 'New mail has arrived meanwhile: the conversation stays open';

describe('what somebody has seen of a conversation', () => {
  it('is said when it is read', async () => {
    scene.entries = [aMailEntry(1), aMailEntry(2)];
    await open();

    await waitFor(() => expect(scene.changes).toEqual([{ read: true, seen: idOf(2) }]));
  });

  it('is asked for once, with the conversation', async () => {
    let asked = 0;
    server.use(
      http.get('/api/v1/conversations/:id/entries', () => {
        asked += 1;
        return HttpResponse.json({ items: [aMailEntry(1)], next: null, newest: idOf(1) });
      }),
    );
    const { client } = await open();
    await screen.findByRole('textbox', { name: 'Your answer' });
    await waitFor(() => expect(client.isFetching()).toBe(0));

    expect(asked).toBe(1);
  });

  it('is said when it is done; where more has arrived it stays open, and that is said', async () => {
    const { user } = await open();
    await screen.findByRole('textbox', { name: 'Your answer' });
    await user.click(await screen.findByRole('button', { name: 'Done' }));

    await waitFor(() => expect(scene.changes).toContainEqual({ state: 'done', seen: idOf(1) }));
    expect(await screen.findByText(STAYS)).toBeVisible();
    expect(screen.queryByText('Conversation done')).toBeNull();
    expect(screen.getByRole('button', { name: 'Done' })).toBeVisible();
  });

  it('goes on with what arrived: whoever has seen that too finishes it', async () => {
    const { user, client } = await open();
    await screen.findByRole('textbox', { name: 'Your answer' });
    scene.entries = [...scene.entries, aMailEntry(2)];
    await user.click(await screen.findByRole('button', { name: 'Done' }));
    await screen.findByText(STAYS);
    await waitFor(() => expect(client.isFetching()).toBe(0));
    await user.click(screen.getByRole('button', { name: 'Done' }));

    await waitFor(() => expect(scene.changes).toContainEqual({ state: 'done', seen: idOf(2) }));
  });

  it('ends a conversation to which nothing was added', async () => {
    server.use(
      http.patch('/api/v1/conversations/:id', () => HttpResponse.json(aConversation(1, { state: 'done' }))),
    );
    const { user } = await open();
    await screen.findByRole('textbox', { name: 'Your answer' });
    await user.click(await screen.findByRole('button', { name: 'Done' }));

    expect(await screen.findByText('Conversation done')).toBeVisible();
    expect(screen.queryByText(STAYS)).toBeNull();
  });

  it('is what came last, though it stands above other entries, and goes with "Send and done"', async () => {
    scene.entries = [aMailEntry(2), aMailEntry(1), sentEntry(3, 'Yes.')];
    server.use(
      http.get('/api/v1/conversations/:id/entries', () =>
        HttpResponse.json({ items: scene.entries.toReversed(), next: null, newest: idOf(2) }),
      ),
    );
    const { user } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Also in red.');
    await user.click(screen.getByRole('button', { name: 'Send and done' }));

    await waitFor(() => expect(scene.sent).toHaveLength(1));
    expect(scene.sent[0]).toMatchObject({ done: true, seen: idOf(2) });
    expect(await screen.findByText(STAYS)).toBeVisible();
  });
});
