import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import type { Campaign, CampaignUpdate, Preflight, RenderRequest } from '@/api/generated/model';
import { aCampaign, aContact, aGroup, anAccount, anAudience, idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { CampaignEditor } from './campaign-editor';

const READY: Preflight = {
  ok: true,
  checks: [{ code: 'account', result: 'ok', field: 'account', params: {} }],
};

/** What the server knows and was told; anew for each test. */
export const scene: {
  stored: Campaign;
  saves: { changes: CampaignUpdate; version: string | null }[];
  preflight: Preflight;
  /** The versions that the actions were given to act on. */
  given: (string | undefined)[];
} = { stored: aCampaign(100), saves: [], preflight: READY, given: [] };
let tests = 0;

export function serve() {
  // A campaign of its own for each test: what a closed editor still stores must not reach the next one.
  scene.stored = aCampaign(100 + ++tests, { name: 'Spring sale' });
  scene.saves = [];
  scene.given = [];
  scene.preflight = READY;
  server.use(
    http.get('/api/v1/me', () => HttpResponse.json({ user: { email: 'me@example.com' } })),
    http.get('/api/v1/accounts', () =>
      HttpResponse.json([anAccount(), anAccount({ id: idOf(2), name: 'Second' })]),
    ),
    http.get('/api/v1/lists', () =>
      HttpResponse.json([aGroup(50, 'Customers', 3), aGroup(51, 'Friends', 9)]),
    ),
    http.get('/api/v1/tags', () => HttpResponse.json([aGroup(60, 'vip')])),
    http.get('/api/v1/fields', () =>
      HttpResponse.json([
        { name: 'name', kind: 'contact', contacts: 3 },
        { name: 'data.city', kind: 'data', contacts: 1 },
        { name: 'unsubscribe_url', kind: 'link', contacts: 0 },
      ]),
    ),
    http.get('/api/v1/contacts', () =>
      HttpResponse.json({ items: [aContact(71, { name: 'Budi' })], next: null, total: 1 }),
    ),
    http.get('/api/v1/campaigns/:id', () => HttpResponse.json(scene.stored)),
    http.get('/api/v1/campaigns/:id/audience', () =>
      HttpResponse.json(
        anAudience({
          recipients: scene.stored.lists.length * 3,
          skipped: { suppressed: 0, unsubscribed: 2, duplicate: 0, noAddress: 1 },
        }),
      ),
    ),
    http.get('/api/v1/campaigns/:id/preflight', () => HttpResponse.json(scene.preflight)),
    http.patch('/api/v1/campaigns/:id', async ({ request, params }) => {
      if (params.id !== scene.stored.id)
        return HttpResponse.json({ code: 'campaign_not_found' }, { status: 404 });
      const changes = (await request.json()) as CampaignUpdate;
      const version = request.headers.get('If-Match');
      scene.saves.push({ changes, version });
      if (version !== scene.stored.version) return HttpResponse.json({ code: 'stale' }, { status: 412 });
      const { lists, tags: _tags, accountId: _account, accounts, ...rest } = changes;
      scene.stored = {
        ...scene.stored,
        ...rest,
        ...(accounts && { accounts: accounts.map(({ id, weight = 1 }) => ({ id, name: 'x', weight })) }),
        ...(lists && { lists: lists.map((id) => ({ id, name: 'x' })) }),
        version: String(Number(scene.stored.version) + 1),
      };
      return HttpResponse.json(scene.stored);
    }),
    http.post('/api/v1/render', async ({ request }) => {
      const { subject, html, contactId } = (await request.json()) as RenderRequest;
      return HttpResponse.json({
        subject: `${subject} for ${contactId === idOf(71) ? 'Budi' : 'Sari'}`,
        html,
        text: 'as text',
        from: 'Kurir <hello@sandbox.test>',
        to: 'sari@example.com',
        size: 1500,
        unknownVariables: html.includes('{{nmae}}') ? ['nmae'] : [],
      });
    }),
  );
}

export const show = (search = '') =>
  renderScreen(
    <CampaignEditor
      campaign={scene.stored}
      menu={null}
      actions={({ before, people, blocked }) => (
        <button disabled={blocked} onClick={() => void before().then((version) => scene.given.push(version))}>
          Send to {people}
        </button>
      )}
    />,
    { path: `/campaigns/${scene.stored.id}${search}` },
  );
export const row = (name: string) =>
  screen.getByRole('button', { name: new RegExp(`^.*${name}.*(Edit|Close)$`) });
