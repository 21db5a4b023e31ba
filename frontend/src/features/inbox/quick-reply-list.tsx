import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { QuickReply } from '@/api/generated/model';
import { FileCount } from '@/shared/quick-replies/file-count';
import { CaretList } from './caret-list';
import classes from './caret-list.module.css';

type Props = {
  id: string;
  found: readonly QuickReply[];
  chosen: number;
  onChoose: (reply: QuickReply) => void;
};

/** What a slash has found; where there is nothing at all, it says where quick replies are made. */
export function QuickReplyList(props: Props) {
  const { t } = useLingui();
  return (
    <CaretList
      {...props}
      label={t`Quick replies`}
      count={<Plural value={props.found.length} one="# quick reply" other="# quick replies" />}
      nothing={
        <Trans>
          There are no quick replies yet. <Link to="/settings/quick-replies">Make one in the settings</Link>
        </Trans>
      }
    >
      {(reply) => (
        <>
          <span className={classes.shortcut}>/{reply.shortcut}</span>
          <span className={classes.name}>
            {reply.name} <FileCount of={reply} />
          </span>
          <span className={classes.text}>{reply.text}</span>
        </>
      )}
    </CaretList>
  );
}
