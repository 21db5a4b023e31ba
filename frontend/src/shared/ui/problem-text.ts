import { msg } from '@lingui/core/macro';
import type { I18n, MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { Problem } from '@/api/problem';

/** Codes of the API in the words of the screen. A code without words here shows the server's own sentence. */
const TITLES: Record<string, MessageDescriptor> = {
  network: msg`No answer from the server`,
  client_error: msg`Something broke on this page`,
  invalid: msg`Some fields need attention`,
  stale: msg`Somebody else changed this in the meantime`,
  too_many_attempts: msg`Too many attempts`,
  contact_exists: msg`Another contact has this address`,
  list_exists: msg`There is a list of this name already`,
  tag_exists: msg`There is a tag of this name already`,
  account_inactive: msg`The account is not active`,
  preflight_failed: msg`Something has to be mended first`,
  campaign_frozen: msg`The campaign can no longer be changed`,
  campaign_busy: msg`The campaign is being sent`,
  campaign_done: msg`Everything of it was sent already`,
  campaign_paused: msg`The campaign is paused`,
  campaign_not_paused: msg`The campaign is not paused`,
  campaign_not_processing: msg`The campaign is not being sent`,
  campaign_cancelled: msg`The campaign was cancelled`,
  campaign_is_draft: msg`The campaign is still a draft`,
  message_unbuildable: msg`This message cannot be built`,
  body_too_large: msg`This is too large`,
  file_too_large: msg`This is too large`,
  already_sent: msg`It has left already`,
  unauthenticated: msg`Please log in again`,
  login_refused: msg`Email or password is wrong`,
  setup_token_invalid: msg`This set-up link is not valid`,
  invite_invalid: msg`This invitation is over or was used`,
  already_set_up: msg`Kurir is already set up.`,
  account_in_use: msg`The account is still in use`,
  category_exists: msg`There is a category with this name`,
  idempotency_key_reused: msg`An earlier try has arrived already`,
  in_progress: msg`It is still being worked on`,
};

const SENTENCES: Record<string, MessageDescriptor> = {
  network: msg`Kurir could not be reached. What you see may be out of date; it will be tried again.`,
  invalid: msg`What is wrong stands at each field.`,
  stale: msg`Reload to see the newest version, then make your change again.`,
  contact_exists: msg`Change that contact, or use another address.`,
  list_exists: msg`Choose another name.`,
  tag_exists: msg`Choose another name.`,
  account_inactive: msg`Activate it, or choose another one.`,
  preflight_failed: msg`Open the campaign: the pre-flight says what, and where.`,
  campaign_frozen: msg`Its messages are made. Duplicate the campaign to change it.`,
  campaign_busy: msg`Cancel it first, then it can be deleted.`,
  campaign_done: msg`There is nothing left to stop.`,
  campaign_paused: msg`Resume it to go on.`,
  campaign_not_paused: msg`Only a paused campaign can be resumed.`,
  campaign_not_processing: msg`Process it first.`,
  campaign_cancelled: msg`Duplicate it to send it again.`,
  campaign_is_draft: msg`There is nothing to stop in a draft.`,
  login_refused: msg`Please check both and try again.`,
  too_many_files: msg`A mail takes at most 20 files.`,
  file_too_large: msg`All files of a mail together: at most 18 MB.`,
  already_sent: msg`It can no longer be taken back.`,
  invite_invalid: msg`Ask for a new one.`,
  idempotency_key_reused: msg`An earlier try has arrived already. Look at what is there before you do it once more.`,
  in_progress: msg`The first try is still being worked on. Please try again in a moment.`,
  setup_token_invalid: msg`Open the newest link that Kurir printed when it started.`,
};

const BY_STATUS: Record<number, MessageDescriptor> = {
  401: msg`Please log in again`,
  403: msg`You may not do this`,
  404: msg`Not found`,
  409: msg`This is not possible now`,
  412: msg`Somebody else changed this in the meantime`,
  413: msg`This is too large`,
  422: msg`Some fields need attention`,
  429: msg`Too many attempts`,
  500: msg`Something went wrong on our side`,
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
      // A refusal of one field has the code of that field, and the field says it.
      const known = SENTENCES[problem.code] ?? (problem.errors.length > 0 ? SENTENCES.invalid : undefined);
      return known ? i18n._(known) : (problem.detail ?? '');
    },
  };
}

export function useProblemText(): ProblemText {
  const { i18n } = useLingui();
  return useMemo(() => problemText(i18n), [i18n]);
}
