import { useSyncExternalStore } from 'react';
import { uploads, type Place } from './uploads';

/** The files on their way to a place. */
export function useUploads(place: Place) {
  const running = useSyncExternalStore(uploads.subscribe, () => uploads.of(place.key));
  return {
    running,
    busy: running.some(({ problem }) => problem === undefined),
    add: (files: readonly File[]) => uploads.add(place, files),
    stop: (key: string) => uploads.stop(place.key, key),
  };
}
