import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, anAudience, aProgress, aWorker } from '@/testing/factories';
import { server } from '@/testing/server';
import { scene, serve, show } from './campaign-page.fixture';

beforeEach(serve);

describe('the page of a draft', () => {
  it('generates: the messages are made and shown, nothing leaves', async () => {
    server.use(
      http.post('/api/v1/campaigns/:id/generate', () => {
        scene.stored = aCampaign(1, {
          state: 'generated',
          progress: aProgress({ audience: 25, states: { queued: 25 } }),
        });
        return HttpResponse.json(
          { ...scene.stored, state: 'generating', progress: aProgress() },
          { status: 202 },
        );
      }),
    );
    const { user } = await show(aCampaign(1));
    await user.click(await screen.findByRole('button', { name: 'Generate' }));
    expect(await screen.findByText('Messages, exactly as they are sent')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Process: send to 25 people from Sandbox' })).toBeVisible();
  });

  it('names the effect on the button, and refuses while the pre-flight blocks', async () => {
    server.use(
      http.get('/api/v1/campaigns/:id/audience', () => HttpResponse.json(anAudience({ recipients: 25 }))),
      http.get('/api/v1/campaigns/:id/preflight', () =>
        HttpResponse.json({
          ok: false,
          checks: [{ code: 'subject', result: 'block', field: 'subject', params: {} }],
        }),
      ),
    );
    const { user } = await show(aCampaign(1));
    await user.click(await screen.findByRole('button', { name: 'Process: send to 25 people from Sandbox' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('The subject is empty.')).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Yes, send' })).toBeDisabled();
  });

  it('says before it is released that an account of it is stopped', async () => {
    server.use(
      http.get('/api/v1/campaigns/:id/audience', () => HttpResponse.json(anAudience({ recipients: 25 }))),
      http.get('/api/v1/campaigns/:id/preflight', () => HttpResponse.json({ ok: true, checks: [] })),
      http.get('/api/v1/workers', () => HttpResponse.json([aWorker({ state: 'blocked', stopped: true })])),
    );
    const { user } = await show(aCampaign(1));
    await user.click(await screen.findByRole('button', { name: /^Process/ }));
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('The account Sandbox is blocked: the messages wait.'),
    ).toBeVisible();
  });
});
