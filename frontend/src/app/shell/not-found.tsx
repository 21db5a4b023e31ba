import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';

export function NotFound() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Page not found`} />
      <EmptyState
        drawing="lost"
        title={t`There is nothing at this address`}
        action={
          <>
            <Button component={Link} to="/">
              <Trans>Go to Home</Trans>
            </Button>
            <Button component={Link} to="/outbox" variant="default">
              <Trans>Go to Outbox</Trans>
            </Button>
          </>
        }
      >
        <Trans>The link may be old, or the thing it led to was deleted.</Trans>
      </EmptyState>
    </>
  );
}
