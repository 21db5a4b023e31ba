import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { eventStream } from '@/api/event-stream';
import type { Campaign } from '@/api/generated/model';
import { NO_STATES } from '@/shared/progress/state-groups';
import { aCampaign, aProgress, aWorker, idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { CampaignsPage } from './campaigns-page';

const page = (items: Campaign[], states: Record<string, number> = {}) => ({
  items,
  next: null,
  total: items.length,
  states,
});
const campaigns = (...items: Campaign[]) =>
  server.use(http.get('/api/v1/campaigns', () => HttpResponse.json(page(items))));
const show = (path = '/campaigns', language: 'en' | 'id' = 'en') =>
  renderScreen(<CampaignsPage />, { path, language });
const rowOf = async (name: string) => (await screen.findByRole('button', { name })).closest('tr')!;
const live = (name: 'outbox' | 'campaign', data: unknown) =>
  act(() => eventStream.receive({ type: 'event', name, data }));

const PROCESSING = aCampaign(1, {
  name: 'November',
  state: 'processing',
  progress: aProgress({
    audience: 12,
    sentLastMinute: 4,
    states: { queued: 6, accepted: 4 },
    skipped: { unsubscribed: 2 },
  }),
});

describe('the list of campaigns', () => {
  it('offers for each the one action that fits its state', async () => {
    campaigns(
      aCampaign(1, { name: 'A', state: 'draft' }),
      aCampaign(2, { name: 'B', state: 'generated' }),
      aCampaign(3, { name: 'C', state: 'processing' }),
      aCampaign(4, { name: 'D', state: 'paused' }),
      aCampaign(5, { name: 'E', state: 'done' }),
    );
    await show();
    expect(within(await rowOf('A')).getByRole('button', { name: 'Generate' })).toBeVisible();
    expect(within(await rowOf('B')).getByRole('button', { name: 'Process' })).toBeVisible();
    expect(within(await rowOf('C')).getByRole('button', { name: 'Pause' })).toBeVisible();
    expect(within(await rowOf('D')).getByRole('button', { name: 'Resume' })).toBeVisible();
    expect(within(await rowOf('E')).getByRole('link', { name: 'View' })).toBeVisible();
  });

  it('follows the outbox live', async () => {
    campaigns(PROCESSING);
    await show();
    const row = await rowOf('November');
    expect(row).toHaveTextContent('4 / 10');
    expect(row).toHaveTextContent('4 a minute');
    live('outbox', {
      accountId: idOf(1),
      campaignId: idOf(1),
      states: { ...NO_STATES, queued: 1, accepted: 9 },
      rows: [],
    });
    await waitFor(() => expect(row).toHaveTextContent('9 / 10'));
    expect(within(row).getByRole('img', { name: 'Messages: Sent 9 and Queued 1' })).toBeInTheDocument();
  });

  it('names after Pause how many can still arrive', async () => {
    campaigns(PROCESSING);
    server.use(
      http.post('/api/v1/campaigns/:id/pause', () =>
        HttpResponse.json({ campaign: { ...PROCESSING, state: 'paused' }, state: 'stopped', inFlight: 2 }),
      ),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'Pause' }));
    expect(await screen.findByText('Paused — 2 in flight may still arrive')).toBeVisible();
  });

  it('never says paused before the outbox has confirmed it', async () => {
    campaigns(PROCESSING);
    server.use(
      http.post('/api/v1/campaigns/:id/pause', () =>
        HttpResponse.json({ campaign: { ...PROCESSING, state: 'paused' }, state: 'stopping', inFlight: 0 }),
      ),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'Pause' }));
    expect(await screen.findByText(/The stop is on its way/)).toBeVisible();
    expect(screen.queryByText(/^Paused\./)).toBeNull();
  });

  it('asks with the effect before mail leaves, and warns that the worker is off', async () => {
    campaigns(
      aCampaign(2, {
        name: 'B',
        version: '7',
        state: 'generated',
        progress: aProgress({ states: { queued: 4812 } }),
      }),
    );
    const released: (string | null)[][] = [];
    server.use(
      http.get('/api/v1/workers', () => HttpResponse.json([aWorker({ wanted: 'OFF', state: 'off' })])),
      http.post('/api/v1/campaigns/:id/process', ({ request }) => {
        released.push([request.headers.get('Idempotency-Key'), request.headers.get('If-Match')]);
        return HttpResponse.json(aCampaign(2, { state: 'processing' }));
      }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'Process' }));
    const dialog = await screen.findByRole('dialog', { name: 'Process “B”?' });
    expect(dialog).toHaveTextContent('4,812 people get this mail, from Sandbox.');
    expect(await within(dialog).findByText(/The worker of Sandbox is OFF/)).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'No' })).toHaveFocus();
    await user.click(within(dialog).getByRole('button', { name: 'Yes, send' }));
    await waitFor(() => expect(released).toEqual([[expect.stringMatching(/^[0-9a-f-]{36}$/), '7']]));
  });

  it('has tabs with counts, and the tab and the search stand in the address', async () => {
    const asked: string[] = [];
    server.use(
      http.get('/api/v1/campaigns', ({ request }) => {
        const { searchParams } = new URL(request.url);
        asked.push(`${searchParams.get('state') ?? '-'} ${searchParams.get('q') ?? '-'}`);
        return HttpResponse.json(page([PROCESSING], { draft: 3, processing: 1, generating: 1 }));
      }),
    );
    const { user, router } = await show();
    const tabs = await screen.findByRole('navigation', { name: 'Campaigns by state' });
    expect(await within(tabs).findByRole('link', { name: 'All 5' })).toHaveAttribute('aria-current', 'page');
    expect(within(tabs).getByRole('link', { name: 'Generating 1' })).toBeVisible();
    expect(within(tabs).queryByRole('link', { name: /Scheduled/ })).toBeNull();
    await user.click(within(tabs).getByRole('link', { name: 'Draft 3' }));
    await user.type(screen.getByRole('searchbox', { name: 'Search campaigns' }), 'nov');
    await waitFor(() => expect(router.state.location.search).toEqual({ state: 'draft', q: 'nov' }));
    await waitFor(() => expect(asked.at(-1)).toBe('draft nov'));
  });

  it('makes a campaign from a name and opens it', async () => {
    campaigns();
    const made: unknown[] = [];
    server.use(
      http.post('/api/v1/campaigns', async ({ request }) => {
        made.push(await request.json());
        return HttpResponse.json(aCampaign(9, { name: 'Spring' }), { status: 201 });
      }),
    );
    const { user, router } = await show();
    expect(await screen.findByText('No campaigns yet')).toBeVisible();
    await user.keyboard('n');
    const dialog = await screen.findByRole('dialog', { name: 'New campaign' });
    await user.click(within(dialog).getByRole('button', { name: 'Create' }));
    expect(within(dialog).getByLabelText('Name')).toBeInvalid();
    await user.type(within(dialog).getByLabelText('Name'), 'Spring{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe(`/campaigns/${idOf(9)}`));
    expect(made).toEqual([{ name: 'Spring' }]);
  });

  it('duplicates and opens the copy; deletes after a Yes', async () => {
    campaigns(aCampaign(1, { name: 'A' }));
    const deleted: unknown[] = [];
    server.use(
      http.post('/api/v1/campaigns/:id/duplicate', () => HttpResponse.json(aCampaign(8), { status: 201 })),
      http.delete('/api/v1/campaigns/:id', ({ params }) => {
        deleted.push(params.id);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, router } = await show();
    await user.click(await screen.findByRole('button', { name: 'Actions for A' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Yes, delete' }));
    await waitFor(() => expect(deleted).toEqual([idOf(1)]));
    await user.click(screen.getByRole('button', { name: 'Actions for A' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Duplicate' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/campaigns/${idOf(8)}`));
  });

  it('speaks Indonesian', async () => {
    campaigns(PROCESSING);
    await show('/campaigns', 'id');
    const row = await rowOf('November');
    expect(within(row).getByText('Diproses')).toBeVisible();
    expect(within(row).getByRole('button', { name: 'Jeda' })).toBeVisible();
  });
});
