import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anAccount, idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { AccountDrawer } from './account-drawer';
import { accountQuery } from './queries';

const gmail = {
  id: 'gmail',
  name: 'Gmail',
  domains: ['gmail.com'],
  smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
  perMinute: 20,
};

beforeEach(() => {
  server.use(
    http.get('/api/v1/accounts', () => HttpResponse.json([])),
    http.get('/api/v1/workers', () => HttpResponse.json([])),
    http.get('/api/v1/accounts/:id', () => HttpResponse.json(anAccount())),
    http.get('/api/v1/categories', () =>
      HttpResponse.json([{ id: idOf(90), name: 'Automation', accounts: 0 }]),
    ),
    http.get('/api/v1/providers', () => HttpResponse.json([gmail])),
  );
});

/** Typing letter by letter would draw the whole form for each. */
const fill = async (user: UserEvent, field: HTMLElement, text: string) => {
  await user.click(field);
  await user.paste(text);
};

describe('the account drawer', () => {
  it('finds the provider by the address, stores the account and closes', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('/api/v1/accounts', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(anAccount(), { status: 201 });
      }),
    );
    const close = vi.fn();
    const { user } = await renderScreen(<AccountDrawer id="new" onClose={close} />);
    await fill(user, await screen.findByLabelText(/^Name/), 'Promotions');
    await fill(user, screen.getByLabelText(/From: address/), 'sari@gmail.com');
    await fill(user, screen.getAllByLabelText(/^Password/)[0]!, 'app password');
    expect(await screen.findByText('smtp.gmail.com:465')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(sent[0]).toMatchObject({
      name: 'Promotions',
      categoryId: idOf(90),
      provider: 'gmail',
      fromAddress: 'sari@gmail.com',
      username: 'sari@gmail.com',
      password: 'app password',
      smtp: gmail.smtp,
      imap: gmail.imap,
    });
  });

  it('never shows a stored password and leaves it alone', async () => {
    const sent: Record<string, unknown>[] = [];
    server.use(
      http.patch('/api/v1/accounts/:id', async ({ request }) => {
        sent.push((await request.json()) as Record<string, unknown>);
        return HttpResponse.json(anAccount());
      }),
    );
    const { user } = await renderScreen(<AccountDrawer id={idOf(1)} onClose={() => {}} />);
    expect((await screen.findAllByText('Stored, never shown')).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).not.toHaveProperty('password');
  });

  it('sets what campaigns leave to people', async () => {
    const sent: { limits?: unknown }[] = [];
    server.use(
      http.patch('/api/v1/accounts/:id', async ({ request }) => {
        sent.push((await request.json()) as { limits?: unknown });
        return HttpResponse.json(anAccount());
      }),
    );
    const { user } = await renderScreen(<AccountDrawer id={idOf(1)} onClose={() => {}} />);
    const share = await screen.findByLabelText(/^Percent kept for people/);
    expect(share).toHaveValue('10');
    await user.clear(share);
    await fill(user, share, '25');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent[0]?.limits).toMatchObject({ peopleShare: 25 }));
  });

  it('never stores what it shows over a version it does not show, and offers the newest one', async () => {
    let stored = anAccount({ name: 'Sandbox', version: '1' });
    const versions: (string | null)[] = [];
    server.use(
      http.get('/api/v1/accounts/:id', () => HttpResponse.json(stored)),
      http.patch('/api/v1/accounts/:id', ({ request }) => {
        versions.push(request.headers.get('If-Match'));
        return versions.at(-1) === stored.version
          ? HttpResponse.json({ ...stored, version: '3' })
          : HttpResponse.json({ code: 'stale' }, { status: 412 });
      }),
    );
    const close = vi.fn();
    const { user, client } = await renderScreen(<AccountDrawer id={idOf(1)} onClose={close} />);
    const name = await screen.findByLabelText(/^Name/);
    stored = { ...stored, name: 'Renamed by somebody', version: '2' };
    await act(() => client.refetchQueries({ queryKey: accountQuery(idOf(1)).queryKey }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(versions).toEqual(['1']));
    await user.click(await screen.findByRole('button', { name: 'Load the newest version' }));
    await waitFor(() => expect(name).toHaveValue('Renamed by somebody'));
    expect(screen.queryByText('Somebody else changed this account')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(versions).toEqual(['1', '2']);
  });

  it('shows what the server refused at its field', async () => {
    server.use(
      http.patch('/api/v1/accounts/:id', () =>
        HttpResponse.json(
          {
            code: 'validation',
            status: 422,
            errors: [
              { pointer: '/fromAddress', code: 'account_exists', detail: 'Another account sends from here.' },
            ],
          },
          { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
        ),
      ),
    );
    const { user } = await renderScreen(<AccountDrawer id={idOf(1)} onClose={() => {}} />);
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(screen.getByLabelText(/From: address/)).toHaveAccessibleDescription(
        'Another account sends from here.',
      ),
    );
  });

  it('says of each step of the test how it went, in the words of the server', async () => {
    server.use(
      http.post('/api/v1/accounts/test', () =>
        HttpResponse.json({
          ok: false,
          steps: [
            { protocol: 'smtp', step: 'dns', result: 'ok', millis: 3 },
            {
              protocol: 'smtp',
              step: 'login',
              result: 'failed',
              code: 'auth_failed',
              detail: '535 5.7.8 no',
            },
            { protocol: 'smtp', step: 'mail_from', result: 'skipped' },
          ],
        }),
      ),
    );
    const { user } = await renderScreen(<AccountDrawer id={idOf(1)} onClose={() => {}} />);
    await user.click(await screen.findByRole('button', { name: 'Test the connection' }));
    const steps = within(await screen.findByRole('list', { name: 'Steps of the test' })).getAllByRole(
      'listitem',
    );
    expect(steps.map((step) => step.textContent)).toEqual([
      expect.stringContaining('worked'),
      expect.stringContaining('535 5.7.8 no'),
      expect.stringContaining('not tried'),
    ]);
    expect(screen.getByText('The test failed')).toBeVisible();
  });

  it('asks before it throws away what was typed', async () => {
    const close = vi.fn();
    const { user } = await renderScreen(<AccountDrawer id={idOf(1)} onClose={close} />);
    await fill(user, await screen.findByLabelText(/^Name/), ' two');
    await user.keyboard('{Escape}');
    expect(await screen.findByText('Discard the changes?')).toBeVisible();
    expect(close).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Yes, discard' }));
    expect(close).toHaveBeenCalled();
  });
});
