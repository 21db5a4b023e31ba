import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReplyRequest } from '@/api/generated/model';
import { idOf } from '@/testing/factories';
import { aMailEntry } from '@/testing/inbox';
import { server } from '@/testing/server';
import { drafts } from './drafts';
import { DRAFT, open, scene, sentEntry, serve } from './inbox-page.fixture';

beforeEach(serve);

describe('an answer in the inbox', () => {
  it('answers whoever wrote, and gives the text back when it is taken back', async () => {
    const { user } = await open();
    const answer = await screen.findByRole('textbox', { name: 'Your answer' });
    await screen.findByText(/To: Person 1/);

    await user.type(answer, 'Yes, in blue.');
    await user.click(screen.getByRole('button', { name: 'Send' }));

    await waitFor(() => expect(scene.sent).toHaveLength(1));
    expect(scene.sent[0]).toMatchObject({
      to: [{ name: 'Person 1', address: 'person1@example.com' }],
      subject: 'Re: Price list',
      text: 'Yes, in blue.',
      quote: true,
    });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Your answer' })).toHaveValue('Yes, in blue.'),
    );
  });

  it('goes to whom it was begun for, though somebody else writes meanwhile', async () => {
    const { user, client } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Yes');
    scene.entries = [...scene.entries, aMailEntry(7)];
    await client.invalidateQueries();
    await screen.findAllByText(/Person 7/);

    await user.click(screen.getByRole('button', { name: 'Send' }));

    await waitFor(() => expect(scene.sent).toHaveLength(1));
    expect(scene.sent[0]!.to).toEqual([{ name: 'Person 1', address: 'person1@example.com' }]);
  });

  it('sends the files that were attached, and shows at once what is too large', async () => {
    server.use(
      http.post('/api/v1/attachments', () =>
        HttpResponse.json(
          { id: idOf(50), fileName: 'harga.pdf', type: 'application/pdf', octets: 5 },
          { status: 201 },
        ),
      ),
    );
    const { user, container } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'See the file.');
    const input = container.querySelector<HTMLInputElement>('input[type=file]')!;

    await user.upload(input, new File(['harga'], 'harga.pdf', { type: 'application/pdf' }));
    const attached = await screen.findByRole('list', { name: 'Attached files' });
    expect(await within(attached).findByText(/^harga.pdf/)).toBeVisible();
    const large = new File(['x'], 'large.zip');
    Object.defineProperty(large, 'size', { value: 18_000_000 });
    await user.upload(input, large);
    expect(await within(attached).findByRole('alert')).toHaveTextContent('18 MB');
    await user.click(within(attached).getByRole('button', { name: 'Remove large.zip' }));
    await user.click(screen.getByRole('button', { name: 'Send' }));

    await waitFor(() => expect(scene.sent).toHaveLength(1));
    expect(scene.sent[0]).toMatchObject({ attachments: [idOf(50)] });
  });

  it('forgets what was sent also when somebody looks elsewhere by then', async () => {
    let accept: () => void = () => {};
    const accepted = new Promise<void>((resolve) => (accept = resolve));
    server.use(
      http.post('/api/v1/conversations/:id/replies', async ({ request }) => {
        scene.sent.push((await request.json()) as ReplyRequest);
        await accepted;
        return HttpResponse.json(sentEntry(2, 'Yes.'), { status: 201 });
      }),
    );
    const { user, router } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Yes.');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(scene.sent).toHaveLength(1));

    await router.navigate({ to: '/inbox' });
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Your answer' })).toBeNull());
    accept();

    await waitFor(() => expect(drafts.get(DRAFT).text).toBe(''));
  });

  it('repeats what may have arrived with the same key, and what was refused with another', async () => {
    const keys: (string | null)[] = [];
    const answers = [503, 422, 201];
    server.use(
      http.post('/api/v1/conversations/:id/replies', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        const status = answers[keys.length - 1]!;
        const body = status === 201 ? sentEntry(2, 'Yes.') : { code: 'broken', detail: `No. ${keys.length}` };
        return HttpResponse.json(body, { status });
      }),
    );
    const { user } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Yes.');
    const send = screen.getByRole('button', { name: 'Send' });

    await user.click(send);
    await screen.findByText('No. 1');
    await user.click(send);
    await screen.findByText('No. 2');
    await user.click(send);

    await waitFor(() => expect(keys).toHaveLength(3));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('says that a first try has arrived, before it can be sent once more', async () => {
    const asked: { key: string | null; seen: unknown }[] = [];
    server.use(
      http.post('/api/v1/conversations/:id/replies', async ({ request }) => {
        const { seen } = (await request.json()) as ReplyRequest;
        asked.push({ key: request.headers.get('Idempotency-Key'), seen });
        // it arrived, only its answer was lost; the conversation has it by now
        if (asked.length === 1) scene.entries = [...scene.entries, sentEntry(2, 'Yes.')];
        const [status, code] = asked.length === 1 ? [503, 'broken'] : [409, 'idempotency_key_reused'];
        return HttpResponse.json({ code, detail: `No. ${asked.length}` }, { status });
      }),
    );
    const { user } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Yes.');
    const send = screen.getByRole('button', { name: 'Send and done' });

    await user.click(send);
    await screen.findByText('No. 1');
    await screen.findByRole('button', { name: 'Undo' });
    await user.click(send);

    expect(await screen.findByText(/An earlier try has arrived already/)).toBeVisible();
    expect(asked).toEqual([asked[0], asked[0]]);
    expect(asked[0]!.seen).toBe(idOf(1));
  });

  it('cannot be changed while it is sent, also when it was left and opened again meanwhile', async () => {
    let accept: () => void = () => {};
    const accepted = new Promise<void>((resolve) => (accept = resolve));
    server.use(
      http.post('/api/v1/conversations/:id/replies', async () => {
        await accepted;
        return HttpResponse.json(sentEntry(2, 'Yes.'), { status: 201 });
      }),
    );
    const { user, client } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Yes.');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(client.isMutating()).toBe(1));
    await user.click(screen.getByText('Note'));
    await user.click(screen.getByText('Answer'));

    const answer = screen.getByRole('textbox', { name: 'Your answer' });
    expect(answer).toHaveValue('Yes.');
    expect(answer).toHaveAttribute('readonly');
    expect(screen.getByRole('button', { name: 'Attach files' })).toBeDisabled();
    accept();
    await waitFor(() => expect(answer).toHaveValue(''));
    expect(answer).not.toHaveAttribute('readonly');
  });

  it('waits for the mail that it answers, to know whom it goes to', async () => {
    let release: () => void = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const mail = aMailEntry(1);
    scene.entries = [
      { ...mail, mail: { ...mail.mail!, replyTo: [{ name: 'Desk', address: 'desk@example.com' }] } },
    ];
    server.use(
      http.get('/api/v1/conversations/:id/entries', async () => {
        await released;
        return HttpResponse.json({ items: scene.entries, next: null, newest: idOf(1) });
      }),
    );
    const { user } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Yes.');
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    release();

    await waitFor(() => expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled());
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(scene.sent).toHaveLength(1));
    expect(scene.sent[0]!.to).toEqual([{ name: 'Desk', address: 'desk@example.com' }]);
  });

  it('is sent by Ctrl and Enter in the answer, and nowhere else', async () => {
    const { user } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Yes.');

    await user.type(screen.getByRole('searchbox'), 'blue{Control>}{Enter}{/Control}');
    expect(scene.sent).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Your answer' }), '{Control>}{Enter}{/Control}');

    await waitFor(() => expect(scene.sent).toHaveLength(1));
  });

  it('sends nothing that is empty', async () => {
    await open();

    expect(await screen.findByRole('button', { name: 'Send' })).toBeDisabled();
  });
});
