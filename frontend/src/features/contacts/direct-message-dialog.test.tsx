import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { Contact } from '@/api/generated/model';
import { aContact, anAccount } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { DirectMessageDialog } from './direct-message-dialog';

function Dialog() {
  const [contact, setContact] = useState<Contact | undefined>(aContact(1));
  return <DirectMessageDialog contact={contact} onClose={() => setContact(undefined)} />;
}

describe('a message to one contact', () => {
  it('stays while it is on its way, so that a refusal is told and the words are there', async () => {
    let refuse: () => void = () => {};
    const refused = new Promise<void>((resolve) => (refuse = resolve));
    server.use(
      http.get('/api/v1/accounts', () => HttpResponse.json([anAccount()])),
      http.post('/api/v1/messages', async () => {
        await refused;
        return HttpResponse.json({ code: 'account_inactive' }, { status: 409 });
      }),
    );
    const { user, client } = await renderScreen(<Dialog />);
    const dialog = await screen.findByRole('dialog', { name: 'Message to Person 1' });
    await user.type(within(dialog).getByLabelText('Subject'), 'Hello');
    await user.type(within(dialog).getByLabelText('Message'), 'How are you?');
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Send' })).toBeEnabled());
    await user.click(within(dialog).getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(client.isMutating()).toBe(1));

    await user.keyboard('{Escape}');
    refuse();

    expect(await within(dialog).findByText('The account is not active')).toBeVisible();
    expect(within(dialog).getByLabelText('Message')).toHaveValue('How are you?');
  });
});
