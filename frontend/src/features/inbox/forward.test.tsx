import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/shared/keys/dispatcher';
import { idOf } from '@/testing/factories';
import { aMailEntry } from '@/testing/inbox';
import { server } from '@/testing/server';
import { drafts } from './drafts';
import { DRAFT, open, scene, serve } from './inbox-page.fixture';
import { draftQuery } from './queries';
import { forwardSubject } from './use-composer';

const PART = {
  path: '2',
  fileName: 'size.txt',
  type: 'text/plain',
  octets: 5,
  contentId: null,
  inline: false,
};

beforeEach(() => {
  serve();
  scene.entries = [aMailEntry(1, { parts: [PART] })];
  server.use(
    http.post('/api/v1/conversations/:id/entries/:entry/files', ({ params }) =>
      HttpResponse.json(
        params.entry === idOf(1)
          ? [{ id: idOf(60), fileName: 'size.txt', type: 'text/plain', octets: 5 }]
          : [],
        { status: 201 },
      ),
    ),
    http.get('/api/v1/contacts', () => HttpResponse.json({ items: [], next: null, total: 0 })),
  );
});

describe('a mail that is sent on', () => {
  it('goes to somebody else with its files, also without a word', async () => {
    const { user } = await open();
    await screen.findByRole('textbox', { name: 'Your answer' });
    act(() => void keys.run('conversation.forward'));

    const to = await screen.findByRole('combobox', { name: 'To' });
    expect(to).toHaveFocus();
    expect(await screen.findByText(/^Below: the mail of Person 1/)).toBeVisible();
    const attached = await screen.findByRole('list', { name: 'Attached files' });
    expect(within(attached).getByText(/^size.txt/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    await user.paste('store@example.com,');
    await user.click(screen.getByRole('button', { name: 'Add Bcc' }));
    await user.click(screen.getByRole('combobox', { name: 'Bcc' }));
    await user.paste('boss@example.com,');
    await user.click(screen.getByRole('button', { name: 'Send' }));

    await waitFor(() => expect(scene.sent).toHaveLength(1));
    expect(scene.sent[0]).toMatchObject({
      to: [{ name: '', address: 'store@example.com' }],
      cc: [],
      bcc: [{ name: '', address: 'boss@example.com' }],
      subject: 'Fwd: Re: Price list',
      text: '',
      quote: false,
      forward: idOf(1),
      attachments: [idOf(60)],
    });
  });

  it('is an answer again when somebody thinks better of it, and the words stay', async () => {
    const { user } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Please check.');
    await user.click(screen.getByRole('button', { name: 'More for the message of Person 1' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Forward' }));
    await screen.findByRole('list', { name: 'Attached files' });

    await user.click(screen.getByRole('button', { name: 'Do not forward' }));

    expect(screen.getByText(/To: Person 1/)).toBeVisible();
    expect(screen.queryByRole('list', { name: 'Attached files' })).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Your answer' })).toHaveValue('Please check.');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/^Below: the mail of Person 1/)).toBeVisible();
  });

  it('does not go with the files of another mail, and gives back what the answer had', async () => {
    scene.entries = [aMailEntry(1, { parts: [PART] }), aMailEntry(2, {})];
    const own = { id: idOf(61), fileName: 'own.pdf', type: 'application/pdf', octets: 9 };
    drafts.keep(DRAFT, { text: 'Hi', files: [own], bcc: [{ name: '', address: 'boss@example.com' }] });
    const { user } = await open();
    const forward = async (number: number) => {
      await user.click(
        await screen.findByRole('button', { name: `More for the message of Person ${number}` }),
      );
      await user.click(await screen.findByRole('menuitem', { name: 'Forward' }));
    };
    await forward(1);
    await waitFor(() => expect(drafts.get(DRAFT).files).toHaveLength(2));
    await forward(2);
    await waitFor(() => expect(drafts.get(DRAFT).files).toEqual([own]));

    await user.click(screen.getByRole('button', { name: 'Do not forward' }));

    expect(drafts.get(DRAFT)).toMatchObject({
      text: 'Hi',
      files: [own],
      bcc: [{ name: '', address: 'boss@example.com' }],
    });
    expect(drafts.get(DRAFT).forward).toBeUndefined();
  });

  it('waits for its files, and asks for them again where they did not come', async () => {
    server.use(
      http.post(
        '/api/v1/conversations/:id/entries/:entry/files',
        () => HttpResponse.json({ status: 500, code: 'internal' }, { status: 500 }),
        { once: true },
      ),
    );
    drafts.keep(DRAFT, { text: 'See below' });
    const { user } = await open();
    await screen.findByRole('textbox', { name: 'Your answer' });
    act(() => void keys.run('conversation.forward'));
    const again = await screen.findByRole('button', { name: 'Attach its files again' });
    await user.click(screen.getByRole('combobox', { name: 'To' }));
    await user.paste('store@example.com,');
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();

    await user.click(again);

    await waitFor(() => expect(drafts.get(DRAFT).files).toHaveLength(1));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled());
  });

  it('does not come back from the server after somebody thought better of it', async () => {
    const kept = { text: '', to: [], subject: 'Fwd: Re: Price list', forward: idOf(1), files: [] };
    let draft: typeof kept | null = kept;
    let writing: unknown[] = [];
    server.use(
      http.get('/api/v1/conversations/:id/draft', () => HttpResponse.json({ draft, writing })),
      http.delete('/api/v1/conversations/:id/draft', () => {
        draft = null;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, client } = await open();
    await user.click(await screen.findByRole('button', { name: 'Do not forward' }));
    writing = [{ id: idOf(70), name: 'Budi', at: new Date().toISOString() }];
    await client.invalidateQueries({ queryKey: draftQuery(idOf(1)).queryKey });

    expect(screen.queryByRole('button', { name: 'Do not forward' })).toBeNull();
    await waitFor(() => expect(draft).toBeNull());
    expect(drafts.get(DRAFT).forward).toBeUndefined();
  });

  it('has one Fwd: and not two', () => {
    expect(forwardSubject('Re: Promo')).toBe('Fwd: Re: Promo');
    expect(forwardSubject('FW: Promo')).toBe('FW: Promo');
  });
});
