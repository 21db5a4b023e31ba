import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { server } from '@/testing/server';
import { open, serve } from './inbox-page.fixture';
import { filterOf, inboxSearch } from './search';

beforeEach(serve);

describe('the days of a list', () => {
  it('are chosen among the filters, and stand in the address', async () => {
    const asked: URL[] = [];
    server.events.on('request:start', ({ request }) => void asked.push(new URL(request.url)));
    const { user, router } = await open();
    await user.click(await screen.findByRole('button', { name: 'Filters' }));
    fireEvent.change(await screen.findByLabelText('Last message on or after'), {
      target: { value: '2026-11-02' },
    });
    await waitFor(() => expect(router.state.location.search).toMatchObject({ from: '2026-11-02' }));
    fireEvent.change(screen.getByLabelText('Last message on or before'), { target: { value: '2026-11-03' } });
    await waitFor(() => expect(router.state.location.search).toMatchObject({ to: '2026-11-03' }));

    const from = new Date(2026, 10, 2).toISOString();
    const to = new Date(2026, 10, 4).toISOString();
    await waitFor(() =>
      expect(
        asked.some(
          ({ pathname, searchParams }) =>
            pathname === '/api/v1/conversations' &&
            searchParams.get('from') === from &&
            searchParams.get('to') === to,
        ),
      ).toBe(true),
    );
    fireEvent.change(screen.getByLabelText('Last message on or after'), { target: { value: '' } });
    await waitFor(() => expect(router.state.location.search).not.toHaveProperty('from'));
  });

  it('are days of the calendar, or none', () => {
    expect(inboxSearch({ from: '2026-02-31', to: 'soon' })).toEqual({});
    expect(filterOf({ to: '2026-12-31' })).toEqual({ tab: 'new', to: new Date(2027, 0, 1).toISOString() });
  });
});
