import { useState } from 'react';
import { Problem } from '@/api/problem';
import { newId } from '@/shared/browser';

type RequestKey = {
  /** For the header of the request: a second click or a repeat after a broken line does not do it twice. */
  header: () => { 'Idempotency-Key': string };
  /** After a refusal the corrected request is another request. */
  settle: (error: unknown) => void;
};

/** The key that makes a POST safe to repeat. */
export function useRequestKey(): RequestKey {
  const [requestKey] = useState(() => {
    let key = newId();
    return {
      header: () => ({ 'Idempotency-Key': key }),
      settle: (error: unknown) => {
        if (!error || !Problem.of(error).transient) key = newId();
      },
    };
  });
  return requestKey;
}
