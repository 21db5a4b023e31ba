import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import type { Campaign } from '@/api/generated/model';
import { aCampaign, aMessage, aProgress, aWorker } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { CampaignPage } from './campaign-page';

export const FIGURES = aProgress({
  audience: 30,
  sentLastMinute: 6,
  etaAt: null,
  etaReason: 'no_estimate',
  states: { queued: 10, sending: 2, accepted: 12, rejected: 3 },
  skipped: { unsubscribed: 2, noAddress: 1 },
});

/** The campaign as the server knows it. */
export const scene: { stored: Campaign } = { stored: aCampaign(1) };

export function serve() {
  server.use(
    http.get('/api/v1/campaigns/:id', () => HttpResponse.json(scene.stored)),
    http.get('/api/v1/campaigns/:id/answers', () =>
      HttpResponse.json({ replied: 3, autoReplied: 0, bounced: 1, complained: 0, unsubscribed: 0 }),
    ),
    http.get('/api/v1/workers', () => HttpResponse.json([aWorker()])),
    http.get('/api/v1/outbox/messages', () =>
      HttpResponse.json({ items: [aMessage(1), aMessage(2)], next: null }),
    ),
    http.get('/api/v1/outbox/messages/:id/render', ({ params }) =>
      HttpResponse.json({
        subject: `Subject of ${String(params.id).slice(-1)}`,
        html: '<p>Hello</p>',
        text: 'Hello in text',
        from: 'Kurir <hello@sandbox.test>',
        to: 'person1@example.com',
        headers: [{ name: 'List-Unsubscribe', value: '<https://example.com/u/x>' }],
        size: 2048,
        unknownVariables: [],
      }),
    ),
  );
}

/** `before` stands for the editor, which has nothing to store unless a test says so. */
export const show = (campaign: Campaign, search = '', before?: () => Promise<string>) => {
  scene.stored = campaign;
  return renderScreen(
    <CampaignPage
      editor={({ campaign: shown, actions }) =>
        actions({
          before: before ?? (() => Promise.resolve(shown.version)),
          people: 25,
          blocked: false,
        })
      }
    />,
    { path: `/campaigns/${campaign.id}${search}` },
  );
};
export const processing = (more: Partial<Campaign> = {}) =>
  aCampaign(1, { name: 'November', state: 'processing', progress: FIGURES, ...more });
export const sum = () => screen.getByText('in the audience', { exact: false }).closest('p')!;
