import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import type { FieldProblem } from '@/api/problem';

/** Codes of refused fields in the words of the screen. */
const TEXTS: Record<string, MessageDescriptor> = {
  required: msg`Please fill this in`,
  blank: msg`Please fill this in`,
  too_long: msg`This is too long`,
  invalid_email: msg`This is not an email address`,
  email_taken: msg`Another contact has this address`,
  name_taken: msg`This name is already taken`,
};

/** Why a field was refused: translated where we know the code, otherwise what the server said. */
export function useFieldErrorText(): (problem: FieldProblem) => string {
  const { i18n } = useLingui();
  return useCallback(
    ({ code, detail }: FieldProblem) => {
      const known = TEXTS[code];
      return known ? i18n._(known) : detail;
    },
    [i18n],
  );
}
