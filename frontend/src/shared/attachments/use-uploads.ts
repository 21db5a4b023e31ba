import { useSyncExternalStore } from 'react';
import { uploads } from './uploads';

/** The files on their way into a draft. */
export function useUploads(draft: string) {
  const running = useSyncExternalStore(uploads.subscribe, () => uploads.of(draft));
  return {
    running,
    busy: running.some(({ problem }) => problem === undefined),
    add: (files: readonly File[]) => uploads.add(draft, files),
    stop: (key: string) => uploads.stop(draft, key),
  };
}
