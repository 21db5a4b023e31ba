import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconPaperclip } from '@tabler/icons-react';
import type { QuickReply } from '@/api/generated/model';
import classes from './file-count.module.css';

/** How many files go along with a quick reply; nothing where there are none. */
export function FileCount({ of: { attachments } }: { of: QuickReply }) {
  const { t } = useLingui();
  const count = attachments.length;
  if (count === 0) return null;
  return (
    <span
      className={classes.files}
      role="img"
      aria-label={t`${plural(count, { one: '# file', other: '# files' })}`}
    >
      <IconPaperclip size={13} aria-hidden />
      {count}
    </span>
  );
}
