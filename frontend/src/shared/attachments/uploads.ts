import { Problem } from '@/api/problem';
import { upload } from '@/api/upload';
import type { Attachment } from '@/api/generated/model';
import { newId } from '@/shared/browser';
import { drafts } from './drafts';

/** Octets of all files of one mail, as the server has it. */
const LARGEST = 18_000_000;

/** A file on its way, or why it is not. */
export type Upload = {
  key: string;
  fileName: string;
  octets: number;
  share: number;
  problem: Problem | undefined;
  stop: () => void;
};

const NONE: readonly Upload[] = [];
const byDraft = new Map<string, readonly Upload[]>();
const listeners = new Set<() => void>();

function keep(draft: string, running: readonly Upload[]): void {
  if (running.length === 0) byDraft.delete(draft);
  else byDraft.set(draft, running);
  listeners.forEach((changed) => changed());
}

const change = (draft: string, key: string, next: Partial<Upload>) =>
  keep(
    draft,
    uploads.of(draft).map((one) => (one.key === key ? { ...one, ...next } : one)),
  );

const gone = (draft: string, key: string) =>
  keep(
    draft,
    uploads.of(draft).filter((one) => one.key !== key),
  );

const tooLarge = () => new Problem({ status: 413, code: 'file_too_large' });

/** Begins with one file; answers the octets of the mail with it. */
function begin(draft: string, file: File, taken: number): number {
  const key = newId();
  const control = new AbortController();
  const fits = taken + file.size <= LARGEST;
  const problem = fits ? undefined : tooLarge();
  const stop = () => control.abort();
  const one = { key, fileName: file.name, octets: file.size, share: 0, problem, stop };
  keep(draft, [...uploads.of(draft), one]);
  if (!fits) return taken;
  upload<Attachment>(
    '/api/v1/attachments',
    file,
    (share) => change(draft, key, { share }),
    control.signal,
  ).then(
    (done) => {
      if (control.signal.aborted) return;
      const written = drafts.get(draft);
      drafts.keep(draft, { ...written, files: [...(written.files ?? []), done] });
      gone(draft, key);
    },
    (error) => change(draft, key, { problem: Problem.of(error) }),
  );
  return taken + file.size;
}

/** Files on their way to the server and into their draft; they go on when its screen is gone. */
export const uploads = {
  of: (draft: string): readonly Upload[] => byDraft.get(draft) ?? NONE,

  add(draft: string, files: readonly File[]): void {
    const before = [
      ...(drafts.get(draft).files ?? []),
      ...uploads.of(draft).filter(({ problem }) => !problem),
    ];
    files.reduce(
      (taken, file) => begin(draft, file, taken),
      before.reduce((sum, { octets }) => sum + octets, 0),
    );
  },

  stop(draft: string, key: string): void {
    uploads
      .of(draft)
      .find((one) => one.key === key)
      ?.stop();
    gone(draft, key);
  },

  /** Of a draft that nobody wants any more. */
  stopAll(draft: string): void {
    uploads.of(draft).forEach(({ stop }) => stop());
    keep(draft, NONE);
  },

  subscribe(changed: () => void): () => void {
    listeners.add(changed);
    return () => listeners.delete(changed);
  },
};
