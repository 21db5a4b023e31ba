import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { Teams } from './teams';

const sari = { id: '1', name: 'Sari', email: 's@toko.test', role: 'manager', language: 'en' };
const budi = { id: '2', name: 'Budi', email: 'b@toko.test', role: 'agent', language: 'id' };
const sales = { id: '7', name: 'Sales', members: ['2'], handsOut: false };

describe('the teams', () => {
  const sent: unknown[] = [];
  beforeEach(() => {
    sent.length = 0;
    server.use(
      http.get('/api/v1/me', () => HttpResponse.json({ user: sari, workspace: { name: 'Toko' } })),
      http.get('/api/v1/users', () => HttpResponse.json([sari, budi])),
      http.get('/api/v1/teams', () => HttpResponse.json([sales])),
      http.post('/api/v1/teams', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(
          {
            code: 'team_exists',
            status: 422,
            title: 'Invalid',
            errors: [{ pointer: '/name', code: 'team_exists', detail: 'There is one.' }],
          },
          { status: 422 },
        );
      }),
      http.patch('/api/v1/teams/7', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(sales);
      }),
      http.delete('/api/v1/teams/7', () => {
        sent.push('removed');
        return new HttpResponse(null, { status: 204 });
      }),
    );
  });

  it('get other members and another name', async () => {
    const { user } = await renderScreen(<Teams />);
    expect(await screen.findByText('Budi')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Change team Sales' }));
    const dialog = await screen.findByRole('dialog');
    const name = within(dialog).getByLabelText('Name of the team');
    await user.clear(name);
    await user.type(name, 'Support');
    await user.click(within(dialog).getByRole('combobox', { name: 'Members' }));
    await user.click(await screen.findByRole('option', { name: 'Sari' }));
    await user.click(
      within(dialog).getByRole('switch', { name: 'Hand new conversations to whoever is online' }),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toEqual([{ name: 'Support', members: ['2', '1'], handsOut: true }]));
  });

  it('say at the name what the server refuses', async () => {
    const { user } = await renderScreen(<Teams />);
    await user.click(await screen.findByRole('button', { name: 'Make a team' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Name of the team'), 'Sales');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByText('There is a team of this name already')).toBeVisible();
  });

  it('go after a Yes', async () => {
    const { user } = await renderScreen(<Teams />);
    await user.click(await screen.findByRole('button', { name: 'Remove team Sales' }));
    await user.click(await screen.findByRole('button', { name: 'Yes, remove the team' }));
    await waitFor(() => expect(sent).toEqual(['removed']));
  });

  it('are only shown to agents', async () => {
    server.use(http.get('/api/v1/me', () => HttpResponse.json({ user: budi, workspace: { name: 'Toko' } })));
    await renderScreen(<Teams />);
    expect(await screen.findByText('Sales')).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
  });
});
