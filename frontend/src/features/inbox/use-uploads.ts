import { useState } from 'react';
import { Problem } from '@/api/problem';
import { upload } from '@/api/upload';
import type { Attachment } from '@/api/generated/model';
import { newId } from '@/shared/browser';
import { drafts } from './drafts';

/** Octets of all files of one mail, as the server has it. */
export const LARGEST = 18_000_000;

/** A file on its way, or why it is not. */
export type Upload = {
  key: string;
  fileName: string;
  octets: number;
  share: number;
  problem: Problem | undefined;
};

const tooLarge = () => new Problem({ status: 413, code: 'file_too_large' });

/** Brings files to the server and into the draft, also when its screen is gone by then. */
export function useUploads(draftKey: string) {
  const [running, setRunning] = useState<readonly (Upload & { stop: () => void })[]>([]);
  const change = (key: string, next: Partial<Upload>) =>
    setRunning((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)));
  const gone = (key: string) => setRunning((all) => all.filter((one) => one.key !== key));

  const begin = (file: File, taken: number) => {
    const key = newId();
    const control = new AbortController();
    const fits = taken + file.size <= LARGEST;
    const problem = fits ? undefined : tooLarge();
    const one = { key, fileName: file.name, octets: file.size, share: 0, problem };
    setRunning((all) => [...all, { ...one, stop: () => control.abort() }]);
    if (!fits) return taken;
    upload<Attachment>('/api/v1/attachments', file, (share) => change(key, { share }), control.signal).then(
      (done) => {
        const draft = drafts.get(draftKey);
        drafts.keep(draftKey, { ...draft, files: [...(draft.files ?? []), done] });
        gone(key);
      },
      (error) => (control.signal.aborted ? gone(key) : change(key, { problem: Problem.of(error) })),
    );
    return taken + file.size;
  };

  return {
    running: running as readonly Upload[],
    busy: running.some(({ problem }) => problem === undefined),
    add: (files: readonly File[]) => {
      const before = [...(drafts.get(draftKey).files ?? []), ...running.filter(({ problem }) => !problem)];
      files.reduce(
        (taken, file) => begin(file, taken),
        before.reduce((sum, { octets }) => sum + octets, 0),
      );
    },
    stop: (key: string) => {
      running.find((one) => one.key === key)?.stop();
      gone(key);
    },
  };
}
