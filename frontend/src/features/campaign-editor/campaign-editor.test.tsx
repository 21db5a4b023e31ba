import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '@/testing/factories';
import { server } from '@/testing/server';
import { row, scene, serve, show } from './campaign-editor.fixture';

beforeEach(serve);

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
    // in one go: however slow the machine is, nothing is stored between the two
    fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), {
      target: { value: 'Spring sale!' },
    });
    expect(screen.getByText('Not saved yet')).toBeVisible();
    expect(await screen.findByText(/^Saved \d\d:\d\d/)).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Name' }), '!');
    await waitFor(() =>
      expect(scene.saves).toEqual([
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
    expect(scene.saves).toHaveLength(1);
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
    scene.stored = { ...scene.stored, name: 'Summer sale', version: '9' };
    await user.type(name, '!');
    const dialog = await screen.findByRole('dialog', { name: 'Somebody else changed this in the meantime' });
    const cells = await within(dialog).findAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual(['Name', 'Spring sale!', 'Summer sale']);
    await user.click(within(dialog).getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(scene.stored.name).toBe('Spring sale!'));
    expect(scene.saves.at(-1)).toEqual({ changes: { name: 'Spring sale!' }, version: '9' });
  });

  it('lets the actions act on the version that it stored for them, and on none while two disagree', async () => {
    const { user } = await show('?edit=basics');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.type(name, '!');
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await waitFor(() => expect(scene.given).toEqual(['2']));
    scene.stored = { ...scene.stored, name: 'Summer sale', version: '9' };
    await user.type(name, '?');
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await waitFor(() => expect(scene.given).toEqual(['2', undefined]));
  });

  it('takes theirs when that is chosen', async () => {
    const { user } = await show('?edit=basics');
    scene.stored = { ...scene.stored, name: 'Summer sale', version: '9' };
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), '!');
    await user.click(await screen.findByRole('button', { name: 'Take theirs' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Summer sale'));
    expect(scene.saves).toHaveLength(1);
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
    expect(scene.saves[0]).toEqual({ changes: { lists: [idOf(50), idOf(51)] }, version: '1' });
    expect(screen.getByRole('button', { name: 'Send to 6' })).toBeVisible();
  });

  it('offers only active accounts and says when the chosen one is not', async () => {
    scene.stored = { ...scene.stored, accounts: [{ id: idOf(99), name: 'Old one', weight: 1 }] };
    const { user } = await show('?edit=account');
    expect(await screen.findByText('Not active: Old one')).toBeVisible();
    const accounts = screen.getByRole('combobox', { name: 'From accounts' });
    await user.click(accounts);
    await user.keyboard('{Backspace}');
    await user.click(await screen.findByRole('option', { name: /^Second/ }));
    expect(screen.queryByRole('option', { name: 'Old one' })).toBeNull();
    await waitFor(() =>
      expect(scene.saves.at(-1)?.changes).toEqual({ accounts: [{ id: idOf(2), weight: 1 }] }),
    );
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
      expect(scene.stored).toMatchObject({
        rotation: 'weight',
        accounts: [
          { id: idOf(1), weight: 1 },
          { id: idOf(2), weight: 3 },
        ],
      }),
    );
    await user.click(screen.getByRole('radio', { name: /^The account they know/ }));
    await waitFor(() => expect(scene.stored.rotation).toBe('sticky'));
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
    expect(router.state.location.pathname).toBe(`/campaigns/${scene.stored.id}`);
  });
});
