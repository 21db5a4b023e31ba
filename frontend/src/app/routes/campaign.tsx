import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';

export function CampaignRoute() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Campaign`} />
      <EmptyState drawing="campaign" title={t`This page is being built`}>
        <Trans>It will be here soon.</Trans>
      </EmptyState>
    </>
  );
}
