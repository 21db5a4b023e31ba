import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Attachment, QuickReply, QuickReplyRequest } from '@/api/generated/model';
import { idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { QuickRepliesPage } from './quick-replies-page';

let replies: QuickReply[] = [];
const STORED: Attachment = { id: idOf(70), fileName: 'prices.pdf', type: 'application/pdf', octets: 9 };

beforeEach(() => {
  replies = [];
  server.use(
    http.get('/api/v1/quick-replies', () => HttpResponse.json(replies)),
    http.post('/api/v1/quick-replies', async ({ request }) => {
      const body = (await request.json()) as QuickReplyRequest;
      if (replies.some(({ shortcut }) => shortcut === body.shortcut))
        return HttpResponse.json(
          {
            code: 'shortcut_taken',
            errors: [{ pointer: '/shortcut', code: 'shortcut_taken', detail: 'Taken.' }],
          },
          { status: 422 },
        );
      const attachments = (body.attachments ?? []).map((id) => ({ ...STORED, id }));
      const made = { id: idOf(80 + replies.length), ...body, attachments };
      replies = [...replies, made];
      return HttpResponse.json(made, { status: 201 });
    }),
    http.post('/api/v1/attachments', () => HttpResponse.json(STORED, { status: 201 })),
    http.delete('/api/v1/quick-replies/:id', ({ params }) => {
      replies = replies.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
});

const open = () => renderScreen(<QuickRepliesPage tabs={null} />, { path: '/settings/quick-replies' });

describe('the quick replies', () => {
  it('say what they are for, and the first one is made', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'New quick reply' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New quick reply' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(dialog.getAllByText('Please fill this in')).toHaveLength(3);
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Hours');
    await user.type(dialog.getByRole('textbox', { name: 'Shortcut' }), 'hours');
    await user.type(dialog.getByRole('textbox', { name: 'Text' }), 'From 8 to 5');
    await user.click(dialog.getByRole('button', { name: 'Save' }));

    const list = await screen.findByRole('list', { name: 'Quick replies' });
    expect(await within(list).findByText('From 8 to 5')).toBeVisible();
    expect(within(list).getByText('/hours')).toBeVisible();
  });

  it('are deleted at once, and come back', async () => {
    replies = [{ id: idOf(80), name: 'Hours', shortcut: 'hours', text: 'From 8 to 5', attachments: [] }];
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Delete Hours' }));
    await waitFor(() => expect(screen.queryByText('From 8 to 5')).toBeNull());

    await user.click(await screen.findByRole('button', { name: 'Undo' }));

    expect(await screen.findByText('From 8 to 5')).toBeVisible();
  });

  it('take files along, and bring them back with everything else', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'New quick reply' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New quick reply' }));
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Prices');
    await user.type(dialog.getByRole('textbox', { name: 'Shortcut' }), 'prices');
    await user.type(dialog.getByRole('textbox', { name: 'Text' }), 'Attached');
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    await user.upload(input, new File(['Harga 25'], 'prices.pdf'));
    expect(await dialog.findByRole('button', { name: 'Remove prices.pdf' })).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Save' }));

    const list = await screen.findByRole('list', { name: 'Quick replies' });
    expect(await within(list).findByRole('img', { name: '1 file' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Delete Prices' }));
    await waitFor(() => expect(screen.queryByText('Attached')).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('img', { name: '1 file' })).toBeVisible();
  });

  it('say at its field that a shortcut is taken', async () => {
    replies = [{ id: idOf(80), name: 'Hours', shortcut: 'hours', text: 'From 8 to 5', attachments: [] }];
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'New quick reply' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Other hours');
    await user.type(dialog.getByRole('textbox', { name: 'Shortcut' }), 'hours');
    await user.type(dialog.getByRole('textbox', { name: 'Text' }), 'Never');
    await user.click(dialog.getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(dialog.getByRole('textbox', { name: 'Shortcut' })).toBeInvalid());
    expect(dialog.getAllByText('Another quick reply has this shortcut')[0]).toBeVisible();
  });
});
