import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';

export function ContactsRoute() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Contacts`} />
      <EmptyState drawing="people" title={t`This page is being built`}>
        <Trans>It will be here soon.</Trans>
      </EmptyState>
    </>
  );
}
