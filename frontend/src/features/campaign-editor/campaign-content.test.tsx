import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { meQuery } from '@/shared/session/me';
import { idOf } from '@/testing/factories';
import { server } from '@/testing/server';
import { scene, serve, show } from './campaign-editor.fixture';

beforeEach(serve);

describe('the content of a campaign, its preview and its pre-flight', () => {
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
    scene.stored = { ...scene.stored, html: '<p>{{nmae}}</p>' };
    await show();
    expect(await screen.findByText('Nobody has a value for {{nmae}}.')).toBeVisible();
  });

  it('leads from a finding of the pre-flight to the field', async () => {
    scene.preflight = {
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
    scene.preflight = {
      ok: false,
      checks: [{ code: 'unsubscribe_link', result: 'block', field: 'html', params: {} }],
    };
    const { user } = await show('?edit=content');
    await user.click(await screen.findByRole('button', { name: 'Insert the link' }));
    expect(screen.getByRole('textbox', { name: 'HTML of the message' })).toHaveValue(
      '<p>Hello {{name}}</p>\n<p><a href="{{unsubscribe_url}}">Unsubscribe</a></p>\n',
    );
  });

  it('stores first and sends a test to oneself and to others, at most five', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('/api/v1/campaigns/:id/test', async ({ request }) => {
        sent.push(scene.saves.length, await request.json());
        return HttpResponse.json({ messages: [idOf(1), idOf(2)] }, { status: 202 });
      }),
    );
    const { user, client } = await show('?edit=basics');
    fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'Changed' } });
    await client.ensureQueryData(meQuery);
    await user.click(screen.getByRole('button', { name: 'Test send' }));
    const dialog = await screen.findByRole('dialog', { name: 'Test send' });
    await user.type(within(dialog).getByRole('combobox', { name: 'Send to' }), 'a@b.test,c@d.test{Enter}');
    await user.click(within(dialog).getByRole('button', { name: 'Send the test' }));
    expect(await screen.findByText('2 test messages are in the outbox')).toBeVisible();
    expect(sent).toEqual([1, { to: ['me@example.com', 'a@b.test', 'c@d.test'] }]);
  });
});
