import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { idOf } from '@/testing/factories';
import { server } from '@/testing/server';
import { drafts } from './drafts';
import { DRAFT, open, sentEntry, serve } from './inbox-page.fixture';
import { draftQuery } from './queries';

beforeEach(serve);

describe('the draft of an answer', () => {
  it('goes on with what was begun on another device, and says who else is writing', async () => {
    const writing = [{ id: idOf(70), name: 'Budi', at: new Date().toISOString() }];
    server.use(
      http.get('/api/v1/conversations/:id/draft', () =>
        HttpResponse.json({ draft: { text: 'From the phone' }, writing }),
      ),
    );
    await open();

    expect(await screen.findByText('Budi is writing an answer…')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Your answer' })).toHaveValue('From the phone');
  });

  it('drops what was sent from another device, and keeps what was changed here', async () => {
    const synced = JSON.stringify(['Sent from the phone', null, null, null, null, null, null]);
    drafts.keep(DRAFT, { text: 'Sent from the phone', synced });
    const { unmount } = await open();
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Your answer' })).toHaveValue(''));
    unmount();

    drafts.keep(DRAFT, { text: 'Changed here', synced });
    await open();
    expect(await screen.findByRole('textbox', { name: 'Your answer' })).toHaveValue('Changed here');
  });

  it('keeps what is begun on the server, and forgets it there when it is emptied', async () => {
    const kept: unknown[] = [];
    server.use(
      http.put('/api/v1/conversations/:id/draft', async ({ request }) => {
        kept.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
      http.delete('/api/v1/conversations/:id/draft', () => {
        kept.push('forgotten');
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = await open();
    const answer = await screen.findByRole('textbox', { name: 'Your answer' });

    await user.type(answer, 'Yes');
    const written = { text: 'Yes', to: [{ name: 'Person 1', address: 'person1@example.com' }] };
    await waitFor(() => expect(kept).toEqual([written]));
    await user.clear(answer);
    await waitFor(() => expect(kept).toEqual([written, 'forgotten']));
  });

  it('does not come back with an answer of the server from before it was sent', async () => {
    let release = () => {};
    const { user, client } = await open();
    const answer = await screen.findByRole('textbox', { name: 'Your answer' });
    await user.type(answer, 'Yes');
    await waitFor(() => expect(drafts.get(DRAFT).synced).toBeDefined());
    const old = { draft: { text: 'Yes' }, writing: [] };
    const asked = new Promise<void>((arrived) =>
      server.use(
        http.get('/api/v1/conversations/:id/draft', async () => {
          arrived();
          await new Promise<void>((go) => (release = go));
          return HttpResponse.json(old);
        }),
      ),
    );
    void client.invalidateQueries({ queryKey: draftQuery(idOf(1)).queryKey });
    await asked;

    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(answer).toHaveValue(''));
    release();

    await waitFor(() => expect(client.isFetching()).toBe(0));
    expect(answer).toHaveValue('');
  });

  it('does not lose what was written and kept while an older answer of the server was on its way', async () => {
    let release = () => {};
    let draft = { text: 'Yes' };
    const { user, client } = await open();
    const answer = await screen.findByRole('textbox', { name: 'Your answer' });
    await user.type(answer, 'Yes');
    await waitFor(() => expect(drafts.get(DRAFT).synced).toBeDefined());
    const before = drafts.get(DRAFT).synced;
    const asked = new Promise<void>((arrived) =>
      server.use(
        http.put('/api/v1/conversations/:id/draft', async ({ request }) => {
          draft = (await request.json()) as typeof draft;
          return new HttpResponse(null, { status: 204 });
        }),
        http.get(
          '/api/v1/conversations/:id/draft',
          async () => {
            const old = HttpResponse.json({ draft, writing: [] });
            arrived();
            await new Promise<void>((go) => (release = go));
            return old;
          },
          { once: true },
        ),
        http.get('/api/v1/conversations/:id/draft', () => HttpResponse.json({ draft, writing: [] })),
      ),
    );
    void client.invalidateQueries({ queryKey: draftQuery(idOf(1)).queryKey });
    await asked;

    await user.type(answer, ', in blue');
    await waitFor(() => expect(drafts.get(DRAFT).synced).not.toBe(before), { timeout: 5_000 });
    release();

    await waitFor(() => expect(client.isFetching()).toBe(0));
    expect(answer).toHaveValue('Yes, in blue');
  });

  it('has the words of both devices where both went on, and says so to the server', async () => {
    const kept: unknown[] = [];
    const phone = { text: 'From the phone' };
    server.use(
      http.get('/api/v1/conversations/:id/draft', () => HttpResponse.json({ draft: phone, writing: [] })),
      http.put('/api/v1/conversations/:id/draft', async ({ request }) => {
        kept.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    drafts.keep(DRAFT, { text: 'From the desk' });
    await open();

    const both = 'From the phone\n\nFrom the desk';
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Your answer' })).toHaveValue(both));
    await waitFor(() => expect(kept).toMatchObject([{ text: both }]));
  });

  it('hears after a pause what was written elsewhere, before it says its own', async () => {
    const { user } = await open();
    const answer = await screen.findByRole('textbox', { name: 'Your answer' });
    await user.type(answer, 'Hello');
    await waitFor(() => expect(drafts.get(DRAFT).synced).toBeDefined());
    server.use(
      http.get('/api/v1/conversations/:id/draft', () =>
        HttpResponse.json({ draft: { text: 'Hello, from the phone' }, writing: [] }),
      ),
    );
    const now = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);

    await user.type(answer, ' Ann');

    await waitFor(() => expect(answer).toHaveValue('Hello, from the phone\n\nHello Ann'));
  });

  it('is kept on the server also when somebody leaves at once', async () => {
    const kept: unknown[] = [];
    server.use(
      http.put('/api/v1/conversations/:id/draft', async ({ request }) => {
        kept.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, client, router } = await open();
    const answer = await screen.findByRole('textbox', { name: 'Your answer' });
    await waitFor(() => expect(client.isFetching()).toBe(0));
    await user.type(answer, 'Y');
    await router.navigate({ to: '/inbox' });

    // sooner than it is kept while somebody writes
    await waitFor(() => expect(kept).toMatchObject([{ text: 'Y' }]), { timeout: 900 });
  });

  it('is on the server before it is sent, never after', async () => {
    const said: string[] = [];
    let release = () => {};
    const { user, client } = await open();
    const answer = await screen.findByRole('textbox', { name: 'Your answer' });
    const asked = new Promise<void>((arrived) =>
      server.use(
        http.put('/api/v1/conversations/:id/draft', async () => {
          arrived();
          await new Promise<void>((go) => (release = go));
          said.push('kept');
          return new HttpResponse(null, { status: 204 });
        }),
        http.post('/api/v1/conversations/:id/replies', () => {
          said.push('sent');
          return HttpResponse.json(sentEntry(2, 'Yes'), { status: 201 });
        }),
      ),
    );
    await user.type(answer, 'Yes');
    await asked;
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(client.isMutating()).toBe(1));
    // a request that was not held up would have been there before this one
    await fetch('/api/v1/mailboxes');
    expect(said).toEqual([]);
    release();

    await waitFor(() => expect(answer).toHaveValue(''));
    expect(said).toEqual(['kept', 'sent']);
  });
});
