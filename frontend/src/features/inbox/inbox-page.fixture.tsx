import { http, HttpResponse } from 'msw';
import type { ConversationTag, ConversationUpdate, Entry, ReplyRequest } from '@/api/generated/model';
import { idOf } from '@/testing/factories';
import { aConversation, aMailEntry, someCounts } from '@/testing/inbox';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { drafts } from './drafts';
import { InboxPage } from './inbox-page';

export const sentEntry = (number: number, text: string): Entry => ({
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
    signature: true,
    automatic: false,
    attachments: [],
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

/** Where the answer to the conversation of the tests is kept. */
export const DRAFT = drafts.keyOf('', idOf(1), 'reply');

/** What the server has, and what it was told. */
export const scene: {
  entries: Entry[];
  sent: ReplyRequest[];
  changes: ConversationUpdate[];
  tags: ConversationTag[];
} = {
  tags: [],
  entries: [],
  sent: [],
  changes: [],
};

export function serve() {
  scene.entries = [aMailEntry(1)];
  scene.sent = [];
  scene.changes = [];
  scene.tags = [];
  drafts.forget(DRAFT);
  const conversation = aConversation(1, { unread: 1 });
  server.use(
    http.get('/api/v1/conversations', () => HttpResponse.json({ items: [conversation], next: null })),
    http.get('/api/v1/conversations/counts', () => HttpResponse.json(someCounts({ new: 1, all: 1 }))),
    http.get('/api/v1/conversations/tags', () => HttpResponse.json(scene.tags)),
    http.get('/api/v1/conversations/:id', () => HttpResponse.json(conversation)),
    http.get('/api/v1/conversations/:id/entries', () =>
      HttpResponse.json({
        items: scene.entries.toReversed(),
        next: null,
        newest: scene.entries.at(-1)?.id ?? null,
      }),
    ),
    http.get('/api/v1/conversations/:id/draft', () => HttpResponse.json({ draft: null, writing: [] })),
    http.put('/api/v1/conversations/:id/draft', () => new HttpResponse(null, { status: 204 })),
    http.delete('/api/v1/conversations/:id/draft', () => new HttpResponse(null, { status: 204 })),
    http.get('/api/v1/mailboxes', () => HttpResponse.json([])),
    http.get('/api/v1/mails/quarantined', () => HttpResponse.json([])),
    http.get('/api/v1/accounts/names', () => HttpResponse.json([])),
    http.get('/api/v1/campaigns/names', () => HttpResponse.json([])),
    http.patch('/api/v1/conversations/:id', async ({ request }) => {
      scene.changes.push((await request.json()) as ConversationUpdate);
      return HttpResponse.json(conversation);
    }),
    http.post('/api/v1/conversations/:id/replies', async ({ request }) => {
      const body = (await request.json()) as ReplyRequest;
      scene.sent.push(body);
      const entry = sentEntry(2, body.text ?? '');
      scene.entries = [...scene.entries, entry];
      return HttpResponse.json(entry, { status: 201 });
    }),
    http.post('/api/v1/conversations/:id/entries/:entry/undo', () => {
      const taken = scene.entries.at(-1)!;
      scene.entries = scene.entries.slice(0, -1);
      return HttpResponse.json(taken);
    }),
  );
}

export const open = () => renderScreen(<InboxPage />, { path: `/inbox?open=${idOf(1)}` });
