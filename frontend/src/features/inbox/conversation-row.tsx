import { Checkbox } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import {
  IconArrowBackUp,
  IconAt,
  IconPaperclip,
  IconPin,
  IconSpeakerphone,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Conversation } from '@/api/generated/model';
import { ToneBadge } from '@/shared/ui/state-badge';
import { RelativeTime } from '@/shared/ui/time';
import { CATEGORY_LOOKS } from './labels';
import type { InboxSearch } from './search';
import { TagChips } from './tag-chips';
import classes from './conversation-list.module.css';

type Props = {
  row: Conversation;
  search: InboxSearch;
  open: boolean;
  selected: boolean;
  onSelect: () => void;
};

/** One conversation: who, about what, the last words, and since when somebody waits. */
export function ConversationRow({ row, search, open, selected, onSelect }: Props) {
  const { t, i18n } = useLingui();
  const who = row.person.name || row.person.address || t`Somebody`;
  const look = row.category ? CATEGORY_LOOKS[row.category] : undefined;
  const answered = row.lastKind === 'sent' || row.lastKind === 'elsewhere';
  return (
    <li className={classes.row} data-open={open || undefined} data-unread={row.unread > 0 || undefined}>
      <div className={classes.check}>
        <Checkbox size="xs" aria-label={t`Select ${who}`} checked={selected} onChange={onSelect} />
      </div>
      <Link
        to="/inbox"
        search={{ ...search, open: row.id }}
        className={classes.link}
        title={row.person.address}
      >
        {who}
      </Link>
      <span className={classes.meta}>
        {row.mentioned && <IconAt size={14} className={classes.at} aria-label={t`Mentions you`} />}
        {row.pinned && <IconPin size={13} aria-label={t`Pinned`} />}
        {row.attachment && <IconPaperclip size={13} aria-label={t`Has an attachment`} />}
        <RelativeTime value={row.lastAt} />
        {row.unread > 0 && <span className={classes.dot} role="img" aria-label={t`Unread`} />}
      </span>
      <span className={classes.subject}>{row.subject || t`(no subject)`}</span>
      <span className={classes.snippet}>
        {answered && <IconArrowBackUp size={13} aria-label={t`Answered`} />} {row.snippet}
      </span>
      <span className={classes.chips}>
        {look && <ToneBadge tone={look.tone}>{i18n._(look.label)}</ToneBadge>}
        {row.campaign && (
          <span>
            <IconSpeakerphone size={12} aria-hidden /> {row.campaign.name}
          </span>
        )}
        <TagChips tags={row.tags} />
        {row.team && (
          <span>
            <IconUsersGroup size={12} aria-hidden /> {row.team.name}
          </span>
        )}
        {row.assignee && (
          <span>
            <IconUser size={12} aria-hidden /> {row.assignee.name}
          </span>
        )}
      </span>
    </li>
  );
}
