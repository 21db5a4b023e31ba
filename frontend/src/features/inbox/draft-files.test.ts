import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { idOf } from '@/testing/factories';
import { server } from '@/testing/server';
import { drafts } from './drafts';
import { uploads } from '@/shared/attachments/uploads';
import { draftFiles } from './draft-files';

const DRAFT = drafts.keyOf('', idOf(9), 'reply');
const file = new File(['Harga'], 'harga.txt');
const stored = { id: idOf(5), fileName: 'harga.txt', octets: 5 };

afterEach(() => drafts.forget(DRAFT));

/** A server that answers when it is told to. */
function slow() {
  let arrived = () => {};
  let answer = () => {};
  const asked = new Promise<void>((resolve) => (arrived = resolve));
  const answered = new Promise<void>((resolve) => (answer = resolve));
  server.use(
    http.post('/api/v1/attachments', async () => {
      arrived();
      await answered;
      return HttpResponse.json(stored, { status: 201 });
    }),
  );
  return { asked, answer };
}

describe('files on their way', () => {
  it('belong to their draft, whatever is on the screen, and end in it', async () => {
    const { answer } = slow();
    drafts.keep(DRAFT, { text: 'With the prices' });
    uploads.add(draftFiles(DRAFT), [file]);

    expect(uploads.of(DRAFT)).toMatchObject([{ fileName: 'harga.txt', problem: undefined }]);
    answer();
    await vi.waitFor(() => expect(drafts.get(DRAFT).files).toEqual([stored]));
    expect(drafts.get(DRAFT).text).toBe('With the prices');
    expect(uploads.of(DRAFT)).toEqual([]);
  });

  it('do not come back into a draft that was thrown away', async () => {
    const { asked, answer } = slow();
    uploads.add(draftFiles(DRAFT), [file]);
    await asked;
    uploads.stopAll(DRAFT);
    answer();
    uploads.add(draftFiles(DRAFT), [new File([new Uint8Array(1)], 'next.txt')]);
    await vi.waitFor(() => expect(drafts.get(DRAFT).files).toHaveLength(1));
    expect(uploads.of(DRAFT)).toEqual([]);
  });

  it('stay with their problem until somebody has seen it', () => {
    const large = new File(['x'], 'film.mp4');
    Object.defineProperty(large, 'size', { value: 18_000_001 });
    uploads.add(draftFiles(DRAFT), [large]);
    expect(uploads.of(DRAFT)).toMatchObject([{ problem: { code: 'file_too_large' } }]);
    uploads.stop(DRAFT, uploads.of(DRAFT)[0]!.key);
    expect(uploads.of(DRAFT)).toEqual([]);
  });
});
