import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { idOf } from '@/testing/factories';
import { server } from '@/testing/server';
import { drafts } from './drafts';
import { open, serve } from './inbox-page.fixture';

const keys: (string | null)[] = [];
const answers: Response[] = [];

beforeEach(() => {
  serve();
  keys.length = 0;
  answers.length = 0;
  drafts.forget(drafts.keyOf('', idOf(1), 'note'));
  server.use(
    http.get('/api/v1/conversations/:id/colleagues', () => HttpResponse.json([])),
    http.post('/api/v1/conversations/:id/notes', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return answers.shift();
    }),
  );
});

const added = () =>
  HttpResponse.json(
    { id: idOf(5), at: '2026-11-29T10:02:00Z', kind: 'note', author: 'Sari', note: 'Old customer' },
    { status: 201 },
  );
const refusal = (status: number, code: string) =>
  HttpResponse.json({ code, type: `urn:kurir:problem:${code}`, title: code, status }, { status });

async function addTwice() {
  const { user } = await open();
  await user.click(await screen.findByRole('radio', { name: 'Note' }));
  const area = await screen.findByRole('textbox', { name: 'Your note' });
  await user.type(area, 'Old customer');
  await user.click(screen.getByRole('button', { name: 'Add the note' }));
  await waitFor(() => expect(area).toBeInvalid());
  await user.click(screen.getByRole('button', { name: 'Add the note' }));
  await waitFor(() => expect(area).toHaveValue(''));
}

it('a note whose answer was lost is the same request when it is tried again', async () => {
  answers.push(refusal(503, 'broken'), added());
  await addTwice();

  expect(keys[0]).not.toBeNull();
  expect(keys).toEqual([keys[0], keys[0]]);
});

it('a note that was refused is another request afterwards', async () => {
  answers.push(refusal(422, 'invalid'), added());
  await addTwice();

  expect(new Set(keys).size).toBe(2);
});
