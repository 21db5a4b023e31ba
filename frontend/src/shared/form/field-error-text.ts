import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import type { FieldProblem } from '@/api/problem';

/** Codes of refused fields in the words of the screen. */
const TEXTS: Record<string, MessageDescriptor> = {
  required: msg`Please fill this in`,
  too_long: msg`This is too long`,
  too_many: msg`These are too many`,
  too_short: msg`This is too short`,
  invalid: msg`This cannot be taken like this`,
  invalid_email: msg`This is not an email address`,
  email_invalid: msg`This is not an email address`,
  control_character: msg`Line breaks and control characters cannot stand here`,
  key_invalid: msg`A name is made of letters, digits, spaces and _ . -`,
  unknown_id: msg`This does not exist any more`,
  list_not_found: msg`One of these lists does not exist any more`,
  password_required: msg`Enter the password again: the server or the user name is another one`,
  plain_not_allowed: msg`An unsecured connection is only allowed to hosts that the operator has named`,
  host_invalid: msg`This is not the name of a server`,
  port_invalid: msg`A port is a number from 1 to 65535`,
  limit_invalid: msg`This number is out of range`,
  ramp_without_limit: msg`A slow start needs a limit to grow up to`,
  zone_unknown: msg`There is no such time zone`,
  category_not_found: msg`This category does not exist any more`,
  user_exists: msg`Somebody works here with this address already`,
  password_wrong: msg`This is not your current password`,
  empty_file: msg`The file is empty`,
  attachment_not_found: msg`One of the files is not there any more: attach it again`,
  files_too_large: msg`All files of a mail together: at most 18 MB.`,
  shortcut_taken: msg`Another quick reply has this shortcut`,
  shortcut_invalid: msg`A shortcut is made of letters, digits, - and _`,
  unclosed_tag: msg`A variable is not closed with two braces`,
  bad_tag: msg`A variable is written with two braces around its name`,
  team_exists: msg`There is a team of this name already`,
  team_not_found: msg`This team does not exist any more`,
  not_mentionable: msg`Somebody whom you mention may not see this conversation`,
  tag_too_long: msg`A tag has at most 40 characters`,
  too_many_tags: msg`A conversation has at most 20 tags`,
  blank: msg`Please fill this in`,
  content_missing: msg`There is neither HTML nor text`,
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
