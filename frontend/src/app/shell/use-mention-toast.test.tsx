import { act, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { eventStream } from '@/api/event-stream';
import { useMe } from '@/shared/session/me';
import { idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { useMentionToast } from './use-mention-toast';

function Screen() {
  useMentionToast();
  return <p>{useMe()?.user.name}</p>;
}

async function show(path: string) {
  server.use(http.get('/api/v1/me', () => HttpResponse.json({ user: { id: idOf(61), name: 'Budi' } })));
  const view = await renderScreen(<Screen />, { path });
  await screen.findByText('Budi');
  return view;
}

const mention = (users: string[], subject: string) =>
  act(() =>
    eventStream.receive({
      type: 'event',
      name: 'mention',
      data: { conversationId: idOf(1), users, by: 'Sari', subject },
    }),
  );

describe('who is mentioned', () => {
  it('is told, and led to the conversation', async () => {
    const { user, router } = await show('/outbox');
    mention([idOf(60), idOf(61)], 'Price list');

    expect(await screen.findByText('Sari mentions you: Price list')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Open' }));

    await waitFor(() => expect(router.state.location.pathname).toBe('/inbox'));
    expect(router.state.location.search).toEqual({ tab: 'mentions', open: idOf(1) });
  });

  it('hears nothing of others, nor of the conversation before their eyes', async () => {
    await show(`/inbox?open=${idOf(1)}`);
    mention([idOf(60)], 'Of others');
    mention([idOf(61)], 'Before them');

    expect(screen.queryByText(/mentions you/)).toBeNull();
  });
});
