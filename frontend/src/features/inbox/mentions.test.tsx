import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Mentionable, Entry, NoteRequest } from '@/api/generated/model';
import { idOf } from '@/testing/factories';
import { aConversation, someCounts } from '@/testing/inbox';
import { server } from '@/testing/server';
import { drafts } from './drafts';
import { open, scene, serve } from './inbox-page.fixture';

const BUDI: Mentionable = { id: idOf(61), name: 'Budi Santoso', email: 'budi@example.com' };
const BUNGA: Mentionable = { id: idOf(62), name: 'Bunga', email: 'bunga@example.com' };
const SARI: Mentionable = { id: idOf(63), name: 'Sari', email: 'sari@example.com' };
const notes: NoteRequest[] = [];

const noteEntry = (text: string, mentions: Entry['mentions']): Entry => ({
  id: idOf(5),
  at: '2026-11-29T10:02:00Z',
  kind: 'note',
  author: 'Sari',
  note: text,
  mentions: mentions ?? [],
});

beforeEach(() => {
  serve();
  notes.length = 0;
  drafts.forget(drafts.keyOf('', idOf(1), 'note'));
  // as newer browsers do
  Element.prototype.scrollIntoView = () => Promise.resolve();
  server.use(
    http.get('/api/v1/conversations/:id/colleagues', () => HttpResponse.json([BUDI, BUNGA, SARI])),
    http.post('/api/v1/conversations/:id/notes', async ({ request }) => {
      const note = (await request.json()) as NoteRequest;
      notes.push(note);
      return HttpResponse.json(noteEntry(note.text, []), { status: 201 });
    }),
  );
});

async function note() {
  const view = await open();
  await view.user.click(await screen.findByRole('radio', { name: 'Note' }));
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Your note' });
  return { ...view, area };
}

describe('mentions in a note', () => {
  it('are found by an @, chosen by keys, and sent with the note', async () => {
    const { user, area } = await note();
    await user.type(area, 'Ask @bu');
    const list = await screen.findByRole('listbox', { name: 'Colleagues' });
    const [budi, bunga] = within(list).getAllByRole('option');
    expect(within(list).getAllByRole('option')).toHaveLength(2);
    expect(budi).toHaveAttribute('aria-selected', 'true');
    await user.type(area, '{ArrowDown}');
    expect(area).toHaveAttribute('aria-activedescendant', bunga!.id);
    await user.type(area, '{ArrowUp}{Enter}');

    await waitFor(() => expect(area).toHaveValue('Ask @Budi Santoso '));
    await waitFor(() => expect(area.selectionStart).toBe(area.value.length));
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.type(area, 'please{Control>}{Enter}{/Control}');

    await waitFor(() => expect(notes).toEqual([{ text: 'Ask @Budi Santoso please', mentions: [BUDI.id] }]));
  });

  it('are chosen with the pointer, and not sent when their name is gone', async () => {
    const { user, area } = await note();
    await user.type(area, '@sa');
    await user.click(await screen.findByRole('option', { name: /Sari/ }));
    await waitFor(() => expect(area).toHaveValue('@Sari '));
    await user.type(area, '{Backspace}{Backspace}!');
    await user.click(screen.getByRole('button', { name: 'Add the note' }));

    await waitFor(() => expect(notes).toEqual([{ text: '@Sar!', mentions: [] }]));
  });

  it('leave the text alone after Escape, and in an address', async () => {
    const { user, area } = await note();
    await user.type(area, '@bu');
    await screen.findByRole('listbox');
    await user.type(area, '{Escape}di x@bu');

    expect(screen.queryByRole('listbox')).toBeNull();
    expect(area).toHaveValue('@budi x@bu');
  });

  it('say that there is nobody where nobody else sees the conversation', async () => {
    server.use(http.get('/api/v1/conversations/:id/colleagues', () => HttpResponse.json([])));
    const { user, area } = await note();
    await user.type(area, '@');

    expect(await screen.findByText('Nobody else can see this conversation.')).toBeVisible();
  });

  it('say why one of them was refused', async () => {
    server.use(
      http.post('/api/v1/conversations/:id/notes', () =>
        HttpResponse.json(
          {
            code: 'not_mentionable',
            status: 422,
            errors: [{ pointer: '/mentions/0', code: 'not_mentionable', detail: 'No.' }],
          },
          { status: 422 },
        ),
      ),
    );
    const { user, area } = await note();
    await user.type(area, '@Bunga{Control>}{Enter}{/Control}');

    expect(await screen.findByText('Somebody whom you mention may not see this conversation')).toBeVisible();
    expect(area).toHaveValue('@Bunga');
  });
});

describe('who is mentioned', () => {
  it('finds it under a tab with how many, marked, and has seen it when it is open', async () => {
    const mentioned = aConversation(1, { mentioned: true });
    scene.entries = [...scene.entries, noteEntry('@Budi Santoso and @Sari', [BUDI, SARI])];
    server.use(
      http.get('/api/v1/me', () => HttpResponse.json({ user: BUDI })),
      http.get('/api/v1/conversations', () => HttpResponse.json({ items: [mentioned], next: null })),
      http.get('/api/v1/conversations/counts', () => HttpResponse.json(someCounts({ mentions: 2 }))),
      http.get(`/api/v1/conversations/${idOf(1)}`, () => HttpResponse.json(mentioned)),
    );
    await open();

    expect(await screen.findByRole('link', { name: 'Mentions 2' })).toHaveAttribute(
      'href',
      expect.stringContaining('tab=mentions'),
    );
    expect(await screen.findByLabelText('Mentions you')).toBeVisible();
    const own = await screen.findByText('@Budi Santoso');
    await waitFor(() => expect(own).toHaveAttribute('data-me'));
    expect(screen.getByText('@Sari')).not.toHaveAttribute('data-me');
    await waitFor(() => expect(scene.changes).toEqual([{ read: true, seen: scene.entries.at(-1)!.id }]));
  });
});
