import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewConversationRequest } from '@/api/generated/model';
import { aContact, anAccount, idOf } from '@/testing/factories';
import { aConversation } from '@/testing/inbox';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { drafts } from './drafts';
import { serve } from './inbox-page.fixture';
import { InboxPage } from './inbox-page';

const KEY = drafts.keyOf('', 'new', 'reply');
const started: NewConversationRequest[] = [];

beforeEach(() => {
  serve();
  drafts.forget(KEY);
  localStorage.removeItem('kurir-letter-account');
  started.length = 0;
  server.use(
    http.get('/api/v1/accounts/names', () =>
      HttpResponse.json([
        anAccount({ name: 'Toko' }),
        anAccount({ id: idOf(2), name: 'Promo', signature: 'Salam, Toko' }),
      ]),
    ),
    http.get('/api/v1/contacts', () =>
      HttpResponse.json({
        items: [aContact(8, { name: 'Rina', email: 'rina@example.com' })],
        next: null,
        total: 1,
      }),
    ),
    http.post('/api/v1/conversations', async ({ request }) => {
      started.push((await request.json()) as NewConversationRequest);
      return HttpResponse.json(aConversation(7, { accountId: idOf(2) }), { status: 201 });
    }),
  );
});

async function begin(path = '/inbox') {
  const view = await renderScreen(<InboxPage />, { path });
  await view.user.click(await screen.findByRole('button', { name: 'New message' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New message' }));
  return { ...view, dialog };
}

describe('a new message', () => {
  it('goes to people from the contacts and to others, and its conversation opens', async () => {
    const { user, dialog, router } = await begin(`/inbox?account=${idOf(2)}`);
    await waitFor(() =>
      expect(dialog.getByRole('combobox', { name: 'From account' })).toHaveValue(
        'Promo (hello@sandbox.test)',
      ),
    );
    const to = dialog.getByRole('combobox', { name: 'To' });
    await user.type(to, 'rin');
    await user.click(await screen.findByRole('option', { name: 'Rina <rina@example.com>' }));
    await user.paste('budi@example.com,');
    await user.click(dialog.getByRole('button', { name: 'Add Bcc' }));
    await user.click(dialog.getByRole('combobox', { name: 'Bcc' }));
    await user.paste('boss@example.com,');
    await user.click(dialog.getByRole('textbox', { name: 'Subject' }));
    await user.paste('Price list');
    await user.click(dialog.getByRole('textbox', { name: 'Message' }));
    await user.paste('Here it is.');
    expect(dialog.getByRole('checkbox', { name: 'Signature' })).toBeChecked();
    await user.click(dialog.getByRole('button', { name: 'Send' }));

    await waitFor(() => expect(router.state.location.search).toEqual({ tab: 'mine', open: idOf(7) }));
    expect(started).toEqual([
      {
        accountId: idOf(2),
        letter: {
          to: [
            { name: 'Rina', address: 'rina@example.com' },
            { name: '', address: 'budi@example.com' },
          ],
          cc: [],
          bcc: [{ name: '', address: 'boss@example.com' }],
          subject: 'Price list',
          text: 'Here it is.',
          signature: true,
          attachments: [],
          sendAt: null,
        },
      },
    ]);
    expect(drafts.get(KEY).text).toBe('');
  });

  it('is sent with its formatting', async () => {
    const html = '<p><strong>Halo</strong> Rina</p>';
    const to = [{ name: 'Rina', address: 'rina@example.com' }];
    drafts.keep(KEY, { to, subject: 'Harga', text: 'Halo Rina', html });
    const { user, dialog } = await begin();
    expect(await dialog.findByRole('textbox', { name: 'Message' })).toHaveTextContent('Halo Rina');
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Send' })).toBeEnabled());
    await user.click(dialog.getByRole('button', { name: 'Send' }));

    await waitFor(() => expect(started).toMatchObject([{ letter: { to, subject: 'Harga', html } }]));
    expect(started[0]?.letter).not.toHaveProperty('text');
  });

  it('says at its field which address is none, and what is missing', async () => {
    const { user, dialog } = await begin();
    await user.type(dialog.getByRole('combobox', { name: 'To' }), 'rina@example{Enter}');
    expect(await dialog.findByText('No email address: “rina@example”')).toBeVisible();

    await user.click(dialog.getByRole('button', { name: 'Send' }));

    expect(await dialog.findByText('Please fill this in')).toBeVisible();
    expect(dialog.getByRole('combobox', { name: 'To' })).toBeInvalid();
    expect(dialog.getByRole('textbox', { name: 'Message' })).toBeInvalid();
    expect(started).toEqual([]);
  });

  it('shows a refusal of the server at its field', async () => {
    server.use(
      http.post('/api/v1/conversations', () =>
        HttpResponse.json(
          { code: 'email_invalid', errors: [{ pointer: '/to', code: 'email_invalid', detail: 'No.' }] },
          { status: 422 },
        ),
      ),
    );
    const { user, dialog } = await begin();
    await user.type(dialog.getByRole('combobox', { name: 'To' }), 'rina@-example.com{Enter}');
    await user.type(dialog.getByRole('textbox', { name: 'Message' }), 'Here it is.');
    await user.click(dialog.getByRole('button', { name: 'Send' }));

    expect(await dialog.findByText('This is not an email address')).toBeVisible();
    expect(dialog.getByRole('combobox', { name: 'To' })).toBeInvalid();
  });

  it('keeps what was written when its window closes, until it is discarded; and gives that back', async () => {
    const { user, dialog } = await begin();
    await user.type(dialog.getByRole('textbox', { name: 'Message' }), 'Half a');
    await user.click(dialog.getByRole('button', { name: 'Close and keep it' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'New message' }));
    const again = within(await screen.findByRole('dialog', { name: 'New message' }));
    expect(again.getByRole('textbox', { name: 'Message' })).toHaveValue('Half a');
    await user.click(again.getByRole('button', { name: 'Discard' }));
    expect(drafts.get(KEY).text).toBe('');

    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    const back = within(await screen.findByRole('dialog', { name: 'New message' }));
    expect(back.getByRole('textbox', { name: 'Message' })).toHaveValue('Half a');
  });
});
