import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConversationUpdate, Entry } from '@/api/generated/model';
import { keys } from '@/shared/keys/dispatcher';
import { anAccount, idOf } from '@/testing/factories';
import { aConversation } from '@/testing/inbox';
import { server } from '@/testing/server';
import { drafts } from './drafts';
import { serveConversations } from './conversations.fixture';
import { DRAFT, open, scene, sentEntry, serve } from './inbox-page.fixture';

/** So that a slow machine is no failure; still less than a minute. */
const leavingLater = (entry: Entry): Entry => {
  const nextAt = new Date(Date.now() + 50_000).toISOString();
  const sent = entry.sent!;
  return { ...entry, sent: { ...sent, messages: sent.messages.map((each) => ({ ...each, nextAt })) } };
};

/** Entries that somebody has asked to take back. */
const taken: string[] = [];

beforeEach(() => {
  serve();
  taken.length = 0;
  server.use(
    http.post('/api/v1/conversations/:id/replies', () => {
      const entry = leavingLater(sentEntry(2, 'Yes, in blue.'));
      scene.entries = [...scene.entries, entry];
      return HttpResponse.json(entry, { status: 201 });
    }),
    http.post('/api/v1/conversations/:id/entries/:entry/undo', ({ params }) => {
      taken.push(String(params.entry));
      const back = scene.entries.find(({ id }) => id === params.entry)!;
      scene.entries = scene.entries.filter(({ id }) => id !== params.entry);
      return HttpResponse.json(back);
    }),
    http.patch('/api/v1/conversations/:id', async ({ request, params }) => {
      const change = (await request.json()) as ConversationUpdate;
      scene.changes.push(change);
      const { state = 'open', archived = false } = change;
      return HttpResponse.json(aConversation(params.id === idOf(2) ? 2 : 1, { state, archived }));
    }),
  );
});

type User = Awaited<ReturnType<typeof open>>['user'];

const press = (command: 'undo' | 'conversation.done' | 'list.next') => act(() => void keys.run(command));

async function archive(user: User) {
  await user.click(await screen.findByRole('button', { name: 'More for this conversation' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Archive' }));
  await screen.findByText('Archived');
}

async function answer(user: User) {
  await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Yes, in blue.');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Your answer' })).toHaveValue(''));
}

describe('the key z', () => {
  it('takes back an answer that was sent last', async () => {
    const { user } = await open();
    await answer(user);
    await screen.findByRole('button', { name: 'Undo' });
    press('undo');

    await waitFor(() => expect(drafts.get(DRAFT).text).toBe('Yes, in blue.'));
    expect(taken).toEqual([idOf(2)]);
  });

  it('leaves the answer of a colleague alone, and takes back what this person did last', async () => {
    scene.entries.push(leavingLater(sentEntry(2, 'From Sari.')));
    const { user } = await open();
    await archive(user);
    expect(screen.getByText('From Sari.')).toBeVisible();
    press('undo');

    await waitFor(() => expect(scene.changes).toContainEqual({ archived: false }));
    expect(taken).toEqual([]);
  });

  it('takes back what was done after an answer, and not the answer', async () => {
    const { user } = await open();
    await answer(user);
    await screen.findByText(/^Leaves in/);
    press('conversation.done');
    await screen.findByText('Conversation done');
    press('undo');

    await waitFor(() => expect(scene.changes).toContainEqual({ state: 'open' }));
    expect(taken).toEqual([]);
  });

  it('takes back an answer also when another conversation is open by then', async () => {
    const items = [aConversation(1), aConversation(2)];
    serveConversations(
      () => items,
      (id) => items.find((each) => each.id === id)!,
    );
    const { user, router } = await open();
    await answer(user);
    press('list.next');
    await waitFor(() => expect(router.state.location.search).toMatchObject({ open: idOf(2) }));
    press('undo');

    await waitFor(() => expect(drafts.get(DRAFT).text).toBe('Yes, in blue.'));
    expect(taken).toEqual([idOf(2)]);
  });

  it('has nothing to do with an answer that the button took back', async () => {
    const { user, client } = await open();
    await answer(user);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(taken).toEqual([idOf(2)]));
    press('undo');

    await waitFor(() => expect(client.isMutating()).toBe(0));
    expect(taken).toEqual([idOf(2)]);
  });

  it('takes back a new message that was sent last', async () => {
    server.use(
      http.get('/api/v1/accounts/names', () => HttpResponse.json([anAccount({ name: 'Toko' })])),
      http.get('/api/v1/contacts', () => HttpResponse.json({ items: [], next: null, total: 0 })),
      http.post('/api/v1/conversations', () => {
        scene.entries = [sentEntry(5, 'Hello.')];
        return HttpResponse.json(aConversation(1), { status: 201 });
      }),
    );
    drafts.keep(drafts.keyOf('', 'new', 'reply'), {
      text: 'Hello.',
      to: [{ name: '', address: 'budi@example.com' }],
    });
    const { user, router } = await open();
    await user.click(await screen.findByRole('button', { name: 'New message' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New message' }));
    const send = dialog.getByRole('button', { name: 'Send' });
    await waitFor(() => expect(send).toBeEnabled());
    await user.click(send);
    await waitFor(() => expect(router.state.location.search).toMatchObject({ tab: 'mine' }));
    press('undo');

    await waitFor(() => expect(taken).toEqual([idOf(5)]));
  });
});
