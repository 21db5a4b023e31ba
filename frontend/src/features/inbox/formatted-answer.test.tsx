import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { remembered } from '@/shared/browser';
import { server } from '@/testing/server';
import { drafts } from './drafts';
import { DRAFT, open, scene, sentEntry, serve } from './inbox-page.fixture';

beforeEach(() => {
  serve();
  remembered.remove('answer-format.');
});

const HTML = '<p>Yes, <strong>both</strong></p>';
const answer = () => screen.findByRole('textbox', { name: 'Your answer' });
const editor = () => screen.findByRole('toolbar', { name: 'Formatting' });

describe('a formatted answer', () => {
  it('keeps the text when it is switched, and the formatting as long as the text stays', async () => {
    drafts.keep(DRAFT, { text: 'Yes.\n\nBye' });
    const { user } = await open();

    await user.click(await screen.findByRole('radio', { name: 'Formatted' }));
    await editor();
    expect((await answer()).innerHTML).toBe('<p>Yes.</p><p>Bye</p>');
    await user.click(screen.getByRole('radio', { name: 'Plain' }));
    expect(await answer()).toHaveValue('Yes.\n\nBye');
    expect(screen.queryByText(/formatting is gone/)).toBeNull();

    drafts.keep(DRAFT, { text: 'Yes, both', html: HTML });
    await editor();
    await user.click(screen.getByRole('radio', { name: 'Plain' }));
    expect(await screen.findByText(/formatting is gone/)).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Formatted' }));
    await editor();
    expect((await answer()).innerHTML).toBe(HTML);
  });

  it('does not bring formatting back to a text that was changed', async () => {
    drafts.keep(DRAFT, { text: 'Yes, both', html: HTML });
    const { user } = await open();
    await editor();

    await user.click(screen.getByRole('radio', { name: 'Plain' }));
    await user.type(await answer(), '.');
    expect(screen.queryByText(/formatting is gone/)).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Formatted' }));
    await editor();

    expect((await answer()).innerHTML).toBe('<p>Yes, both.</p>');
  });

  it('is what the next one is too', async () => {
    const { user, unmount } = await open();
    await user.click(await screen.findByRole('radio', { name: 'Formatted' }));
    await editor();
    unmount();

    await open();

    expect(await editor()).toBeVisible();
  });

  it('is sent with its formatting, taken back, and sent with Ctrl and Enter', async () => {
    server.use(
      http.post('/api/v1/conversations/:id/replies', async ({ request }) => {
        scene.sent.push((await request.json()) as (typeof scene.sent)[number]);
        const entry = sentEntry(2, 'Yes, both');
        scene.entries = [...scene.entries, { ...entry, sent: { ...entry.sent!, html: HTML } }];
        return HttpResponse.json(scene.entries.at(-1), { status: 201 });
      }),
    );
    drafts.keep(DRAFT, { text: 'Yes, both', html: HTML });
    const { user } = await open();
    await editor();

    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(scene.sent).toHaveLength(1));
    expect(scene.sent[0]).toMatchObject({ html: HTML });
    expect(scene.sent[0]).not.toHaveProperty('text');
    await waitFor(() => expect(drafts.get(DRAFT).text).toBe(''));
    await user.click(await screen.findByRole('radio', { name: 'As it was laid out' }));
    expect(screen.getByTitle('The mail as it is read')).toHaveAttribute(
      'srcdoc',
      expect.stringContaining(HTML),
    );

    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await editor();
    await waitFor(async () => expect((await answer()).innerHTML).toBe(HTML));
    await user.click(await answer());
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(scene.sent).toHaveLength(2));
  });

  it('is kept on the server with its formatting, and goes on from another device', async () => {
    const kept: unknown[] = [];
    server.use(
      http.get('/api/v1/conversations/:id/draft', () =>
        HttpResponse.json({ draft: { text: 'Yes, both', html: HTML }, writing: [] }),
      ),
      http.put('/api/v1/conversations/:id/draft', async ({ request }) => {
        kept.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = await open();
    await editor();
    expect((await answer()).innerHTML).toBe(HTML);

    await user.click(await answer());
    await user.click(screen.getByRole('button', { name: 'Bulleted list' }));

    const html = '<ul><li><p>Yes, <strong>both</strong></p></li></ul>';
    const to = [{ name: 'Person 1', address: 'person1@example.com' }];
    await waitFor(() => expect(kept).toEqual([{ text: '- Yes, both', html, to }]), { timeout: 5_000 });
  });

  it('links only where a mail may lead', async () => {
    drafts.keep(DRAFT, { text: 'Yes', html: '<p>Yes</p>' });
    const { user } = await open();
    await editor();

    await user.click(screen.getByRole('button', { name: 'Link' }));
    const address = await screen.findByRole('textbox', { name: 'Address of the link' });
    await user.type(address, 'javascript:alert(1){Enter}');
    expect(await screen.findByText(/A web address such as/)).toBeVisible();
    await user.clear(address);
    await user.type(address, 'toko.test{Enter}');

    await waitFor(() =>
      expect(drafts.get(DRAFT).html).toContain('<a href="https://toko.test">toko.test</a>'),
    );
    expect(scene.sent).toEqual([]);
  });

  it('takes back a formatted answer before a plain one that was begun since', () => {
    drafts.keep(DRAFT, { text: 'a <b>' });
    drafts.giveBack(DRAFT, {
      text: 'Yes, both',
      html: HTML,
      to: [],
      cc: [],
      bcc: [],
      subject: '',
      quote: true,
      signature: true,
      files: [],
    });

    expect(drafts.get(DRAFT)).toMatchObject({
      html: `${HTML}<p>a &lt;b&gt;</p>`,
      text: 'Yes, both\n\na <b>',
    });
  });
});
