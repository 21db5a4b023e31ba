import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react/macro';
import { EmptyState } from './empty-state';

/** What a filter leaves when nothing matches: another text than for an empty place, and the way back. */
export function NoResults({ query, onClear }: { query?: string | undefined; onClear: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState
      drawing="search"
      title={query ? t`No results for “${query}”` : t`Nothing matches these filters`}
      action={
        <Button variant="default" onClick={onClear}>
          <Trans>Clear filters</Trans>
        </Button>
      }
    >
      <Trans>Try fewer filters or other words.</Trans>
    </EmptyState>
  );
}
