import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConversationUpdate, Entry, ReplyRequest } from '@/api/generated/model';
import { idOf } from '@/testing/factories';
import { aConversation, aMailEntry, someCounts } from '@/testing/inbox';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { InboxPage } from './inbox-page';

const sentEntry = (number: number, text: string): Entry => ({
  id: idOf(number),
  at: '2026-11-29T10:01:00Z',
  kind: 'sent',
  author: 'Sari',
  note: null,
  line: null,
  mail: null,
  sent: {
    subject: 'Re: Price list',
    html: '',
    text,
    to: [{ name: 'Person 1', address: 'person1@example.com' }],
    cc: [],
    bcc: [],
    quote: true,
    messages: [
      {
        id: idOf(700 + number),
        to: 'person1@example.com',
        state: 'queued',
        nextAt: new Date(Date.now() + 10_000).toISOString(),
        sentAt: null,
      },
    ],
    marks: [],
  },
});

describe('the inbox', () => {
  let entries: Entry[];
  let sent: ReplyRequest[];
  let changes: ConversationUpdate[];

  beforeEach(() => {
    entries = [aMailEntry(1)];
    sent = [];
    changes = [];
    const conversation = aConversation(1, { unread: 1 });
    server.use(
      http.get('/api/v1/conversations', () => HttpResponse.json({ items: [conversation], next: null })),
      http.get('/api/v1/conversations/counts', () => HttpResponse.json(someCounts({ new: 1, all: 1 }))),
      http.get('/api/v1/conversations/:id', () => HttpResponse.json(conversation)),
      http.get('/api/v1/conversations/:id/entries', () =>
        HttpResponse.json({ items: entries.toReversed(), next: null }),
      ),
      http.get('/api/v1/mailboxes', () => HttpResponse.json([])),
      http.get('/api/v1/accounts', () => HttpResponse.json([])),
      http.get('/api/v1/campaigns', () => HttpResponse.json({ items: [], next: null, total: 0, states: {} })),
      http.get('/api/v1/me', () => HttpResponse.json({}, { status: 401 })),
      http.patch('/api/v1/conversations/:id', async ({ request }) => {
        changes.push((await request.json()) as ConversationUpdate);
        return HttpResponse.json(conversation);
      }),
      http.post('/api/v1/conversations/:id/replies', async ({ request }) => {
        const body = (await request.json()) as ReplyRequest;
        sent.push(body);
        const entry = sentEntry(2, body.text ?? '');
        entries = [...entries, entry];
        return HttpResponse.json(entry, { status: 201 });
      }),
      http.post('/api/v1/conversations/:id/entries/:entry/undo', () => {
        const taken = entries.at(-1)!;
        entries = entries.slice(0, -1);
        return HttpResponse.json(taken);
      }),
    );
  });

  const open = () => renderScreen(<InboxPage />, { path: `/inbox?open=${idOf(1)}` });

  it('shows the list with its counts, and the mail of the conversation that is open', async () => {
    await open();

    const list = await screen.findByRole('list', { name: 'Conversations' });
    expect(within(list).getByRole('link', { name: 'Person 1' })).toHaveAttribute('aria-current', 'page');
    expect(await screen.findByRole('link', { name: 'New 1' })).toHaveAttribute('aria-current', 'page');
    expect((await screen.findAllByText('Do you have it in blue?')).length).toBeGreaterThan(1);
  });

  it('marks as read what somebody has before their eyes', async () => {
    await open();

    await waitFor(() => expect(changes).toContainEqual({ read: true }));
  });

  it('answers whoever wrote, and gives the text back when it is taken back', async () => {
    const { user } = await open();
    const answer = await screen.findByRole('textbox', { name: 'Your answer' });
    await screen.findByText(/To: Person 1/);

    await user.type(answer, 'Yes, in blue.');
    await user.click(screen.getByRole('button', { name: 'Send' }));

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      to: [{ name: 'Person 1', address: 'person1@example.com' }],
      subject: 'Re: Price list',
      text: 'Yes, in blue.',
      quote: true,
    });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Your answer' })).toHaveValue('Yes, in blue.'),
    );
  });

  it('sends nothing that is empty', async () => {
    await open();

    expect(await screen.findByRole('button', { name: 'Send' })).toBeDisabled();
  });
});
