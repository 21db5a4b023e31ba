import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contact, Conversation, Role, Suppression } from '@/api/generated/model';
import { remembered } from '@/shared/browser';
import { aContact, aSuppression, idOf } from '@/testing/factories';
import { aConversation } from '@/testing/inbox';
import { server } from '@/testing/server';
import { open, serve } from './inbox-page.fixture';

const narrow = window.matchMedia;
const wide = () => {
  window.matchMedia = (query) => ({ ...narrow(query), matches: query === '(min-width: 75em)' });
};

const person = { name: 'Person 1', address: 'person1@example.com' };
let asked: string[] = [];
const note = ({ request }: { request: Request }) => void asked.push(new URL(request.url).pathname);

function world(
  role: Role,
  contacts: Contact[],
  suppressions: Suppression[],
  others: Conversation[],
  of: Partial<Conversation> = {},
) {
  server.use(
    http.get('/api/v1/me', () =>
      HttpResponse.json({ user: { id: idOf(60), name: 'Budi', role }, workspace: { name: 'Toko' } }),
    ),
    http.get('/api/v1/contacts', () => HttpResponse.json({ items: contacts, next: null, total: 1 })),
    http.get('/api/v1/suppressions', () => HttpResponse.json({ items: suppressions, next: null, total: 1 })),
    http.get('/api/v1/conversations', ({ request }) => {
      const address = new URL(request.url).searchParams.get('person');
      const items = [aConversation(1, of), ...others];
      return HttpResponse.json({
        items: items.filter((one) => address === null || one.person.address === address),
        next: null,
      });
    }),
    http.get(`/api/v1/conversations/${idOf(1)}`, () => HttpResponse.json(aConversation(1, of))),
  );
}

beforeEach(() => {
  serve();
  asked = [];
  server.events.on('request:start', note);
});
afterEach(() => {
  window.matchMedia = narrow;
  remembered.remove('inbox-info');
  server.events.removeListener('request:start', note);
});

const pane = () => screen.findByRole('complementary', { name: 'About this person' });

describe('what is known about the person of a conversation', () => {
  it('stands beside it on a wide screen, and the head does not say it again', async () => {
    wide();
    const contact = aContact(1, { company: 'Toko Biru', phone: '0812', data: { city: 'Bogor', shoe: '' } });
    const suppressions = [
      aSuppression(2, { email: 'other-person1@example.com', reason: 'complaint' }),
      aSuppression(1, { note: 'Asked on the phone' }),
    ];
    world('manager', [aContact(2, { email: 'xperson1@example.com' }), contact], suppressions, [], {
      campaign: { id: idOf(40), name: 'Spring' },
      team: { id: idOf(80), name: 'Sales' },
    });
    await open();

    const info = within(await pane());
    expect(await info.findByRole('link', { name: 'Person 1' })).toHaveAttribute(
      'href',
      expect.stringContaining(`/contacts?open=${idOf(1)}`),
    );
    expect(info.getByText('Toko Biru')).toBeVisible();
    expect(info.getByText('0812')).toBeVisible();
    expect(info.getByText('Bogor')).toBeVisible();
    expect(info.queryByText('shoe')).toBeNull();
    expect(await info.findByText('Unsubscribed')).toBeVisible();
    expect(info.getByText('Asked on the phone')).toBeVisible();
    expect(info.getByRole('button', { name: 'Copy the address' })).toBeVisible();
    expect(info.getByRole('link', { name: 'Spring' })).toBeVisible();
    expect(info.getByText('Sales')).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'Spring' })).toHaveLength(1);
    expect(screen.queryByText('Team: Sales')).toBeNull();
  });

  it('names the five newest other conversations of the same address, each of them a link', async () => {
    wide();
    const at = (day: number) => `2026-11-${day}T10:00:00Z`;
    const others = [10, 11, 12, 13, 14, 15].map((day) =>
      aConversation(day, { person, subject: `Of day ${day}`, lastAt: at(day), state: 'done' }),
    );
    const about = aConversation(30, { subject: 'Only names it', lastAt: at(28) });
    world('manager', [], [], [...others, about]);
    const { user, router } = await open();

    const info = within(await pane());
    expect(await info.findByRole('link', { name: 'Of day 15' })).toBeVisible();
    const links = info.getAllByRole('listitem').map((item) => within(item).getByRole('link').textContent);
    expect(links).toEqual(['Of day 15', 'Of day 14', 'Of day 13', 'Of day 12', 'Of day 11']);
    expect(info.getAllByText(/Done$/)).toHaveLength(5);
    await user.click(info.getByRole('link', { name: 'Show all' }));
    expect(router.state.location.search).toEqual({ tab: 'all', q: person.address, open: idOf(1) });
    await user.click(info.getByRole('link', { name: 'Of day 15' }));
    expect(router.state.location.search).toEqual({ tab: 'all', open: idOf(15) });
  });

  it('says where there is nothing', async () => {
    wide();
    world('owner', [], [], []);
    await open();

    const info = within(await pane());
    expect(await info.findByText('Not among your contacts')).toBeVisible();
    expect(await info.findByText('There is no other conversation with this person.')).toBeVisible();
  });

  it('asks no agent for what agents may not see', async () => {
    wide();
    world('agent', [], [], [aConversation(2, { person, subject: 'Earlier' })], {
      contact: { id: idOf(1), name: 'Sari Dewi' },
    });
    await open();

    const info = within(await pane());
    expect(await info.findByRole('link', { name: 'Earlier' })).toBeVisible();
    expect(info.getByText('Sari Dewi')).toBeVisible();
    expect(info.queryByRole('link', { name: 'Sari Dewi' })).toBeNull();
    expect(asked.filter((path) => /contacts|suppressions/.test(path))).toEqual([]);
    expect(info.queryByRole('alert')).toBeNull();
  });

  it('can be asked for again where a part of it fails', async () => {
    wide();
    world('manager', [aContact(1, { company: 'Toko Biru' })], [], []);
    server.use(http.get('/api/v1/contacts', () => HttpResponse.json({}, { status: 500 }), { once: true }));
    const { user } = await open();

    const info = within(await pane());
    expect(await info.findByText('There is no other conversation with this person.')).toBeVisible();
    await user.click(await info.findByRole('button', { name: 'Try again' }));
    expect(await info.findByText('Toko Biru')).toBeVisible();
  });

  it('stays closed in this browser once it was closed, until the key opens it', async () => {
    wide();
    world('manager', [], [], []);
    const { user, unmount } = await open();
    const button = await screen.findByRole('button', { name: 'About this person' });
    await user.click(within(await pane()).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(button).toHaveFocus();
    unmount();

    await open();
    expect(await screen.findByRole('button', { name: 'About this person' })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    expect(screen.queryByRole('complementary')).toBeNull();
    await user.keyboard('i');
    expect(await pane()).toBeVisible();
  });

  it('is a drawer where there is no room, and costs nothing before', async () => {
    world('manager', [aContact(1, { company: 'Toko Biru' })], [], []);
    const { user } = await open();
    const button = await screen.findByRole('button', { name: 'About this person' });
    await screen.findByRole('list', { name: 'Conversations' });
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(asked).not.toContain('/api/v1/contacts');

    await user.click(button);
    const drawer = await screen.findByRole('dialog', { name: 'About this person' });
    expect(await within(drawer).findByText('Toko Biru')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(button).toHaveFocus();
  });
});
