import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '@/api/generated/model';
import { aContact, aGroup, anAccount, idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { ContactsPage } from './contacts-page';

const CUSTOMERS = aGroup(50, 'Customers', 2);
const customers = { id: CUSTOMERS.id, name: CUSTOMERS.name };
const page = (items: Contact[], next: string | null = null, total = items.length) => ({ items, next, total });
const people = (...items: Contact[]) =>
  server.use(http.get('/api/v1/contacts', () => HttpResponse.json(page(items))));
const refused = (errors: unknown[]) =>
  HttpResponse.json(
    { code: 'invalid', errors },
    { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
  );
const show = (path = '/contacts', language: 'en' | 'id' = 'en') =>
  renderScreen(<ContactsPage tabs={null} />, { path, language });

beforeEach(() =>
  server.use(
    http.get('/api/v1/lists', () => HttpResponse.json([CUSTOMERS])),
    http.get('/api/v1/tags', () => HttpResponse.json([aGroup(60, 'vip')])),
    http.get('/api/v1/fields', () => HttpResponse.json([{ name: 'data.city', kind: 'data', contacts: 3 }])),
  ),
);

describe('the list of contacts', () => {
  it('shows who they are, where they belong, and why somebody is not mailed', async () => {
    people(
      aContact(1, { name: 'Sari', lists: [customers], company: 'Melati' }),
      aContact(2, { name: 'Budi', suppressed: 'unsubscribed' }),
    );
    await show();
    const [, sari, budi] = await screen.findAllByRole('row');
    expect(sari).toHaveTextContent(/Sari.*person1@example\.com.*Melati.*Customers/);
    expect(within(budi!).getByText('Unsubscribed')).toBeVisible();
  });

  it('searches after a pause and keeps the search in the address', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get('/api/v1/contacts', ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('q'));
        return HttpResponse.json(page([aContact(1)]));
      }),
    );
    const { user, router } = await show();
    await user.type(await screen.findByRole('searchbox', { name: 'Search contacts' }), 'sari');
    await waitFor(() => expect(router.state.location.search).toEqual({ q: 'sari' }));
    await waitFor(() => expect(asked).toEqual([null, 'sari']));
  });

  it('tells an empty answer from an empty place', async () => {
    people();
    const { user } = await show('/contacts?q=nobody');
    expect(await screen.findByText('No results for “nobody”')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('No contacts yet')).toBeVisible();
  });

  it('loads the next page on demand', async () => {
    server.use(
      http.get('/api/v1/contacts', ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.get('cursor') === 'two'
            ? page([aContact(2)], null, 2)
            : page([aContact(1)], 'two', 2),
        ),
      ),
    );
    const { user } = await show();
    expect(await screen.findByText('1 of 2 rows')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('button', { name: 'Person 2' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('says what failed and tries again', async () => {
    let broken = true;
    server.use(
      http.get('/api/v1/contacts', () =>
        broken
          ? HttpResponse.json({ code: 'internal_error', requestId: 'r-17' }, { status: 500 })
          : HttpResponse.json(page([aContact(1)])),
      ),
    );
    const { user } = await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('internal_error · r-17');
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('person1@example.com')).toBeVisible();
  });

  it('walks with j and k, selects with x and asks before # deletes', async () => {
    people(aContact(1), aContact(2));
    const { user } = await show();
    await screen.findByText('person1@example.com');
    await user.keyboard('jj');
    expect(screen.getByRole('button', { name: 'Person 2' })).toHaveFocus();
    await user.keyboard('x');
    expect(screen.getByRole('checkbox', { name: 'Select Person 2' })).toBeChecked();
    await user.keyboard('#');
    expect(await screen.findByRole('dialog', { name: 'Delete Person 2?' })).toBeVisible();
  });

  it('speaks Indonesian', async () => {
    people();
    await show('/contacts', 'id');
    expect(await screen.findByText('Belum ada kontak')).toBeVisible();
  });
});

describe('many contacts at once', () => {
  it('join a list, and Undo takes out only those who joined', async () => {
    people(aContact(1, { lists: [customers] }), aContact(2), aContact(3));
    const changes: unknown[] = [];
    server.use(
      http.post('/api/v1/contacts/bulk', async ({ request }) => {
        const change = (await request.json()) as { ids: string[] };
        changes.push(change);
        return HttpResponse.json({ changed: change.ids.length });
      }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('checkbox', { name: 'Select all rows that are shown' }));
    const bar = screen.getByRole('region', { name: 'Selected contacts' });
    expect(bar).toHaveTextContent('3 selected');
    await user.click(within(bar).getByRole('button', { name: 'Lists' }));
    const choice = within(await screen.findByRole('dialog'));
    await user.click(choice.getByRole('combobox', { name: 'List' }));
    await user.click(await choice.findByRole('option', { name: 'Customers' }));
    await user.click(choice.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('2 contacts added to “Customers”')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(changes).toEqual([
        { action: 'add_list', ids: [idOf(2), idOf(3)], target: CUSTOMERS.id },
        { action: 'remove_list', ids: [idOf(2), idOf(3)], target: CUSTOMERS.id },
      ]),
    );
  });

  it('are deleted only after a Yes', async () => {
    people(aContact(1), aContact(2));
    const changes: unknown[] = [];
    server.use(
      http.post('/api/v1/contacts/bulk', async ({ request }) => {
        changes.push(await request.json());
        return HttpResponse.json({ changed: 1 });
      }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('checkbox', { name: 'Select Person 1' }));
    const bar = screen.getByRole('region', { name: 'Selected contacts' });
    await user.click(within(bar).getByRole('button', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'No' }));
    expect(changes).toEqual([]);
    await user.click(within(bar).getByRole('button', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Yes, delete' }));
    await waitFor(() => expect(changes).toEqual([{ action: 'delete', ids: [idOf(1)] }]));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Selected contacts' })).toBeNull());
  });
});

describe('the contact drawer', () => {
  it('adds somebody with a new list, tags and custom values', async () => {
    people(aContact(1));
    const sent: unknown[] = [];
    server.use(
      http.post('/api/v1/lists', () => HttpResponse.json(aGroup(51, 'Newsletter'), { status: 201 })),
      http.post('/api/v1/contacts', async ({ request }) => {
        sent.push(await request.json(), request.headers.get('Idempotency-Key'));
        return HttpResponse.json(aContact(9, { name: 'Ayu' }), { status: 201 });
      }),
    );
    const { user, router } = await show('/contacts?open=new');
    const drawer = await screen.findByRole('dialog', { name: 'Add contact' });
    await user.type(within(drawer).getByLabelText('Email'), 'ayu@example.com');
    await user.type(within(drawer).getByLabelText('Name'), 'Ayu');
    await user.type(
      within(drawer).getByRole('combobox', { name: 'Lists' }),
      'customers{Enter}Newsletter{Enter}',
    );
    await user.type(within(drawer).getByRole('combobox', { name: 'Tags' }), 'vip{Enter}');
    await user.click(within(drawer).getByRole('button', { name: 'Add a value' }));
    await user.type(within(drawer).getByRole('combobox', { name: 'Name of value 1' }), 'city');
    await user.type(within(drawer).getByLabelText('Value of city'), 'Bandung');
    await user.click(within(drawer).getByRole('button', { name: 'Add contact' }));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
    expect(sent).toEqual([
      {
        email: 'ayu@example.com',
        name: 'Ayu',
        phone: '',
        company: '',
        lists: [CUSTOMERS.id, idOf(51)],
        tags: ['vip'],
        data: { city: 'Bandung' },
      },
      expect.stringMatching(/^[0-9a-f-]{36}$/),
    ]);
  });

  it('ties what the server refuses to the fields, also to a custom value', async () => {
    const sari = aContact(1, { data: { city: 'Bandung' } });
    people(sari);
    server.use(
      http.get('/api/v1/contacts/:id', () => HttpResponse.json(sari)),
      http.patch('/api/v1/contacts/:id', () =>
        refused([
          { pointer: '/email', code: 'invalid_email', detail: 'x' },
          { pointer: '/data/city', code: 'some_new_code', detail: 'Not this one.' },
        ]),
      ),
    );
    const { user } = await show(`/contacts?open=${sari.id}`);
    const drawer = await screen.findByRole('dialog', { name: 'Person 1' });
    await user.click(await within(drawer).findByRole('button', { name: 'Save' }));
    const email = within(drawer).getByLabelText('Email');
    await waitFor(() => expect(email).toHaveAccessibleDescription('This is not an email address'));
    expect(within(drawer).getByLabelText('Value of city')).toHaveAccessibleDescription('Not this one.');
    await waitFor(() => expect(email).toHaveFocus());
  });

  it('sends the version it read, and offers the newest one after somebody else changed it', async () => {
    let stored = aContact(1, { name: 'Sari', version: '3' });
    people(stored);
    const versions: (string | null)[] = [];
    server.use(
      http.get('/api/v1/contacts/:id', () => HttpResponse.json(stored)),
      http.patch('/api/v1/contacts/:id', ({ request }) => {
        versions.push(request.headers.get('If-Match'));
        return request.headers.get('If-Match') === stored.version
          ? HttpResponse.json({ ...stored, version: '5' })
          : HttpResponse.json({ code: 'stale' }, { status: 412 });
      }),
    );
    const { user } = await show(`/contacts?open=${stored.id}`);
    const drawer = await screen.findByRole('dialog', { name: 'Sari' });
    const name = await within(drawer).findByLabelText('Name');
    stored = { ...stored, name: 'Sari Dewi', version: '4' };
    await user.click(within(drawer).getByRole('button', { name: 'Save' }));
    await user.click(await within(drawer).findByRole('button', { name: 'Show the newest version' }));
    await waitFor(() => expect(name).toHaveValue('Sari Dewi'));
    await user.click(within(drawer).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(versions).toEqual(['3', '4']));
  });
});

describe('a direct message', () => {
  it('goes to one contact through the outbox, from an active account', async () => {
    people(aContact(1));
    const sent: unknown[] = [];
    server.use(
      http.get('/api/v1/accounts', ({ request }) =>
        HttpResponse.json(new URL(request.url).searchParams.get('active') === 'true' ? [anAccount()] : []),
      ),
      http.post('/api/v1/messages', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(
          { id: idOf(8), to: 'person1@example.com', accountId: idOf(1) },
          { status: 202 },
        );
      }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'Actions for Person 1' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Write a message' }));
    const dialog = await screen.findByRole('dialog', { name: 'Message to Person 1' });
    await user.click(within(dialog).getByRole('button', { name: 'Send' }));
    expect(within(dialog).getByLabelText('Subject')).toHaveAccessibleDescription('Please fill this in');
    await user.type(within(dialog).getByLabelText('Subject'), 'Hello');
    await user.type(within(dialog).getByLabelText('Message'), 'How are you?');
    await user.click(within(dialog).getByRole('checkbox', { name: /Urgent/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Send' }));
    expect(await screen.findByText('The message to person1@example.com is in the outbox')).toBeVisible();
    expect(sent).toEqual([
      { accountId: idOf(1), contactId: idOf(1), subject: 'Hello', text: 'How are you?', urgent: true },
    ]);
  });

  it('cannot be written to somebody who is suppressed', async () => {
    people(aContact(1, { suppressed: 'complaint' }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'Actions for Person 1' }));
    expect(await screen.findByRole('menuitem', { name: 'Write a message' })).toBeDisabled();
  });
});
