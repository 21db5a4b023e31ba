import type { Editor } from '@tiptap/react';
import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Attachment, QuickReply } from '@/api/generated/model';
import { remembered } from '@/shared/browser';
import { idOf } from '@/testing/factories';
import { server } from '@/testing/server';
import { open, serve } from './inbox-page.fixture';

const LIST: Attachment = { id: idOf(82), fileName: 'prices.pdf', type: 'application/pdf', octets: 9_000 };
const PRICE: QuickReply = {
  id: idOf(80),
  name: 'Price list',
  shortcut: 'price',
  text: 'Dear {{name}}',
  attachments: [LIST],
};
const HOURS: QuickReply = {
  id: idOf(81),
  name: 'Hours',
  shortcut: 'hours',
  text: 'From 8 to 5',
  attachments: [],
};
type Edited = HTMLElement & { editor: Editor };
const asked: unknown[] = [];
let filled = '';

beforeEach(() => {
  serve();
  remembered.remove('answer-format.');
  asked.length = 0;
  filled = 'Dear Person 1 of {{company}}';
  Element.prototype.scrollIntoView ??= () => {};
  server.use(
    http.get('/api/v1/quick-replies', () => HttpResponse.json([HOURS, PRICE])),
    http.post('/api/v1/quick-replies/:id/fill', async ({ params, request }) => {
      asked.push([params.id, await request.json()]);
      return HttpResponse.json({
        text: filled,
        attachments: params.id === PRICE.id ? [{ ...LIST, id: idOf(83) }] : [],
      });
    }),
  );
});

async function answer() {
  const view = await open();
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Your answer' });
  return { ...view, area };
}

describe('quick replies in an answer', () => {
  it('are found by a slash, chosen by keys, and filled in for the reader', async () => {
    const { user, area } = await answer();
    await user.type(area, 'Hi! /');
    const list = await screen.findByRole('listbox', { name: 'Quick replies' });
    const [hours, price] = within(list).getAllByRole('option');
    expect(hours).toHaveAttribute('aria-selected', 'true');
    await user.type(area, '{ArrowDown}');
    expect(price).toHaveAttribute('aria-selected', 'true');
    expect(area).toHaveAttribute('aria-activedescendant', price!.id);
    await user.type(area, 'pr');
    expect(within(list).getAllByRole('option')).toHaveLength(1);

    await user.type(area, '{Enter}');

    await waitFor(() => expect(area).toHaveValue('Hi! Dear Person 1 of {{company}}'));
    expect(asked).toEqual([[PRICE.id, { name: 'Person 1', address: 'person1@example.com' }]]);
    expect(screen.queryByRole('listbox')).toBeNull();
    await waitFor(() => expect(area.selectionStart).toBe(area.value.length));
  });

  it('mark what was not filled in, and lead to it', async () => {
    const { user, area } = await answer();
    await user.type(area, '/hours');
    await screen.findByRole('option', { name: /Hours/ });
    await user.type(area, '{Enter}');
    const mark = await screen.findByRole('button', { name: '{{company}}: go to it in the text' });

    await user.click(mark);

    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('{{company}}');
  });

  it('bring their files along, which stay when the text goes', async () => {
    const { user, area } = await answer();
    await user.type(area, '/price');
    const option = await screen.findByRole('option', { name: /Price list/ });
    expect(within(option).getByRole('img', { name: '1 file' })).toBeVisible();
    await user.type(area, '{Enter}');

    const files = await screen.findByRole('list', { name: 'Attached files' });
    expect(within(files).getByText(/prices\.pdf/)).toBeVisible();
    await user.clear(area);
    await user.click(within(files).getByRole('button', { name: 'Remove prices.pdf' }));
    expect(screen.queryByRole('list', { name: 'Attached files' })).toBeNull();
  });

  it('are inserted into a formatted text, with its formatting', async () => {
    const { user } = await answer();
    await user.click(screen.getByRole('radio', { name: 'Formatted' }));
    await screen.findByRole('toolbar', { name: 'Formatting' });
    const editor = screen.getByRole<Edited>('textbox', { name: 'Your answer' });
    // jsdom does not type into it
    act(() => void editor.editor.chain().focus().insertContent('Hi! /pr').run());
    await screen.findByRole('option', { name: /Price list/ });
    expect(editor).toHaveAttribute('aria-activedescendant');

    await user.keyboard('{Enter}');

    await waitFor(() => expect(editor).toHaveTextContent('Hi! Dear Person 1 of {{company}}'));
    expect(editor.querySelectorAll('p')).toHaveLength(1);
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(editor).not.toHaveAttribute('aria-activedescendant');
    expect(screen.getByText(/prices\.pdf/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '{{company}}: go to it in the text' }));
    await waitFor(() => expect(getSelection()?.toString()).toBe('{{company}}'));
  });

  it('are what they are in a formatted text too, where a paragraph follows another', async () => {
    filled = 'Tea & coffee <3\nNow\n\nBye';
    const { user } = await answer();
    await user.click(screen.getByRole('radio', { name: 'Formatted' }));
    await screen.findByRole('toolbar', { name: 'Formatting' });
    const editor = screen.getByRole<Edited>('textbox', { name: 'Your answer' });
    act(() => void editor.editor.chain().focus().insertContent('Hi! /hours').run());
    await screen.findByRole('option', { name: /Hours/ });
    await user.keyboard('{Enter}');

    await waitFor(() =>
      expect(editor.editor.getHTML()).toBe('<p>Hi! Tea &amp; coffee &lt;3<br>Now</p><p>Bye</p>'),
    );
    act(() => void editor.editor.commands.insertContent('!'));
    expect(editor.editor.getText()).toMatch(/Bye!$/);
  });

  it('leave the text alone after Escape, and for a slash within a word', async () => {
    const { user, area } = await answer();
    await user.type(area, '/pr');
    await screen.findByRole('listbox');
    await user.type(area, '{Escape}ice and/or');

    expect(screen.queryByRole('listbox')).toBeNull();
    expect(area).toHaveValue('/price and/or');
    await user.type(area, ' /p');
    expect(await screen.findByRole('option', { name: /Price list/ })).toBeVisible();
  });

  it('are said to be made in the settings where there are none', async () => {
    server.use(http.get('/api/v1/quick-replies', () => HttpResponse.json([])));
    const { user, area } = await answer();
    await user.type(area, '/');

    expect(await screen.findByRole('link', { name: 'Make one in the settings' })).toHaveAttribute(
      'href',
      '/settings/quick-replies',
    );
  });
});
