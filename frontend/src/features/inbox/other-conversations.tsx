import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Conversation } from '@/api/generated/model';
import { compact } from '@/shared/search-params';
import { ErrorState } from '@/shared/ui/error-state';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { DateTime } from '@/shared/ui/time';
import { TAB_LABELS } from './labels';
import { conversationsOfQuery } from './person-queries';
import type { Tab } from './search';
import classes from './person-info.module.css';

const SHOWN = 5;

type Props = {
  conversation: Conversation;
  /** The list of all of them has room beside the thread. */
  keepOpen: boolean;
};

/** What else was spoken about with the same person, the newest first. */
export function OtherConversations({ conversation, keepOpen }: Props) {
  const { id, person } = conversation;
  return (
    <section className={classes.part}>
      <h3 className={classes.title}>
        <Trans>Other conversations</Trans>
      </h3>
      {person.address === '' ? (
        <None />
      ) : (
        <Others id={id} address={person.address} open={keepOpen ? id : undefined} />
      )}
    </section>
  );
}

function Others({ id, address, open }: { id: string; address: string; open: string | undefined }) {
  const found = useQuery(conversationsOfQuery(address));
  if (found.isPending) return <TableSkeleton rows={3} columns={1} />;
  if (found.data === undefined)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const others = found.data.filter((other) => other.id !== id);
  if (others.length === 0) return <None />;
  return (
    <>
      <ul className={classes.others}>
        {others.slice(0, SHOWN).map((other) => (
          <Other key={other.id} other={other} />
        ))}
      </ul>
      <p className={classes.all}>
        <Link to="/inbox" search={compact({ tab: 'all' as const, q: address, open })}>
          <Trans>Show all</Trans>
        </Link>
      </p>
    </>
  );
}

function Other({ other }: { other: Conversation }) {
  const { t, i18n } = useLingui();
  return (
    <li>
      <Link to="/inbox" search={{ tab: 'all', open: other.id }}>
        {other.subject || t`(no subject)`}
      </Link>
      <span className={classes.when}>
        <DateTime value={other.lastAt} /> · {i18n._(TAB_LABELS[standing(other)])}
      </span>
    </li>
  );
}

function None() {
  return (
    <p className={classes.none}>
      <Trans>There is no other conversation with this person.</Trans>
    </p>
  );
}

/** Its state in the words of the tabs. */
function standing({ state, assignee }: Conversation): Tab {
  if (state !== 'open') return state;
  return assignee ? 'progress' : 'new';
}
