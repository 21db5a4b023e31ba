import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@/api/generated/model';
import { Link } from '@tanstack/react-router';
import { DateTime } from '@/shared/ui/time';

/** What happened, as a sentence; a code without one is shown as it is. */
export function LineText({ entry }: { entry: Entry }) {
  const who = entry.author ?? '';
  const to = entry.line?.params.to ?? '';
  const until = entry.line?.params.until;
  switch (entry.line?.code) {
    case 'assigned':
      return (
        <Trans>
          {who} gave it to {to}
        </Trans>
      );
    case 'unassigned':
      return <Trans>{who} gave it back</Trans>;
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
