import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConversationUpdate, Entry, ReplyRequest } from '@/api/generated/model';
import { idOf } from '@/testing/factories';
import { aConversation, aMailEntry, someCounts } from '@/testing/inbox';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { drafts } from './drafts';
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

describe('the inbox', () => {
  let entries: Entry[];
  let sent: ReplyRequest[];
  let changes: ConversationUpdate[];

  beforeEach(() => {
    entries = [aMailEntry(1)];
    sent = [];
    changes = [];
    drafts.forget(drafts.keyOf('', idOf(1), 'reply'));
    const conversation = aConversation(1, { unread: 1 });
    server.use(
      http.get('/api/v1/conversations', () => HttpResponse.json({ items: [conversation], next: null })),
      http.get('/api/v1/conversations/counts', () => HttpResponse.json(someCounts({ new: 1, all: 1 }))),
      http.get('/api/v1/conversations/:id', () => HttpResponse.json(conversation)),
      http.get('/api/v1/conversations/:id/entries', () =>
        HttpResponse.json({ items: entries.toReversed(), next: null }),
      ),
      http.get('/api/v1/conversations/:id/draft', () => HttpResponse.json({ draft: null, writing: [] })),
      http.put('/api/v1/conversations/:id/draft', () => new HttpResponse(null, { status: 204 })),
      http.delete('/api/v1/conversations/:id/draft', () => new HttpResponse(null, { status: 204 })),
      http.get('/api/v1/mailboxes', () => HttpResponse.json([])),
      http.get('/api/v1/accounts', () => HttpResponse.json([])),
      http.get('/api/v1/campaigns', () => HttpResponse.json({ items: [], next: null, total: 0, states: {} })),
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

    await waitFor(() => expect(changes).toEqual([{ read: true }]));
  });

  it('asks once, also where the server refuses it', async () => {
    let asked = 0;
    server.use(
      http.patch('/api/v1/conversations/:id', () => {
        asked++;
        return HttpResponse.json({ code: 'broken' }, { status: 500 });
      }),
    );
    const { client } = await open();
    await waitFor(() => expect(asked).toBe(1));

    await client.invalidateQueries();
    await new Promise((passed) => setTimeout(passed, 800));

    expect(asked).toBe(1);
  });

  it('leaves a conversation that is marked as unread, so that it stays so', async () => {
    const { user, router } = await open();
    await waitFor(() => expect(changes).toHaveLength(1));

    await user.click(screen.getByRole('button', { name: 'More for this conversation' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Mark as unread' }));

    await waitFor(() => expect(changes.at(-1)).toEqual({ read: false }));
    expect(router.state.location.search).not.toHaveProperty('open');
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

  it('sends the files that were attached, and shows at once what is too large', async () => {
    server.use(
      http.post('/api/v1/attachments', () =>
        HttpResponse.json(
          { id: idOf(50), fileName: 'harga.pdf', type: 'application/pdf', octets: 5 },
          { status: 201 },
        ),
      ),
    );
    const { user, container } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'See the file.');
    const input = container.querySelector<HTMLInputElement>('input[type=file]')!;

    await user.upload(input, new File(['harga'], 'harga.pdf', { type: 'application/pdf' }));
    const attached = await screen.findByRole('list', { name: 'Attached files' });
    expect(await within(attached).findByText(/^harga.pdf/)).toBeVisible();
    const large = new File(['x'], 'large.zip');
    Object.defineProperty(large, 'size', { value: 18_000_000 });
    await user.upload(input, large);
    expect(await within(attached).findByRole('alert')).toHaveTextContent('18 MB');
    await user.click(within(attached).getByRole('button', { name: 'Remove large.zip' }));
    await user.click(screen.getByRole('button', { name: 'Send' }));

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ attachments: [idOf(50)] });
  });

  it('forgets what was sent also when somebody looks elsewhere by then', async () => {
    let accept: () => void = () => {};
    const accepted = new Promise<void>((resolve) => (accept = resolve));
    server.use(
      http.post('/api/v1/conversations/:id/replies', async ({ request }) => {
        sent.push((await request.json()) as ReplyRequest);
        await accepted;
        return HttpResponse.json(sentEntry(2, 'Yes.'), { status: 201 });
      }),
    );
    const { user, router } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Yes.');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(sent).toHaveLength(1));

    await router.navigate({ to: '/inbox' });
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Your answer' })).toBeNull());
    accept();

    await waitFor(() => expect(drafts.get(drafts.keyOf('', idOf(1), 'reply')).text).toBe(''));
  });

  it('repeats what may have arrived with the same key, and what was refused with another', async () => {
    const keys: (string | null)[] = [];
    const answers = [503, 422, 201];
    server.use(
      http.post('/api/v1/conversations/:id/replies', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        const status = answers[keys.length - 1]!;
        const body = status === 201 ? sentEntry(2, 'Yes.') : { code: 'broken', detail: `No. ${keys.length}` };
        return HttpResponse.json(body, { status });
      }),
    );
    const { user } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Yes.');
    const send = screen.getByRole('button', { name: 'Send' });

    await user.click(send);
    await screen.findByText('No. 1');
    await user.click(send);
    await screen.findByText('No. 2');
    await user.click(send);

    await waitFor(() => expect(keys).toHaveLength(3));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('is sent by Ctrl and Enter in the answer, and nowhere else', async () => {
    const { user } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Yes.');

    await user.type(screen.getByRole('searchbox'), 'blue{Control>}{Enter}{/Control}');
    expect(sent).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Your answer' }), '{Control>}{Enter}{/Control}');

    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it('is handed over to a colleague', async () => {
    server.use(
      http.get('/api/v1/users', () =>
        HttpResponse.json([
          { id: idOf(70), name: 'Budi', email: 'b@toko.test', role: 'agent', language: 'en' },
        ]),
      ),
    );
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Nobody’s' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Budi' }));

    await waitFor(() => expect(changes).toContainEqual({ assigneeId: idOf(70) }));
  });

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
    const key = drafts.keyOf('', idOf(1), 'reply');
    const synced = JSON.stringify(['Sent from the phone', null, null, null, null, null, null]);
    drafts.keep(key, { text: 'Sent from the phone', synced });
    const { unmount } = await open();
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Your answer' })).toHaveValue(''));
    unmount();

    drafts.keep(key, { text: 'Changed here', synced });
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
    await waitFor(() => expect(kept).toEqual([{ text: 'Yes' }]));
    await user.clear(answer);
    await waitFor(() => expect(kept).toEqual([{ text: 'Yes' }, 'forgotten']));
  });

  it('sends nothing that is empty', async () => {
    await open();

    expect(await screen.findByRole('button', { name: 'Send' })).toBeDisabled();
  });
});
