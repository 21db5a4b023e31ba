import { msg } from '@lingui/core/macro';
import type { I18n, MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { Problem } from '@/api/problem';

/** Codes of the API in the words of the screen. A code without words here shows the server's own sentence. */
const TITLES: Record<string, MessageDescriptor> = {
  network: msg`No answer from the server`,
  client_error: msg`Something broke on this page`,
  unauthorized: msg`Please log in again`,
  forbidden: msg`You may not do this`,
  not_found: msg`Not found`,
  validation: msg`Some fields need attention`,
  version_conflict: msg`Somebody else changed this in the meantime`,
  too_many_requests: msg`Too many attempts`,
};

const SENTENCES: Record<string, MessageDescriptor> = {
  network: msg`Kurir could not be reached. What you see may be out of date; it will be tried again.`,
  version_conflict: msg`Reload to see the newest version, then make your change again.`,
};

const BY_STATUS: Record<number, MessageDescriptor> = {
  401: msg`Please log in again`,
  403: msg`You may not do this`,
  404: msg`Not found`,
  412: msg`Somebody else changed this in the meantime`,
  429: msg`Too many attempts`,
  503: msg`Kurir is not ready yet`,
};

export type ProblemText = { title(problem: Problem): string; sentence(problem: Problem): string };

/** Words for problems: translated where we know the code, otherwise what the server said. */
export function problemText(i18n: I18n): ProblemText {
  return {
    title(problem) {
      const known = TITLES[problem.code] ?? BY_STATUS[problem.status];
      return known ? i18n._(known) : problem.title;
    },
    sentence(problem) {
      const known = SENTENCES[problem.code];
      return known ? i18n._(known) : (problem.detail ?? '');
    },
  };
}

export function useProblemText(): ProblemText {
  const { i18n } = useLingui();
  return useMemo(() => problemText(i18n), [i18n]);
}
