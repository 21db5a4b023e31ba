import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { aConversation, someCounts } from '@/testing/inbox';
import { idOf } from '@/testing/factories';
import { server } from '@/testing/server';
import { open, scene, serve } from './inbox-page.fixture';

beforeEach(serve);

const tagged = () => {
  scene.tags = [{ name: 'VIP', conversations: 2 }];
  const conversation = aConversation(1, { tags: ['Reseller'] });
  server.use(
    http.get('/api/v1/conversations', () => HttpResponse.json({ items: [conversation], next: null })),
    http.get('/api/v1/conversations/:id', ({ params }) =>
      params.id === idOf(1) ? HttpResponse.json(conversation) : undefined,
    ),
    http.get('/api/v1/conversations/tags', () => HttpResponse.json(scene.tags)),
    http.get('/api/v1/conversations/counts', () => HttpResponse.json(someCounts())),
  );
};

describe('the tags of a conversation', () => {
  beforeEach(tagged);

  it('stand in its row and in its head', async () => {
    await open();

    const list = await screen.findByRole('list', { name: 'Conversations' });
    expect(within(list).getByText('Reseller')).toBeVisible();
    expect(await screen.findAllByText('Reseller')).toHaveLength(2);
  });

  it('are found, made and taken away by typing', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Tags' }));
    const field = await screen.findByRole('combobox', { name: 'Tags of this conversation' });
    await waitFor(() => expect(field).toHaveFocus());

    await user.type(field, 'vi');
    await user.click(await screen.findByRole('option', { name: 'VIP' }));
    await waitFor(() => expect(scene.changes).toContainEqual({ addTags: ['VIP'], removeTags: [] }));
    await user.type(field, 'New one{Enter}');
    await waitFor(() => expect(scene.changes.at(-1)?.addTags).toContain('New one'));
  });

  it('are opened by their key, and a refusal stands at the field', async () => {
    server.use(
      http.patch('/api/v1/conversations/:id', () =>
        HttpResponse.json(
          {
            code: 'too_many_tags',
            status: 422,
            title: 'Invalid',
            errors: [{ pointer: '/tags', code: 'too_many_tags', detail: 'Too many' }],
          },
          { status: 422 },
        ),
      ),
    );
    const { user } = await open();
    await screen.findByRole('button', { name: 'Tags' });
    await user.keyboard('l');

    await user.type(
      await screen.findByRole('combobox', { name: 'Tags of this conversation' }),
      'More{Enter}',
    );

    expect(await screen.findByText('A conversation has at most 20 tags')).toBeVisible();
  });

  it('are given to many; only those that did not have it lose it again', async () => {
    const asked: unknown[] = [];
    const two = aConversation(2, { tags: ['vip'] });
    server.use(
      http.get('/api/v1/conversations', () =>
        HttpResponse.json({ items: [aConversation(1), two], next: null }),
      ),
      http.post('/api/v1/conversations/bulk', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({ changed: 1 });
      }),
    );
    const { user } = await open();
    await user.click(await screen.findByRole('checkbox', { name: 'Select Person 1' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select Person 2' }));
    await user.click(screen.getByRole('button', { name: 'Give a tag' }));
    await user.type(await screen.findByRole('combobox', { name: 'Tag for all of them' }), 'VIP{Enter}');
    await user.click(await screen.findByRole('button', { name: /^Undo/ }));

    await waitFor(() =>
      expect(asked).toEqual([
        { ids: [idOf(1)], change: { addTags: ['VIP'] } },
        { ids: [idOf(1)], change: { removeTags: ['VIP'] } },
      ]),
    );
  });
});
