import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { InboxSection } from './inbox-section';

describe('what happens to conversations by itself', () => {
  it('is nothing until somebody chooses, and keeps the other choice', async () => {
    const put: unknown[] = [];
    server.use(
      http.get('/api/v1/inbox-settings', () =>
        HttpResponse.json({ doneAfterHours: null, archiveAfterHours: 5 }),
      ),
      http.put('/api/v1/inbox-settings', async ({ request }) => {
        const body = await request.json();
        put.push(body);
        return HttpResponse.json(body as object);
      }),
    );
    const { user } = await renderScreen(<InboxSection />);

    const done = await screen.findByRole('combobox', { name: 'Finish quiet conversations automatically' });
    expect(done).toHaveValue('Never');
    expect(
      screen.getByRole('combobox', { name: 'Archive finished conversations automatically' }),
    ).toHaveValue('After 5 hours');
    await user.click(done);
    await user.click(await screen.findByRole('option', { name: 'After 3 days' }));

    await waitFor(() => expect(put).toEqual([{ doneAfterHours: 72, archiveAfterHours: 5 }]));
    await waitFor(() => expect(done).toHaveValue('After 3 days'));
  });

  it('hands out what has no team where it is switched on', async () => {
    const put: unknown[] = [];
    server.use(
      http.get('/api/v1/me', () =>
        HttpResponse.json({ user: { id: '1', role: 'manager' }, workspace: { name: 'Toko' } }),
      ),
      http.get('/api/v1/inbox-settings', () => HttpResponse.json({ doneAfterHours: 72, handsOut: false })),
      http.put('/api/v1/inbox-settings', async ({ request }) => {
        const body = await request.json();
        put.push(body);
        return HttpResponse.json(body as object);
      }),
    );
    const { user } = await renderScreen(<InboxSection />);

    const handsOut = await screen.findByRole('switch', {
      name: 'Hand new conversations to whoever is online',
    });
    expect(handsOut).not.toBeChecked();
    await waitFor(() => expect(handsOut).toBeEnabled());
    await user.click(handsOut);

    await waitFor(() => expect(put).toEqual([{ doneAfterHours: 72, handsOut: true }]));
    await waitFor(() => expect(handsOut).toBeChecked());
  });
});
