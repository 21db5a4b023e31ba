import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { countsQuery } from '@/shared/inbox/counts';
import classes from './unread-badge.module.css';

/** How many open conversations hold something that nobody has read. */
export function UnreadBadge() {
  const { t } = useLingui();
  const unread = useQuery(countsQuery).data?.unread ?? 0;
  if (unread === 0) return null;
  const shown = unread > 99 ? '99+' : String(unread);
  return (
    <span className={classes.badge} role="status" aria-label={t`${shown} unread`}>
      {shown}
    </span>
  );
}
