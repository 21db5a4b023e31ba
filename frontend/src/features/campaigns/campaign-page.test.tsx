import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventStream } from '@/api/event-stream';
import { NO_STATES } from '@/shared/progress/state-groups';
import { aCampaign, aProgress, aWorker, idOf } from '@/testing/factories';
import { server } from '@/testing/server';
import { FIGURES, processing, scene, serve, show, sum } from './campaign-page.fixture';

beforeEach(serve);

describe('the page of a running campaign', () => {
  it('shows how far it is, and that nobody was lost', async () => {
    await show(processing());
    expect(
      await screen.findByText(
        (_text, element) => element?.tagName === 'P' && element.textContent === '12 of 27 sent',
      ),
    ).toBeVisible();
    expect(sum()).toHaveTextContent('30 in the audience 27 messages 3 left out');
    const left = screen.getByRole('list', { name: 'Left out, by reason' });
    expect(left).toHaveTextContent('2 unsubscribed');
    expect(left).toHaveTextContent('1 without an address');
    expect(screen.queryByText('The sum does not come out')).toBeNull();
    expect(screen.getByText('no estimate yet')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Rejected 3' })).toHaveAttribute(
      'href',
      `/outbox?campaign=${idOf(1)}&state=rejected`,
    );
  });

  it('counts what came back, and leads to it', async () => {
    await show(processing());
    const replies = await screen.findByRole('link', { name: 'Replies 3 25%' });
    expect(replies).toHaveAttribute('href', `/inbox?tab=all&campaign=${idOf(1)}`);
    expect(screen.getByRole('link', { name: 'Bounces 1 8.3%' })).toHaveAttribute(
      'href',
      `/inbox?tab=all&campaign=${idOf(1)}&category=bounce`,
    );
    expect(screen.queryByText('Complaints')).toBeNull();
  });

  it('says when everybody was counted, counts again when asked, and names the counter that lies', async () => {
    const at = '2026-11-20T07:02:00Z';
    server.use(
      http.post('/api/v1/campaigns/:id/audit', () => {
        const broken = {
          ...FIGURES,
          balanced: false,
          audit: { at, accounted: 30, differences: [{ what: 'rejected', counted: 3, found: 4 }] },
        };
        scene.stored = { ...scene.stored, progress: broken };
        return HttpResponse.json(broken);
      }),
    );
    const { user } = await show(
      processing({ progress: { ...FIGURES, audit: { at, accounted: 30, differences: [] } } }),
    );
    expect(await screen.findByText(/^Checked .*: all/)).toHaveTextContent('all 30 accounted for');
    await user.click(screen.getByRole('button', { name: 'Count now' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Rejected: the counter says 3, there are 4');
  });

  it('offers who got it as a file', async () => {
    const { user } = await show(processing());
    await user.click(await screen.findByRole('button', { name: 'Export who got it' }));
    expect(await screen.findByRole('menuitem', { name: 'CSV for a spreadsheet' })).toHaveAttribute(
      'href',
      `/api/v1/campaigns/${idOf(1)}/ledger?bom=true`,
    );
  });

  it('asks before all uncertain messages are decided, and tells the server how many that were', async () => {
    const told: unknown[] = [];
    server.use(
      http.post('/api/v1/outbox/uncertain/decide', async ({ request }) => {
        told.push(await request.json());
        return HttpResponse.json({ ids: [idOf(5), idOf(6)] });
      }),
    );
    const states = { ...FIGURES.states, uncertain: 2 };
    const { user } = await show(processing({ progress: { ...FIGURES, audience: 32, states } }));
    await user.click(await screen.findByRole('button', { name: 'Assume sent (2)' }));
    expect(await screen.findByText('2 messages count as sent.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Yes, assume sent' }));
    await waitFor(() => expect(told).toEqual([{ decision: 'assume_sent', campaignId: idOf(1), count: 2 }]));
  });

  it('sets what becomes of uncertain messages when nobody decides', async () => {
    const told: unknown[] = [];
    server.use(
      http.put('/api/v1/campaigns/:id/uncertain-policy', async ({ request }) => {
        told.push(await request.json());
        return HttpResponse.json(scene.stored);
      }),
    );
    const { user } = await show(processing());
    await user.click(await screen.findByRole('button', { name: 'Actions for November' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Uncertain messages…' }));
    await user.click(await screen.findByRole('radio', { name: 'Send again' }));
    expect(screen.getByText(/gets it twice, and nobody is asked/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(told).toEqual([{ action: 'send_again', afterMinutes: 1440 }]));
  });

  it('turns red when the sum does not come out', async () => {
    await show(processing({ progress: { ...FIGURES, audience: 31, balanced: false } }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The sum does not come out');
  });

  it('turns red also when live numbers do not come out', async () => {
    await show(processing());
    await screen.findByText('November');
    act(() =>
      eventStream.receive({
        type: 'event',
        name: 'outbox',
        data: { accountId: idOf(1), campaignId: idOf(1), states: { ...NO_STATES, accepted: 20 }, rows: [] },
      }),
    );
    expect(await screen.findByText('The sum does not come out')).toBeVisible();
  });

  it('shows the progress of each of several accounts and sums their live numbers up', async () => {
    const share = (account: number, accepted: number) => ({
      accountId: idOf(account),
      states: { ...NO_STATES, accepted, queued: 10 - accepted },
    });
    await show(
      processing({
        accounts: [
          { id: idOf(1), name: 'Sandbox', weight: 1 },
          { id: idOf(2), name: 'Second', weight: 1 },
        ],
        progress: aProgress({
          audience: 20,
          accounts: [share(1, 4), share(2, 0)],
          states: { accepted: 4, queued: 16 },
        }),
      }),
    );
    const shares = await screen.findByRole('list', { name: 'Progress by account' });
    expect(
      within(shares)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Sandbox4 / 10', 'Second0 / 10']);
    expect(screen.getByText('From Sandbox and Second to Customers')).toBeVisible();
    act(() =>
      eventStream.receive({
        type: 'event',
        name: 'outbox',
        data: { campaignId: idOf(1), rows: [], ...share(2, 7) },
      }),
    );
    await waitFor(() => expect(shares).toHaveTextContent('Second7 / 10'));
    expect(shares).toHaveTextContent('Sandbox4 / 10');
    expect(sum()).toHaveTextContent('20 in the audience 20 messages 0 left out');
    expect(screen.queryByText('The sum does not come out')).toBeNull();
  });

  it('is paused, resumed and cancelled, and the answers name what is in flight', async () => {
    server.use(
      http.post('/api/v1/campaigns/:id/pause', () => {
        scene.stored = { ...scene.stored, state: 'paused' };
        return HttpResponse.json({ campaign: scene.stored, state: 'stopped', inFlight: 2 });
      }),
      http.post('/api/v1/campaigns/:id/resume', () => {
        scene.stored = { ...scene.stored, state: 'processing' };
        return HttpResponse.json(scene.stored);
      }),
      http.post('/api/v1/campaigns/:id/cancel', () => {
        scene.stored = { ...scene.stored, state: 'cancelled' };
        return HttpResponse.json({ campaign: scene.stored, state: 'stopped', inFlight: 1 });
      }),
    );
    const { user } = await show(processing());
    await user.click(await screen.findByRole('button', { name: 'Pause' }));
    expect(await screen.findByText('Paused — 2 in flight may still arrive')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Resume' }));
    await screen.findByRole('button', { name: 'Pause' });
    await user.click(screen.getByRole('button', { name: 'Cancel the campaign' }));
    const dialog = await screen.findByRole('dialog', { name: 'Cancel “November”?' });
    expect(dialog).toHaveTextContent('10 messages that wait will not be sent.');
    await user.click(within(dialog).getByRole('button', { name: 'Yes, cancel it' }));
    expect(await screen.findByText('Cancelled — 1 in flight may still arrive')).toBeVisible();
    expect(await screen.findByText('Cancelled', { exact: true })).toBeVisible();
  });

  it('puts the failures back into the queue', async () => {
    server.use(http.post('/api/v1/campaigns/:id/requeue-failures', () => HttpResponse.json({ changed: 3 })));
    const { user } = await show(processing({ state: 'done' }));
    await user.click(await screen.findByRole('button', { name: 'Failures to queue' }));
    expect(await screen.findByText('3 messages are back in the queue')).toBeVisible();
  });

  it('says that the worker is off and switches it on', async () => {
    const switched: unknown[] = [];
    server.use(
      http.get('/api/v1/workers', () => HttpResponse.json([aWorker({ wanted: 'OFF', state: 'off' })])),
      http.put('/api/v1/accounts/:id/worker', async ({ request }) => {
        switched.push(await request.json());
        return HttpResponse.json({ state: 'on', inFlight: 0 });
      }),
    );
    const { user } = await show(processing());
    expect(await screen.findByText('The worker of Sandbox is OFF: the messages wait.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Switch it on' }));
    await waitFor(() => expect(switched).toEqual([{ wanted: 'ON' }]));
  });

  it('says why it cannot go on by itself', async () => {
    await show(processing({ problem: 'The content cannot be built.' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The content cannot be built.');
  });

  it('says in the words of the server why it was paused', async () => {
    await show(processing({ state: 'paused', problem: '554 5.7.1 Looks like spam' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Servers refuse it, so it was paused');
    expect(alert).toHaveTextContent('554 5.7.1 Looks like spam');
  });

  it('shows any message exactly as it is sent, one after the other', async () => {
    const { user, router } = await show(processing({ state: 'generated' }));
    await user.click(await screen.findByRole('button', { name: 'person1@example.com' }));
    const drawer = await screen.findByRole('dialog', { name: 'Message' });
    expect(await within(drawer).findByText('Subject of 1')).toBeVisible();
    expect(router.state.location.search).toEqual({ message: idOf(1) });
    await user.click(within(drawer).getByRole('button', { name: 'Next message' }));
    expect(await within(drawer).findByText('Subject of 2')).toBeVisible();
    expect(within(drawer).getByRole('button', { name: 'Next message' })).toBeDisabled();
    await user.click(within(drawer).getByRole('radio', { name: 'Text' }));
    expect(within(drawer).getByText('Hello in text')).toBeVisible();
    await user.click(within(drawer).getByRole('radio', { name: 'Headers' }));
    expect(within(drawer).getByText(/^List-Unsubscribe: /)).toBeVisible();
  });

  it('can no longer be changed, only duplicated', async () => {
    server.use(
      http.post('/api/v1/campaigns/:id/duplicate', () => HttpResponse.json(aCampaign(8), { status: 201 })),
    );
    const { user, router } = await show(processing({ state: 'done' }));
    expect(await screen.findByText(/It can no longer be changed/)).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Subject' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Duplicate' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/campaigns/${idOf(8)}`));
  });

  it('says what is wrong with the address', async () => {
    server.use(
      http.get('/api/v1/campaigns/:id', () =>
        HttpResponse.json({ code: 'campaign_not_found' }, { status: 404 }),
      ),
    );
    await show(aCampaign(1));
    expect(await screen.findByRole('alert')).toHaveTextContent('Not found');
  });
});
