import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, anAudience, aProgress, aWorker, idOf } from '@/testing/factories';
import { server } from '@/testing/server';
import { scene, serve, show } from './campaign-page.fixture';
import { campaignQuery } from './queries';

/** Does the command for the newest version only, as the server does; the versions that it was asked for. */
function versioned(command: 'process' | 'generate') {
  const asked: (string | null)[] = [];
  server.use(
    http.get('/api/v1/campaigns/:id/audience', () => HttpResponse.json(anAudience({ recipients: 25 }))),
    http.get('/api/v1/campaigns/:id/preflight', () => HttpResponse.json({ ok: true, checks: [] })),
    http.post(`/api/v1/campaigns/:id/${command}`, ({ request }) => {
      asked.push(request.headers.get('If-Match'));
      if (asked.at(-1) !== scene.stored.version) return HttpResponse.json({ code: 'stale' }, { status: 412 });
      scene.stored = { ...scene.stored, state: 'processing' };
      return HttpResponse.json(scene.stored);
    }),
  );
  return asked;
}

beforeEach(serve);

async function answerYes(user: UserEvent, dialog: HTMLElement) {
  const yes = within(dialog).getByRole('button', { name: 'Yes, send' });
  await waitFor(() => expect(yes).toBeEnabled());
  await user.click(yes);
}

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

  it('sends what the question was about and nothing that somebody stored since', async () => {
    const asked = versioned('process');
    const { user, client } = await show(aCampaign(1, { name: 'Spring', version: '1' }));
    await user.click(await screen.findByRole('button', { name: /^Process/ }));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('25 people get this mail, from Sandbox.');
    scene.stored = { ...scene.stored, name: 'Summer', version: '2' };
    await act(() => client.refetchQueries({ queryKey: campaignQuery(scene.stored.id).queryKey }));
    await answerYes(user, dialog);
    expect(await within(dialog).findByText('Somebody else changed this in the meantime')).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Yes, send' })).toBeDisabled();
    expect(asked).toEqual(['1']);

    await user.click(within(dialog).getByRole('button', { name: 'Show the newest version' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: /^Process/ }));
    const again = await screen.findByRole('dialog', { name: 'Process “Summer”?' });
    await answerYes(user, again);
    await waitFor(() => expect(asked).toEqual(['1', '2']));
  });

  it.each([
    ['process', /^Process/],
    ['generate', 'Generate'],
  ] as const)('asks to %s the version that its own autosave has just made', async (command, button) => {
    const asked = versioned(command);
    const { user } = await show(aCampaign(1, { version: '1' }), '', () => {
      scene.stored = { ...scene.stored, version: '2' };
      return Promise.resolve('2');
    });
    await user.click(await screen.findByRole('button', { name: button }));
    if (command === 'process') await answerYes(user, await screen.findByRole('dialog'));
    await waitFor(() => expect(asked).toEqual(['2']));
  });

  it('generates nothing that the screen does not show, and shows it', async () => {
    const asked = versioned('generate');
    const { user } = await show(aCampaign(1, { version: '1' }));
    const generate = await screen.findByRole('button', { name: 'Generate' });
    scene.stored = { ...scene.stored, accounts: [{ id: idOf(2), name: 'Second', weight: 1 }], version: '2' };
    await user.click(generate);
    expect(
      await screen.findByRole('button', { name: 'Process: send to 25 people from Second' }),
    ).toBeVisible();
    expect(asked).toEqual(['1']);
  });
});
