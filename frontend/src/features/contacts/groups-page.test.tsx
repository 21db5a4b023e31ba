import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Group } from '@/api/generated/model';
import { aGroup, idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { GroupsPage } from './groups-page';

describe('lists and tags', () => {
  let lists: Group[];
  beforeEach(() => {
    lists = [aGroup(50, 'Customers', 12)];
    server.use(
      http.get('/api/v1/lists', () => HttpResponse.json(lists)),
      http.get('/api/v1/tags', () => HttpResponse.json([])),
    );
  });
  const show = () => renderScreen(<GroupsPage tabs={null} />, { path: '/contacts/groups' });
  const panel = () => screen.findByRole('list', { name: 'Lists' });

  it('are made', async () => {
    server.use(
      http.post('/api/v1/lists', async ({ request }) => {
        const { name } = (await request.json()) as { name: string };
        lists = [...lists, aGroup(51, name)];
        return HttpResponse.json(lists[1], { status: 201 });
      }),
    );
    const { user } = await show();
    const name = screen.getByRole('textbox', { name: 'Name of the new list' });
    await user.type(name, '  Newsletter {Enter}');
    expect(await within(await panel()).findByText('Newsletter')).toBeVisible();
    expect(name).toHaveValue('');
  });

  it('say at the field that a name is taken', async () => {
    server.use(http.post('/api/v1/lists', () => HttpResponse.json({ code: 'list_exists' }, { status: 409 })));
    const { user } = await show();
    const name = screen.getByRole('textbox', { name: 'Name of the new list' });
    await user.type(name, 'Customers{Enter}');
    await waitFor(() => expect(name).toHaveAccessibleDescription('There is a list of this name already'));
  });

  it('are renamed', async () => {
    const renamed: unknown[] = [];
    server.use(
      http.patch('/api/v1/lists/:id', async ({ request }) => {
        renamed.push(await request.json());
        return HttpResponse.json(aGroup(50, 'Buyers', 12));
      }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'Actions for Customers' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Rename' }));
    const dialog = await screen.findByRole('dialog', { name: 'Rename' });
    await user.clear(within(dialog).getByLabelText('Name'));
    await user.type(within(dialog).getByLabelText('Name'), 'Buyers{Enter}');
    await waitFor(() => expect(renamed).toEqual([{ name: 'Buyers' }]));
  });

  it('are renamed, tags too', async () => {
    const renamed: unknown[] = [];
    server.use(
      http.get('/api/v1/tags', () => HttpResponse.json([aGroup(60, 'vip', 2)])),
      http.patch('/api/v1/tags/:id', async ({ request, params }) => {
        renamed.push(params.id, await request.json());
        return HttpResponse.json(aGroup(60, 'regular', 2));
      }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'Actions for vip' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Rename' }));
    const dialog = await screen.findByRole('dialog', { name: 'Rename' });
    await user.clear(within(dialog).getByLabelText('Name'));
    await user.type(within(dialog).getByLabelText('Name'), 'regular{Enter}');
    await waitFor(() => expect(renamed).toEqual([idOf(60), { name: 'regular' }]));
  });

  it('are deleted after a Yes that names how many people leave', async () => {
    server.use(
      http.delete('/api/v1/lists/:id', ({ params }) => {
        expect(params.id).toBe(idOf(50));
        lists = [];
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'Actions for Customers' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      '12 contacts leave this list and stay in Kurir.',
    );
    await user.click(screen.getByRole('button', { name: 'Yes, delete' }));
    expect(await screen.findByText('No lists yet')).toBeVisible();
  });
});
