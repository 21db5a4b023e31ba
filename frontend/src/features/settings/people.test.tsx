import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { People } from './people';

const sari = { id: '1', name: 'Sari', email: 's@toko.test', role: 'owner', language: 'en', online: true };
const budi = { id: '2', name: 'Budi', email: 'b@toko.test', role: 'agent', language: 'id', online: false };
const me = (role: string) => ({ user: { ...sari, role }, workspace: { name: 'Toko' } });

describe('the people', () => {
  const sent: unknown[] = [];
  beforeEach(() => {
    sent.length = 0;
    server.use(
      http.get('/api/v1/me', () => HttpResponse.json(me('owner'))),
      http.get('/api/v1/users', () => HttpResponse.json([sari, budi])),
      http.get('/api/v1/invites', () => HttpResponse.json([])),
      http.patch('/api/v1/users/2', async ({ request }) => {
        sent.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
      http.delete('/api/v1/users/2', () => {
        sent.push('removed');
        return new HttpResponse(null, { status: 204 });
      }),
      http.post('/api/v1/invites', async ({ request }) => {
        sent.push(await request.json());
        const invite = { id: '9', email: 'c@toko.test', role: 'manager' };
        const times = { createdAt: '2026-11-29T00:00:00Z', expiresAt: '2026-12-06T00:00:00Z' };
        const link = 'https://mail.toko.test/join?token=abc';
        return HttpResponse.json({ invite: { ...invite, ...times }, link }, { status: 201 });
      }),
    );
  });

  it('get another role from an owner, who cannot change their own', async () => {
    const { user } = await renderScreen(<People />);
    await user.selectOptions(await screen.findByLabelText('Role of Budi'), 'manager');
    await waitFor(() => expect(sent).toEqual([{ role: 'manager' }]));
    expect(screen.queryByLabelText('Role of Sari')).toBeNull();
  });

  it('are online or not', async () => {
    await renderScreen(<People />);
    const [sarisLine, budisLine] = await screen.findAllByRole('listitem');
    expect(within(sarisLine!).getByRole('img', { name: 'Online' })).toBeVisible();
    expect(within(budisLine!).queryByRole('img', { name: 'Online' })).toBeNull();
  });

  it('are removed after a Yes', async () => {
    const { user } = await renderScreen(<People />);
    await user.click(await screen.findByRole('button', { name: 'Remove colleague Budi' }));
    expect(sent).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Yes, remove them' }));
    await waitFor(() => expect(sent).toEqual(['removed']));
  });

  it('are invited with a link that is shown once', async () => {
    const { user } = await renderScreen(<People />);
    await user.click(await screen.findByRole('button', { name: 'Invite somebody' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Email'), 'c@toko.test');
    await user.click(within(dialog).getByLabelText('Manager'));
    await user.click(within(dialog).getByRole('button', { name: 'Make the link' }));
    expect(await within(dialog).findByLabelText('Link of the invitation')).toHaveValue(
      'https://mail.toko.test/join?token=abc',
    );
    expect(sent).toEqual([{ email: 'c@toko.test', role: 'manager' }]);
  });

  it('are only shown to who is no owner', async () => {
    server.use(http.get('/api/v1/me', () => HttpResponse.json(me('agent'))));
    await renderScreen(<People />);
    expect(await screen.findByText('Budi')).toBeVisible();
    await screen.findByText(/\(you\)/);
    expect(screen.queryByRole('button', { name: 'Invite somebody' })).toBeNull();
    expect(screen.queryByLabelText('Role of Budi')).toBeNull();
  });
});
