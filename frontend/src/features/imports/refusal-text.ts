import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import type { ImportRefusal } from '@/api/generated/model';

/** Codes of the import in the words of the screen; an unknown one keeps the server's sentence. */
const TEXTS: Record<string, MessageDescriptor> = {
  email_missing: msg`There is no address`,
  email_invalid: msg`This is not an email address`,
  too_many_cells: msg`More cells than columns: is a separator inside a cell?`,
};

export function useRefusalText(): (refusal: ImportRefusal) => string {
  const { i18n } = useLingui();
  return useCallback(
    ({ code, detail }: ImportRefusal) => {
      const known = TEXTS[code];
      return known ? i18n._(known) : detail;
    },
    [i18n],
  );
}
