import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryMail } from '@/api/generated/model';
import { idOf } from '@/testing/factories';
import { aConversation, aMailEntry } from '@/testing/inbox';
import { server } from '@/testing/server';
import { open, scene, serve } from './inbox-page.fixture';

const MOVE = idOf(800);

let asked: { path: string; body: unknown }[] = [];

beforeEach(() => {
  serve();
  asked = [];
  const moved =
    (id: string) =>
    async ({ request }: { request: Request }) => {
      asked.push({ path: new URL(request.url).pathname, body: await request.json().catch(() => null) });
      return HttpResponse.json({ moveId: MOVE, conversation: aConversation(1, { id }) });
    };
  server.use(
    http.post('/api/v1/conversations/:id/split', moved(idOf(2))),
    http.post('/api/v1/conversations/:id/merge', moved(idOf(1))),
    http.post('/api/v1/conversation-moves/:id/undo', ({ request }) => {
      asked.push({ path: new URL(request.url).pathname, body: null });
      return HttpResponse.json(aConversation(1));
    }),
  );
});

const received = (...mails: Partial<EntryMail>[]) => {
  scene.entries = mails.map((mail, at) => aMailEntry(at + 1, mail));
};

describe('merging and splitting', () => {
  it('splits where the subject changed, and takes it back from the notification', async () => {
    received({}, { newSubject: true, text: 'When does it arrive?' });
    const { user, router } = await open();
    await user.click(await screen.findByRole('button', { name: 'Split here' }));
    await waitFor(() => expect(router.state.location.search).toHaveProperty('open', idOf(2)));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));

    await waitFor(() => expect(router.state.location.search).toHaveProperty('open', idOf(1)));
    expect(asked).toEqual([
      { path: `/api/v1/conversations/${idOf(1)}/split`, body: { entryId: idOf(2) } },
      { path: `/api/v1/conversation-moves/${MOVE}/undo`, body: null },
    ]);
  });

  it('says how a mail came here where that is not certain, and splits nothing off the first one', async () => {
    received({ match: { how: 'subject', confidence: 60 } });
    await open();

    expect(await screen.findByText('Placed here by subject and sender')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Split here' })).not.toBeInTheDocument();
  });

  it('merges with conversations of the same account that are searched for', async () => {
    const searched: string[] = [];
    server.use(
      http.get('/api/v1/conversations', ({ request }) => {
        searched.push(new URL(request.url).search);
        return HttpResponse.json({
          items: [aConversation(1), aConversation(3, { subject: 'Delivery' })],
          next: null,
        });
      }),
    );
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'More for this conversation' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Merge with…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Merge with other conversations' });
    await user.click(await within(dialog).findByRole('checkbox', { name: 'Person 3 · Delivery' }));
    await user.click(within(dialog).getByRole('button', { name: 'Merge' }));

    await waitFor(() =>
      expect(asked).toEqual([{ path: `/api/v1/conversations/${idOf(1)}/merge`, body: { ids: [idOf(3)] } }]),
    );
    expect(searched.some((search) => search.includes(`account=${idOf(900)}`))).toBe(true);
  });
});
