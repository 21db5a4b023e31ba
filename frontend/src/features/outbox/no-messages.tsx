import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { EmptyState } from '@/shared/ui/empty-state';
import { NoResults } from '@/shared/ui/no-results';

const route = getRouteApi('/shell/outbox');

/** An outbox without messages, or a filter without matches: two different things. */
export function NoMessages({ filtered, query }: { filtered: boolean; query: string | undefined }) {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  if (filtered)
    return <NoResults query={query} onClear={() => void navigate({ search: {}, replace: true })} />;
  return (
    <EmptyState
      drawing="outbox"
      title={t`The outbox is empty`}
      action={
        <Button component={Link} to="/campaigns">
          <Trans>Go to Campaigns</Trans>
        </Button>
      }
    >
      <Trans>
        Every message of a campaign, and every direct message, passes through here and can be watched live.
      </Trans>
    </EmptyState>
  );
}
