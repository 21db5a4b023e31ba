import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { aSuppression } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { SuppressionsPage } from './suppressions-page';

const page = (items: unknown[]) => ({ items, next: null, total: items.length });
const show = (path = '/contacts/suppressions') => renderScreen(<SuppressionsPage tabs={null} />, { path });

describe('the suppressions', () => {
  it('say who is not mailed and why', async () => {
    server.use(
      http.get('/api/v1/suppressions', () =>
        HttpResponse.json(
          page([aSuppression(1), aSuppression(2, { reason: 'hard_bounce', note: '550 5.1.1' })]),
        ),
      ),
    );
    await show();
    const table = await screen.findByRole('table', { name: 'Suppressions' });
    expect(within(table).getByText('Unsubscribed')).toBeVisible();
    expect(within(table).getByText('Address bounced')).toBeVisible();
    expect(within(table).getByText('550 5.1.1')).toBeVisible();
  });

  it('ask before an address is mailed again, with what its reason means', async () => {
    const removed: unknown[] = [];
    server.use(
      http.get('/api/v1/suppressions', () => HttpResponse.json(page([aSuppression(1)]))),
      http.delete('/api/v1/suppressions/:id', ({ params }) => {
        removed.push(params.id);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'Allow person1@example.com again' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('This person asked not to be mailed.');
    expect(within(dialog).getByRole('button', { name: 'No' })).toHaveFocus();
    await user.click(within(dialog).getByRole('button', { name: 'Yes, allow' }));
    await waitFor(() => expect(removed).toEqual([aSuppression(1).id]));
  });

  it('take an address by hand and show at the field what the server refuses', async () => {
    server.use(
      http.get('/api/v1/suppressions', () => HttpResponse.json(page([]))),
      http.post('/api/v1/suppressions', () =>
        HttpResponse.json(
          { code: 'invalid', errors: [{ pointer: '/email', code: 'invalid_email', detail: 'x' }] },
          { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
        ),
      ),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'Suppress an address' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Email'), 'nobody');
    await user.click(within(dialog).getByRole('button', { name: 'Suppress' }));
    const email = within(dialog).getByLabelText('Email');
    await waitFor(() => expect(email).toBeInvalid());
    expect(email).toHaveAccessibleDescription('This is not an email address');
  });

  it('keep the search in the address and tell an empty answer from an empty place', async () => {
    server.use(http.get('/api/v1/suppressions', () => HttpResponse.json(page([]))));
    const { user, router } = await show('/contacts/suppressions?q=budi');
    expect(await screen.findByText('No results for “budi”')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('Nobody is suppressed')).toBeVisible();
    expect(router.state.location.search).toEqual({});
  });
});
