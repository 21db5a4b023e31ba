import { screen, waitFor } from '@testing-library/react';
import { delay, http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { aWorker } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { WorkerStrip } from './worker-strip';

const workers = () =>
  server.use(http.get('/api/v1/workers', () => HttpResponse.json([aWorker({ waiting: 7 })])));

describe('the worker switch', () => {
  it('turns at once, before the server has answered, and then names what is still in flight', async () => {
    workers();
    server.use(
      http.put('/api/v1/accounts/:id/worker', async () => {
        await delay(200);
        return HttpResponse.json({ state: 'off', inFlight: 2 });
      }),
    );
    const { user } = await renderScreen(<WorkerStrip />);
    const control = await screen.findByRole('switch', { name: 'Worker Sandbox' });
    expect(control).toBeChecked();
    await user.click(control);
    expect(control).not.toBeChecked();
    expect(screen.getByText(/^Pausing/)).toBeVisible();
    expect(await screen.findByText('Worker Sandbox is off. 2 in flight can still leave.')).toBeVisible();
  });

  it('never says off when the server has not confirmed it', async () => {
    workers();
    server.use(
      http.put('/api/v1/accounts/:id/worker', () => HttpResponse.json({ state: 'stopping', inFlight: 3 })),
    );
    const { user } = await renderScreen(<WorkerStrip />);
    await user.click(await screen.findByRole('switch', { name: 'Worker Sandbox' }));
    expect(await screen.findByText(/is stopping; not confirmed yet, 3 in flight/)).toBeVisible();
    expect(screen.queryByText(/is off/)).toBeNull();
  });

  it('turns back when the server refuses', async () => {
    workers();
    server.use(
      http.put('/api/v1/accounts/:id/worker', () => HttpResponse.json({ code: 'gone' }, { status: 409 })),
    );
    const { user } = await renderScreen(<WorkerStrip />);
    const control = await screen.findByRole('switch', { name: 'Worker Sandbox' });
    await user.click(control);
    await waitFor(() => expect(control).toBeChecked());
  });

  it('answers to w while its card has the focus', async () => {
    workers();
    const asked: unknown[] = [];
    server.use(
      http.put('/api/v1/accounts/:id/worker', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({ state: 'off', inFlight: 0 });
      }),
    );
    const { user } = await renderScreen(<WorkerStrip />);
    (await screen.findByRole('switch', { name: 'Worker Sandbox' })).focus();
    await user.keyboard('w');
    await waitFor(() => expect(asked).toEqual([{ wanted: 'OFF' }]));
  });
});
