import { useLingui } from '@lingui/react/macro';
import type { ReplyDraftsWritingItem } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { useNow } from '@/shared/hooks/use-now';
import classes from './thread.module.css';

/** As on the server: so long after the last word somebody counts as writing. */
const WRITING = 60_000;

/** Which colleagues are answering at this moment, so that nobody answers twice. */
export function WritingLine({ writing }: { writing: readonly ReplyDraftsWritingItem[] }) {
  const { t } = useLingui();
  const now = useNow(5_000);
  const formats = useFormats();
  const names = writing.filter(({ at }) => now - new Date(at).getTime() < WRITING).map(({ name }) => name);
  const who = formats.list(names);
  return (
    <p className={classes.writing} role="status">
      {names.length > 0 && t`${who} is writing an answer…`}
    </p>
  );
}
