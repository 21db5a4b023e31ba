import { act, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation, ConversationUpdate } from '@/api/generated/model';
import { keys } from '@/shared/keys/dispatcher';
import { idOf } from '@/testing/factories';
import { aConversation } from '@/testing/inbox';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { serveConversations } from './conversations.fixture';
import { open, serve } from './inbox-page.fixture';
import { InboxPage } from './inbox-page';

let listed: Conversation[];
/** What the server was asked to change, and of which conversation; and what it makes of that. */
let asked: { id: string; change: ConversationUpdate }[];
let changed: (change: ConversationUpdate) => Partial<Conversation>;
/** Lets the answers to these changes arrive. */
let release: () => void;

const one = (id: string) => ({ ...aConversation(1), id });

beforeEach(() => {
  serve();
  listed = [aConversation(1), aConversation(2), aConversation(3)];
  asked = [];
  changed = ({ seen: _, ...change }) => change as Partial<Conversation>;
  const held = new Promise<void>((go) => (release = go));
  serveConversations(() => listed, one);
  server.use(
    http.patch('/api/v1/conversations/:id', async ({ request, params }) => {
      const change = (await request.json()) as ConversationUpdate;
      const id = String(params.id);
      if (change.read !== undefined) return HttpResponse.json(one(id));
      asked.push({ id, change });
      await held;
      return HttpResponse.json({ ...one(id), ...changed(change) });
    }),
  );
});

const press = (command: 'undo' | 'conversation.done' | 'list.next' | 'list.previous') =>
  act(() => void keys.run(command));

type View = Awaited<ReturnType<typeof open>>;

const opened = ({ router }: View, number: number) =>
  waitFor(() => expect(router.state.location.search).toMatchObject({ open: idOf(number) }));

async function doneAndOn() {
  const view = await open();
  await screen.findByRole('textbox', { name: 'Your answer' });
  await screen.findByRole('link', { name: 'Person 2' });
  press('conversation.done');
  await waitFor(() => expect(asked).toHaveLength(1));
  press('list.next');
  await opened(view, 2);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Done' })).toBeVisible());
  return view;
}

describe('a conversation that is left before the server has answered', () => {
  it('can be opened again: its toast appears, and z means it', async () => {
    await doneAndOn();
    release();

    expect(await screen.findByText('Conversation done')).toBeVisible();
    press('undo');
    await waitFor(() => expect(asked.at(-1)).toEqual({ id: idOf(1), change: { state: 'open' } }));
  });

  it('says too that it stays open', async () => {
    changed = () => ({});
    await doneAndOn();
    release();

    expect(
      await screen.findByText('New mail has arrived meanwhile: the conversation stays open'),
    ).toBeVisible();
  });

  it('comes back from the archive', async () => {
    const view = await open();
    await view.user.click(await screen.findByRole('button', { name: 'More for this conversation' }));
    await view.user.click(await screen.findByRole('menuitem', { name: 'Archive' }));
    await waitFor(() => expect(asked).toHaveLength(1));
    press('list.next');
    await opened(view, 2);
    release();

    expect(await screen.findByText('Archived')).toBeVisible();
    press('undo');
    await waitFor(() => expect(asked.at(-1)).toEqual({ id: idOf(1), change: { archived: false } }));
  });
});

describe('the list, when the conversation that is open has left it', () => {
  const leave = async (number: number) => {
    release();
    const view = await renderScreen(<InboxPage />, { path: `/inbox?open=${idOf(number)}` });
    await screen.findByRole('textbox', { name: 'Your answer' });
    const gone = await screen.findByRole('link', { name: `Person ${number}` });
    listed = listed.filter(({ id }) => id !== idOf(number));
    press('conversation.done');
    await waitFor(() => expect(gone).not.toBeInTheDocument());
    return view;
  };

  it('goes on with the one after it', async () => {
    const view = await leave(2);
    press('list.next');
    await opened(view, 3);
  });

  it('goes back to the one before it', async () => {
    const view = await leave(3);
    press('list.previous');
    await opened(view, 2);
  });
});
