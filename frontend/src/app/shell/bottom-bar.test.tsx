import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { someCounts } from '@/testing/inbox';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { BottomBar } from './bottom-bar';

describe('the navigation', () => {
  it('leads agents to their conversations and settings only', async () => {
    as('agent');
    await renderScreen(<BottomBar />);

    const bar = screen.getByRole('navigation');
    expect(await within(bar).findByRole('link', { name: /Settings/ })).toBeVisible();
    expect(within(bar).getAllByRole('link')).toHaveLength(2);
    expect(within(bar).getByRole('link', { name: /Inbox/ })).toBeVisible();
    expect(within(bar).queryByRole('button', { name: 'More' })).toBeNull();
  });

  it('keeps the rest under "More" for the others', async () => {
    as('manager');
    await renderScreen(<BottomBar />);

    const bar = screen.getByRole('navigation');
    expect(await within(bar).findByRole('button', { name: 'More' })).toBeVisible();
    expect(within(bar).getAllByRole('link')).toHaveLength(4);
  });
});

function as(role: string) {
  server.use(
    http.get('/api/v1/me', () =>
      HttpResponse.json({
        user: { id: '1', name: 'Sari', email: 's@toko.test', role, language: 'en' },
        workspace: { name: 'Toko' },
      }),
    ),
    http.get('/api/v1/conversations/counts', () => HttpResponse.json(someCounts())),
  );
}
