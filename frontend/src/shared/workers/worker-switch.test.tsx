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

  it('stands at off when the program stopped the account, says why and lets it try again', async () => {
    const stopped = aWorker({
      state: 'blocked',
      stopped: true,
      reason: 'auth_failed',
      detail: '535 5.7.8 Username and password not accepted',
    });
    const asked: unknown[] = [];
    server.use(
      http.get('/api/v1/workers', () => HttpResponse.json([asked.length === 0 ? stopped : aWorker()])),
      http.put('/api/v1/accounts/:id/worker', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({ state: 'on', inFlight: 0 });
      }),
    );
    const { user } = await renderScreen(<WorkerStrip />);
    expect(await screen.findByRole('switch', { name: 'Worker Sandbox' })).not.toBeChecked();
    expect(screen.getByText('Stopped')).toBeVisible();
    expect(screen.getByText(/^The server refuses the login: 535 5.7.8 Username/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again: Sandbox' }));
    expect(screen.getByRole('switch', { name: 'Worker Sandbox' })).toBeChecked();
    expect(screen.getByRole('switch', { name: 'Worker Sandbox' })).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Try again: Sandbox' })).toBeNull();
    await waitFor(() => expect(asked).toEqual([{ wanted: 'ON' }]));
  });

  it('lets a stopped account try again when it is switched on', async () => {
    const asked: unknown[] = [];
    server.use(
      http.get('/api/v1/workers', () =>
        HttpResponse.json([aWorker({ state: 'blocked', stopped: true, reason: 'bounces' })]),
      ),
      http.put('/api/v1/accounts/:id/worker', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({ state: 'on', inFlight: 0 });
      }),
    );
    const { user } = await renderScreen(<WorkerStrip />);
    await user.click(await screen.findByRole('switch', { name: 'Worker Sandbox' }));
    await waitFor(() => expect(asked).toEqual([{ wanted: 'ON' }]));
  });

  it('does not offer another try while an account only rests', async () => {
    server.use(
      http.get('/api/v1/workers', () =>
        HttpResponse.json([
          aWorker({
            state: 'blocked',
            reason: 'throttled',
            nextAt: new Date(Date.now() + 60_000).toISOString(),
          }),
        ]),
      ),
    );
    await renderScreen(<WorkerStrip />);
    expect(await screen.findByRole('switch', { name: 'Worker Sandbox' })).toBeChecked();
    expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull();
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
