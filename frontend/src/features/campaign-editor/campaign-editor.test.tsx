import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Campaign, CampaignUpdate, Preflight, RenderRequest } from '@/api/generated/model';
import { aCampaign, aContact, aGroup, anAccount, anAudience, idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { CampaignEditor } from './campaign-editor';

const READY: Preflight = {
  ok: true,
  checks: [{ code: 'account', result: 'ok', field: 'account', params: {} }],
};

let stored: Campaign;
let saves: { changes: CampaignUpdate; version: string | null }[];
let preflight: Preflight;
let tests = 0;

beforeEach(() => {
  // A campaign of its own for each test: what a closed editor still stores must not reach the next one.
  stored = aCampaign(100 + ++tests, { name: 'Spring sale' });
  saves = [];
  preflight = READY;
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
    http.get('/api/v1/campaigns/:id', () => HttpResponse.json(stored)),
    http.get('/api/v1/campaigns/:id/audience', () =>
      HttpResponse.json(
        anAudience({
          recipients: stored.lists.length * 3,
          skipped: { suppressed: 0, unsubscribed: 2, duplicate: 0, noAddress: 1 },
        }),
      ),
    ),
    http.get('/api/v1/campaigns/:id/preflight', () => HttpResponse.json(preflight)),
    http.patch('/api/v1/campaigns/:id', async ({ request, params }) => {
      if (params.id !== stored.id) return HttpResponse.json({ code: 'campaign_not_found' }, { status: 404 });
      const changes = (await request.json()) as CampaignUpdate;
      const version = request.headers.get('If-Match');
      saves.push({ changes, version });
      if (version !== stored.version) return HttpResponse.json({ code: 'stale' }, { status: 412 });
      const { lists, tags: _tags, accountId: _account, accounts, ...rest } = changes;
      stored = {
        ...stored,
        ...rest,
        ...(accounts && { accounts: accounts.map(({ id, weight = 1 }) => ({ id, name: 'x', weight })) }),
        ...(lists && { lists: lists.map((id) => ({ id, name: 'x' })) }),
        version: String(Number(stored.version) + 1),
      };
      return HttpResponse.json(stored);
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
});

const show = (search = '') =>
  renderScreen(
    <CampaignEditor
      campaign={stored}
      menu={null}
      actions={({ before, people, blocked }) => (
        <button disabled={blocked} onClick={() => void before()}>
          Send to {people}
        </button>
      )}
    />,
    { path: `/campaigns/${stored.id}${search}` },
  );
const row = (name: string) => screen.getByRole('button', { name: new RegExp(`^.*${name}.*(Edit|Close)$`) });

describe('the editor of a campaign', () => {
  it('opens any row in any order, in the address', async () => {
    const { user, router } = await show();
    await user.click(row('Content'));
    expect(await screen.findByRole('textbox', { name: 'Subject' })).toHaveValue('Hello {{name}}');
    expect(router.state.location.search).toEqual({ edit: 'content' });
    await user.click(row('Basics'));
    expect(screen.queryByRole('textbox', { name: 'Subject' })).toBeNull();
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Spring sale');
  });

  it('stores what is typed by itself, on the version it has', async () => {
    const { user } = await show('?edit=basics');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), '!');
    expect(screen.getByText('Not saved yet')).toBeVisible();
    expect(await screen.findByText(/^Saved \d\d:\d\d/)).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Name' }), '!');
    await waitFor(() =>
      expect(saves).toEqual([
        { changes: { name: 'Spring sale!' }, version: '1' },
        { changes: { name: 'Spring sale!!' }, version: '2' },
      ]),
    );
  });

  it('stores at once with Ctrl+S', async () => {
    const { user } = await show('?edit=basics');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), '!');
    await user.keyboard('{Control>}s{/Control}');
    expect(await screen.findByText(/^Saved/)).toBeVisible();
    expect(saves).toHaveLength(1);
  });

  it('says at the field what the server refuses', async () => {
    server.use(
      http.patch('/api/v1/campaigns/:id', () =>
        HttpResponse.json(
          {
            code: 'invalid',
            errors: [{ pointer: '/name', code: 'required', detail: 'A campaign needs a name.' }],
          },
          { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
        ),
      ),
    );
    const { user } = await show('?edit=basics');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(name);
    expect(await screen.findByText('Could not be saved')).toBeVisible();
    expect(name).toHaveAccessibleDescription(/Please fill this in/);
  });

  it('shows both sides when somebody else stored another version, and keeps mine', async () => {
    const { user } = await show('?edit=basics');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    stored = { ...stored, name: 'Summer sale', version: '9' };
    await user.type(name, '!');
    const dialog = await screen.findByRole('dialog', { name: 'Somebody else changed this in the meantime' });
    const cells = await within(dialog).findAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual(['Name', 'Spring sale!', 'Summer sale']);
    await user.click(within(dialog).getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(stored.name).toBe('Spring sale!'));
    expect(saves.at(-1)).toEqual({ changes: { name: 'Spring sale!' }, version: '9' });
  });

  it('takes theirs when that is chosen', async () => {
    const { user } = await show('?edit=basics');
    stored = { ...stored, name: 'Summer sale', version: '9' };
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), '!');
    await user.click(await screen.findByRole('button', { name: 'Take theirs' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Summer sale'));
    expect(saves).toHaveLength(1);
  });

  it('counts the audience again when its lists change, and names who is left out', async () => {
    const { user } = await show('?edit=audience');
    expect(await screen.findByText('3 people get it')).toBeVisible();
    const left = screen.getByRole('list', { name: 'Left out, by reason' });
    expect(left).toHaveTextContent('2 unsubscribed');
    expect(left).toHaveTextContent('1 without an address');
    await user.click(screen.getByRole('combobox', { name: 'Lists' }));
    await user.click(await screen.findByRole('option', { name: 'Friends' }));
    expect(await screen.findByText('6 people get it')).toBeVisible();
    expect(saves[0]).toEqual({ changes: { lists: [idOf(50), idOf(51)] }, version: '1' });
    expect(screen.getByRole('button', { name: 'Send to 6' })).toBeVisible();
  });

  it('offers only active accounts and says when the chosen one is not', async () => {
    stored = { ...stored, accounts: [{ id: idOf(99), name: 'Old one', weight: 1 }] };
    const { user } = await show('?edit=account');
    expect(await screen.findByText('Not active: Old one')).toBeVisible();
    const accounts = screen.getByRole('combobox', { name: 'From accounts' });
    await user.click(accounts);
    await user.keyboard('{Backspace}');
    await user.click(await screen.findByRole('option', { name: /^Second/ }));
    expect(screen.queryByRole('option', { name: 'Old one' })).toBeNull();
    await waitFor(() => expect(saves.at(-1)?.changes).toEqual({ accounts: [{ id: idOf(2), weight: 1 }] }));
    expect(screen.queryByRole('radio', { name: /^Evenly/ })).toBeNull();
  });

  it('shares the messages out among several accounts, by weight or by who knows whom', async () => {
    const { user } = await show('?edit=account');
    await user.click(await screen.findByRole('combobox', { name: 'From accounts' }));
    await user.click(await screen.findByRole('option', { name: /^Second/ }));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('radio', { name: /^Evenly/ })).toBeChecked();
    expect(screen.queryByRole('list', { name: 'Weights' })).toBeNull();
    await user.click(screen.getByRole('radio', { name: /^By weight/ }));
    const weight = screen.getByRole('textbox', { name: 'Weight of Second' });
    await user.clear(weight);
    await user.type(weight, '3');
    expect(screen.getByRole('list', { name: 'Weights' })).toHaveTextContent('75 %');
    await waitFor(() =>
      expect(stored).toMatchObject({
        rotation: 'weight',
        accounts: [
          { id: idOf(1), weight: 1 },
          { id: idOf(2), weight: 3 },
        ],
      }),
    );
    await user.click(screen.getByRole('radio', { name: /^The account they know/ }));
    await waitFor(() => expect(stored.rotation).toBe('sticky'));
  });

  it('puts a variable with its fallback where the cursor was', async () => {
    const { user } = await show('?edit=content');
    const subject = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Subject' });
    await user.click(subject);
    subject.setSelectionRange(5, 5);
    await user.click(screen.getByRole('button', { name: 'Insert a variable' }));
    const choice = within(await screen.findByRole('dialog'));
    await user.click(choice.getByRole('combobox', { name: 'Variable' }));
    await user.click(await choice.findByRole('option', { name: 'data.city' }));
    await user.type(choice.getByLabelText('If it is empty, write'), 'town');
    await user.click(choice.getByRole('button', { name: 'Insert' }));
    expect(subject).toHaveValue('Hello{{data.city|town}} {{name}}');
  });

  it('shows the mail as the server renders it, in a frame that can run nothing, for any contact', async () => {
    const { user } = await show();
    expect(await screen.findByText('Hello {{name}} for Sari')).toBeVisible();
    const frame = screen.getByTitle('Preview of the message');
    expect(frame.getAttribute('sandbox')).not.toMatch(/allow-scripts|allow-same-origin/);
    await user.click(screen.getByRole('combobox', { name: 'Show as contact' }));
    await user.click(await screen.findByRole('option', { name: /^Budi/ }));
    expect(await screen.findByText('Hello {{name}} for Budi')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Text' }));
    expect(screen.getByText('as text')).toBeVisible();
  });

  it('warns of variables that nobody has', async () => {
    stored = { ...stored, html: '<p>{{nmae}}</p>' };
    await show();
    expect(await screen.findByText('Nobody has a value for {{nmae}}.')).toBeVisible();
  });

  it('leads from a finding of the pre-flight to the field', async () => {
    preflight = {
      ok: false,
      checks: [
        { code: 'subject', result: 'block', field: 'subject', params: {} },
        { code: 'missing_values', result: 'warn', field: 'html', params: { variable: 'name', count: '12' } },
        { code: 'unsubscribe_link', result: 'not_checked', field: 'html', params: {} },
      ],
    };
    const { user } = await show();
    const panel = await screen.findByRole('region', { name: 'Pre-flight' });
    expect(await within(panel).findByText('1 thing to mend first')).toBeVisible();
    expect(
      within(panel).getByText('12 people have no value for {{name}}, and it has no fallback.'),
    ).toBeVisible();
    expect(within(panel).getByRole('img', { name: 'Not checked' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Send to 3' })).toBeDisabled();
    await user.click(within(panel).getAllByRole('button', { name: 'Go there' })[0]!);
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Subject' })).toHaveFocus());
  });

  it('puts the unsubscribe link in when it is missing', async () => {
    preflight = {
      ok: false,
      checks: [{ code: 'unsubscribe_link', result: 'block', field: 'html', params: {} }],
    };
    const { user } = await show('?edit=content');
    await user.click(await screen.findByRole('button', { name: 'Insert the link' }));
    expect(screen.getByRole('textbox', { name: 'HTML of the message' })).toHaveValue(
      '<p>Hello {{name}}</p>\n<p><a href="{{unsubscribe_url}}">Unsubscribe</a></p>\n',
    );
  });

  it('stores first and sends a test to at most five addresses', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('/api/v1/campaigns/:id/test', async ({ request }) => {
        sent.push(saves.length, await request.json());
        return HttpResponse.json({ messages: [idOf(1), idOf(2)] }, { status: 202 });
      }),
    );
    const { user } = await show('?edit=basics');
    fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'Changed' } });
    await user.click(screen.getByRole('button', { name: 'Test send' }));
    const dialog = await screen.findByRole('dialog', { name: 'Test send' });
    await user.type(within(dialog).getByRole('combobox', { name: 'Send to' }), 'a@b.test,c@d.test{Enter}');
    await user.click(within(dialog).getByRole('button', { name: 'Send the test' }));
    expect(await screen.findByText('2 test messages are in the outbox')).toBeVisible();
    expect(sent).toEqual([1, { to: ['a@b.test', 'c@d.test'] }]);
  });

  it('asks before it is left with changes that could not be stored', async () => {
    server.use(
      http.patch('/api/v1/campaigns/:id', () => HttpResponse.json({ code: 'gone' }, { status: 409 })),
    );
    const { user, router } = await show('?edit=basics');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), '!');
    void router.navigate({ to: '/outbox' });
    const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' });
    await user.click(within(dialog).getByRole('button', { name: 'No' }));
    expect(router.state.location.pathname).toBe(`/campaigns/${stored.id}`);
  });
});
