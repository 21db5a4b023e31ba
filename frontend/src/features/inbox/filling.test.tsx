import type { Editor } from '@tiptap/react';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { remembered } from '@/shared/browser';
import { anAccount, idOf } from '@/testing/factories';
import { aConversation } from '@/testing/inbox';
import { server } from '@/testing/server';
import { drafts } from './drafts';
import { open, scene, serve } from './inbox-page.fixture';

type Edited = HTMLElement & { editor: Editor };
let fill: () => void = () => {};
let started = 0;

beforeEach(() => {
  serve();
  remembered.remove('answer-format.');
  drafts.forget(drafts.keyOf('', 'new', 'reply'));
  Element.prototype.scrollIntoView ??= () => {};
  started = 0;
  const asked = new Promise<void>((resolve) => (fill = resolve));
  server.use(
    http.get('/api/v1/accounts', () => HttpResponse.json([anAccount({ name: 'Toko' })])),
    http.get('/api/v1/contacts', () => HttpResponse.json({ items: [], next: null, total: 0 })),
    http.get('/api/v1/quick-replies', () =>
      HttpResponse.json([
        { id: idOf(80), name: 'Price', shortcut: 'price', text: 'It costs', attachments: [] },
      ]),
    ),
    http.post('/api/v1/quick-replies/:id/fill', async () => {
      await asked;
      return HttpResponse.json({ text: 'It costs 5', attachments: [] });
    }),
    http.post('/api/v1/conversations', () => {
      started++;
      return HttpResponse.json(aConversation(7), { status: 201 });
    }),
  );
});

const sendByKey = (area: HTMLElement) => fireEvent.keyDown(area, { key: 'Enter', ctrlKey: true });
const passed = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('while a quick reply is filled in', () => {
  it('no plain answer is sent', async () => {
    const { user } = await open();
    const area = await screen.findByRole('textbox', { name: 'Your answer' });
    await user.type(area, '/price');
    await screen.findByRole('option', { name: /Price/ });
    await user.type(area, '{Enter}');

    await waitFor(() => expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled());
    expect(screen.getByRole('button', { name: 'Send and done' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Send later' })).toBeDisabled();
    sendByKey(area);
    await passed();
    expect(scene.sent).toEqual([]);

    fill();
    await waitFor(() => expect(area).toHaveValue('It costs 5'));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled());
    sendByKey(area);
    await waitFor(() => expect(scene.sent).toMatchObject([{ text: 'It costs 5' }]));
  });

  it('no formatted answer is sent', async () => {
    const { user } = await open();
    await screen.findByRole('textbox', { name: 'Your answer' });
    await user.click(screen.getByRole('radio', { name: 'Formatted' }));
    await screen.findByRole('toolbar', { name: 'Formatting' });
    const area = screen.getByRole<Edited>('textbox', { name: 'Your answer' });
    act(() => void area.editor.chain().focus().insertContent('/price').run());
    await screen.findByRole('option', { name: /Price/ });
    await user.keyboard('{Enter}');

    await waitFor(() => expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled());
    sendByKey(area);
    await passed();
    expect(scene.sent).toEqual([]);
    fill();
    await waitFor(() => expect(area).toHaveTextContent('It costs 5'));
  });

  it('no new message is sent', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'New message' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New message' }));
    await user.type(dialog.getByRole('combobox', { name: 'To' }), 'rina@example.com{Enter}');
    const area = dialog.getByRole('textbox', { name: 'Message' });
    await user.type(area, '/price');
    await dialog.findByRole('option', { name: /Price/ });
    await user.type(area, '{Enter}');

    await waitFor(() => expect(dialog.getByRole('button', { name: 'Send' })).toBeDisabled());
    sendByKey(area);
    await passed();
    expect(started).toBe(0);
    fill();
    await waitFor(() => expect(area).toHaveValue('It costs 5'));
  });
});
