import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Attachment } from '@/api/generated/model';
import { uploads } from '@/shared/attachments/uploads';
import { keys } from '@/shared/keys/dispatcher';
import { anAccount, idOf } from '@/testing/factories';
import { aMailEntry } from '@/testing/inbox';
import { server } from '@/testing/server';
import { attach, draftFiles } from './draft-files';
import { drafts } from './drafts';
import { DRAFT, open, scene, serve } from './inbox-page.fixture';

const NEW = drafts.keyOf('', 'new', 'reply');
const some = (count: number, octets = 5): Attachment[] =>
  Array.from({ length: count }, (_, at) => ({
    id: idOf(100 + at),
    fileName: `file-${at}.txt`,
    type: 'text/plain',
    octets,
  }));
const MANY = /A mail takes at most 20 files/;
const LARGE = /All files of a mail together: at most 18 MB/;

beforeEach(() => {
  serve();
  drafts.forget(NEW);
  server.use(
    http.get('/api/v1/accounts', () => HttpResponse.json([anAccount({ name: 'Toko' })])),
    http.get('/api/v1/contacts', () => HttpResponse.json({ items: [], next: null, total: 0 })),
  );
});

afterEach(() => uploads.stopAll(DRAFT));

describe('too many files', () => {
  it('are said at the files, and the answer waits until some are gone', async () => {
    drafts.keep(DRAFT, { text: 'Here they are', files: some(20) });
    const { user } = await open();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled());
    act(() => attach(DRAFT, [{ ...some(1)[0]!, id: idOf(200), fileName: 'one-more.txt' }]));

    expect(await screen.findByRole('alert')).toHaveTextContent(MANY);
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Remove one-more.txt' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled();
  });

  it('are said where quick replies brought more than 18 MB', async () => {
    drafts.keep(DRAFT, { text: 'Here they are', files: some(2, 9_000_001) });
    await open();

    expect(await screen.findByRole('alert')).toHaveTextContent(LARGE);
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
  });

  it('are not uploaded, each with its reason', async () => {
    server.use(
      http.post('/api/v1/attachments', () =>
        HttpResponse.json({ ...some(1)[0]!, id: idOf(300), fileName: 'fits.txt' }, { status: 201 }),
      ),
    );
    drafts.keep(DRAFT, { text: '', files: some(19) });
    uploads.add(draftFiles(DRAFT), [new File(['a'], 'fits.txt'), new File(['b'], 'over.txt')]);

    expect(uploads.of(DRAFT)).toMatchObject([
      { fileName: 'fits.txt', problem: undefined },
      { fileName: 'over.txt', problem: { code: 'too_many_files' } },
    ]);
    await waitFor(() => expect(drafts.get(DRAFT).files).toHaveLength(20));
  });

  it('hold up a new message too', async () => {
    drafts.keep(NEW, { text: 'Here they are', files: some(21) });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'New message' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New message' }));

    expect(await dialog.findByRole('alert')).toHaveTextContent(MANY);
    expect(dialog.getByRole('button', { name: 'Send' })).toBeDisabled();
  });

  it('of a mail that is sent on stay behind, and that is said', async () => {
    const part = { path: '2', type: 'text/plain', octets: 5, contentId: null, inline: false };
    const parts = some(22).map(({ fileName }) => ({ ...part, fileName }));
    scene.entries = [aMailEntry(1, { parts })];
    server.use(
      http.post('/api/v1/conversations/:id/entries/:entry/files', () =>
        HttpResponse.json(some(20), { status: 201 }),
      ),
    );
    await open();
    await screen.findByRole('textbox', { name: 'Your answer' });
    act(() => void keys.run('conversation.forward'));

    expect(await screen.findByText(/Only the first 20 of its 22 files are attached/)).toBeVisible();
  });
});
