import { Problem } from '@/api/problem';
import { upload } from '@/api/upload';
import type { Attachment } from '@/api/generated/model';
import { newId } from '@/shared/browser';
import { excess, loadOf, type Load } from './limits';

/** A file on its way, or why it is not. */
export type Upload = {
  key: string;
  fileName: string;
  octets: number;
  share: number;
  problem: Problem | undefined;
  stop: () => void;
};

/** Where files go when they have arrived. */
export type Place = {
  key: string;
  /** Those that are there. */
  files: () => readonly Attachment[];
  put: (file: Attachment) => void;
};

const NONE: readonly Upload[] = [];
const byPlace = new Map<string, readonly Upload[]>();
const listeners = new Set<() => void>();

function keep(place: string, running: readonly Upload[]): void {
  if (running.length === 0) byPlace.delete(place);
  else byPlace.set(place, running);
  listeners.forEach((changed) => changed());
}

const change = (place: string, key: string, next: Partial<Upload>) =>
  keep(
    place,
    uploads.of(place).map((one) => (one.key === key ? { ...one, ...next } : one)),
  );

const gone = (place: string, key: string) =>
  keep(
    place,
    uploads.of(place).filter((one) => one.key !== key),
  );

/** Begins with one file; answers what the mail has with it. */
function begin(place: Place, file: File, taken: Load): Load {
  const key = newId();
  const control = new AbortController();
  const together = { count: taken.count + 1, octets: taken.octets + file.size };
  const problem = excess(together);
  const stop = () => control.abort();
  const one = { key, fileName: file.name, octets: file.size, share: 0, problem, stop };
  keep(place.key, [...uploads.of(place.key), one]);
  if (problem) return taken;
  upload<Attachment>(
    '/api/v1/attachments',
    file,
    (share) => change(place.key, key, { share }),
    control.signal,
  ).then(
    (done) => {
      if (control.signal.aborted) return;
      place.put(done);
      gone(place.key, key);
    },
    (error) => change(place.key, key, { problem: Problem.of(error) }),
  );
  return together;
}

/** Files on their way to the server and into their place; they go on when its screen is gone. */
export const uploads = {
  of: (place: string): readonly Upload[] => byPlace.get(place) ?? NONE,

  add(place: Place, files: readonly File[]): void {
    const before = [...place.files(), ...uploads.of(place.key).filter(({ problem }) => !problem)];
    files.reduce((taken, file) => begin(place, file, taken), loadOf(before));
  },

  stop(place: string, key: string): void {
    uploads
      .of(place)
      .find((one) => one.key === key)
      ?.stop();
    gone(place, key);
  },

  /** What nobody wants any more. */
  stopAll(place: string): void {
    uploads.of(place).forEach(({ stop }) => stop());
    keep(place, NONE);
  },

  subscribe(changed: () => void): () => void {
    listeners.add(changed);
    return () => listeners.delete(changed);
  },
};
