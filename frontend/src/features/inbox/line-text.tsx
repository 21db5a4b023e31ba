import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@/api/generated/model';
import { Link } from '@tanstack/react-router';
import { DateTime } from '@/shared/ui/time';
import { HeldText } from './held-text';
import { UnsentText } from './unsent-text';

/** What happened, as a sentence; a code without one is shown as it is. */
export function LineText({ entry }: { entry: Entry }) {
  const who = entry.author ?? '';
  const to = entry.line?.params.to ?? '';
  const team = entry.line?.params.team ?? '';
  const until = entry.line?.params.until;
  const hours = spanOf(entry.line?.params.hours);
  switch (entry.line?.code) {
    case 'assigned':
      return (
        <Trans>
          {who} gave it to {to}
        </Trans>
      );
    case 'assigned_by_itself':
      return <Trans>Handed to {to} automatically</Trans>;
    case 'tagged':
      return <TaggedText who={who} added={entry.line.params.added} removed={entry.line.params.removed} />;
    case 'unassigned':
      return <Trans>{who} gave it back</Trans>;
    case 'given_to_team':
      return (
        <Trans>
          {who} gave it to the team {team}
        </Trans>
      );
    case 'given_to_everybody':
      return <Trans>{who} opened it to everybody</Trans>;
    case 'snoozed':
      return until === undefined ? (
        <Trans>{who} snoozed it</Trans>
      ) : (
        <Trans>
          {who} snoozed it until <DateTime value={until} />
        </Trans>
      );
    case 'woken':
      return <Trans>Its time has come: it is open again</Trans>;
    case 'done':
      return <Trans>{who} finished it</Trans>;
    case 'done_by_itself':
      return <Trans>Done by itself: nobody answered for {hours}</Trans>;
    case 'not_answered_by_itself':
      return <HeldText reason={entry.line.params.reason ?? ''} />;
    case 'not_sent':
      return <UnsentText to={to} reason={entry.line.params.reason ?? ''} />;
    case 'archived_by_itself':
      return <Trans>Archived by itself after {hours}</Trans>;
    case 'reopened':
      return <Trans>{who} opened it again</Trans>;
    case 'archived':
      return <Trans>{who} archived it</Trans>;
    case 'unarchived':
      return <Trans>{who} took it from the archive</Trans>;
    case 'merged':
      return (
        <Trans>
          {who} merged <Other entry={entry} /> into it
        </Trans>
      );
    case 'merged_into':
      return (
        <Trans>
          {who} merged it into <Other entry={entry} />
        </Trans>
      );
    case 'split_off':
      return (
        <Trans>
          {who} split <Other entry={entry} /> from it
        </Trans>
      );
    case 'split_from':
      return (
        <Trans>
          {who} split it from <Other entry={entry} />
        </Trans>
      );
    default:
      return <>{[who, entry.line?.code].filter(Boolean).join(' · ')}</>;
  }
}

const spanOf = (hours: string | undefined) => {
  const count = Number(hours ?? 0);
  return count % 24 === 0
    ? plural(count / 24, { one: '# day', other: '# days' })
    : plural(count, { one: '# hour', other: '# hours' });
};

type Tagged = { who: string; added: string | undefined; removed: string | undefined };

function TaggedText({ who, added, removed }: Tagged) {
  if (removed === undefined) {
    return (
      <Trans>
        {who} tagged it: {added}
      </Trans>
    );
  }
  return added === undefined ? (
    <Trans>
      {who} took tags away: {removed}
    </Trans>
  ) : (
    <Trans>
      {who} tagged it: {added}, and took away: {removed}
    </Trans>
  );
}

/** The conversation on the other side of a merging or splitting. */
function Other({ entry }: { entry: Entry }) {
  const { t } = useLingui();
  const { conversation, subject } = entry.line?.params ?? {};
  return (
    <Link to="/inbox" search={{ open: conversation }}>
      {subject || t`(no subject)`}
    </Link>
  );
}
