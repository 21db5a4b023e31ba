import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Onboarding } from '@/api/generated/model';
import { aSummary, aWorker, idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { HomePage } from './home-page';

let onboarding: Onboarding;

beforeEach(() => {
  onboarding = {
    dismissed: false,
    sandboxAvailable: true,
    sandboxCreated: false,
    steps: (['sandbox', 'account', 'contacts', 'campaign', 'send'] as const).map((id) => ({
      id,
      done: false,
    })),
  };
  server.use(
    http.get('/api/v1/onboarding', () => HttpResponse.json(onboarding)),
    http.get('/api/v1/workers', () =>
      HttpResponse.json([aWorker({ state: 'blocked', reason: 'auth_failed' })]),
    ),
    http.get('/api/v1/campaigns', () => HttpResponse.json({ items: [], next: null, total: 0 })),
    http.get('/api/v1/log', () => HttpResponse.json({ items: [], next: null })),
    http.get('/api/v1/outbox/summary', () =>
      HttpResponse.json(aSummary({ queued: 2, rejected: 1, failed: 3 })),
    ),
    http.get('/api/v1/me', () => HttpResponse.json({}, { status: 401 })),
  );
});

describe('Home', () => {
  it('makes the sandbox with one click and ticks the step', async () => {
    server.use(
      http.post('/api/v1/sandbox', () => {
        onboarding = {
          ...onboarding,
          sandboxCreated: true,
          steps: onboarding.steps.map((step) => (step.id === 'sandbox' ? { ...step, done: true } : step)),
        };
        return HttpResponse.json({ accountId: idOf(1), campaignId: idOf(2), contacts: 25 }, { status: 201 });
      }),
    );
    const { user } = await renderScreen(<HomePage />);
    expect(await screen.findByRole('img', { name: '0 of 5 steps done' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Create the sandbox' }));
    expect(await screen.findByRole('img', { name: '1 of 5 steps done' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Remove sample data' })).toBeVisible();
  });

  it('puts the first steps away for good', async () => {
    server.use(
      http.patch('/api/v1/onboarding', async ({ request }) => {
        onboarding = { ...onboarding, ...((await request.json()) as object) };
        return HttpResponse.json(onboarding);
      }),
    );
    const { user } = await renderScreen(<HomePage />);
    await user.click(await screen.findByRole('button', { name: 'Put the first steps away' }));
    await waitFor(() => expect(screen.queryByText('Your first campaign')).toBeNull());
  });

  it('names what does not go on by itself', async () => {
    await renderScreen(<HomePage />);
    const notices = await screen.findByRole('region', { name: 'Needs attention' });
    expect(notices).toHaveTextContent('Sandbox: The server refuses the login');
  });

  it('leads from the failures to their commonest kind', async () => {
    await renderScreen(<HomePage />);
    const failed = await screen.findByRole('link', { name: /Failed/ });
    expect(failed).toHaveTextContent('4');
    expect(failed).toHaveAttribute('href', expect.stringContaining('state=failed'));
  });
});
