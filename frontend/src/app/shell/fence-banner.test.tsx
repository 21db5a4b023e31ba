import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { FenceBanner } from './fence-banner';

describe('the fence', () => {
  it('says why nothing is sent, what would leave, and goes when somebody has confirmed', async () => {
    let fenced = true;
    server.use(
      http.get('/api/v1/sending', () =>
        HttpResponse.json(
          fenced
            ? {
                state: 'FENCED',
                reason: 'restored',
                held: [{ accountId: idOf(1), accountName: 'Promo', messages: 120 }],
              }
            : { state: 'ON', held: [] },
        ),
      ),
      http.post('/api/v1/sending/confirm', () => {
        fenced = false;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = await renderScreen(<FenceBanner />);

    expect(await screen.findByRole('alert')).toHaveTextContent('restored from a backup');
    await user.click(screen.getByRole('button', { name: 'See what would leave' }));
    expect(await screen.findByText('120 messages would leave at once:')).toBeVisible();
    expect(screen.getByText('Promo: 120')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Yes, send from here' }));

    await waitFor(() => expect(screen.queryByText(/restored from a backup/)).toBeNull());
  });

  it('is silent where everything is as usual', async () => {
    server.use(http.get('/api/v1/sending', () => HttpResponse.json({ state: 'ON', held: [] })));
    await renderScreen(<FenceBanner />);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});
