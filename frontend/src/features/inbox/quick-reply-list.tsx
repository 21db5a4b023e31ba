import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type MouseEvent } from 'react';
import type { QuickReply } from '@/api/generated/model';
import classes from './quick-reply-list.module.css';

type Props = {
  id: string;
  found: readonly QuickReply[];
  chosen: number;
  onChoose: (reply: QuickReply) => void;
};

export const optionId = (list: string, at: number) => `${list}-${at}`;

/** The text keeps the focus. */
const stay = (event: MouseEvent) => event.preventDefault();

/** What a slash has found; where there is nothing at all, it says where quick replies are made. */
export function QuickReplyList({ id, found, chosen, onChoose }: Props) {
  const { t } = useLingui();
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [chosen]);
  if (found.length === 0)
    return (
      <div className={classes.list} onMouseDown={stay}>
        <p className={classes.none}>
          <Trans>
            There are no quick replies yet. <Link to="/settings/quick-replies">Make one in the settings</Link>
          </Trans>
        </p>
      </div>
    );
  return (
    <>
      <ul id={id} role="listbox" aria-label={t`Quick replies`} className={classes.list} onMouseDown={stay}>
        {found.map((reply, at) => (
          <li
            key={reply.id}
            id={optionId(id, at)}
            ref={at === chosen ? current : null}
            role="option"
            aria-selected={at === chosen}
            className={classes.option}
            onClick={() => onChoose(reply)}
          >
            <span className={classes.shortcut}>/{reply.shortcut}</span>
            <span className={classes.name}>{reply.name}</span>
            <span className={classes.text}>{reply.text}</span>
          </li>
        ))}
      </ul>
      <span className="k-hidden" role="status">
        <Plural value={found.length} one="# quick reply" other="# quick replies" />
      </span>
    </>
  );
}
