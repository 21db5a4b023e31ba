import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Account } from '@/api/generated/model';
import { useCommand } from '@/shared/keys/use-command';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { Count } from '@/shared/ui/number';
import { PageBody } from '@/shared/ui/page';
import { PageHeader } from '@/shared/ui/page-header';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { AccountDrawer } from './account-drawer';
import { AccountTable } from './account-table';
import { DeleteDialog } from './delete-dialog';
import { accountsQuery } from './queries';

const route = getRouteApi('/shell/accounts');

/** All mailboxes that are operated from here. */
export function AccountsPage() {
  const { t } = useLingui();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const accounts = useQuery(accountsQuery);
  const [deleting, setDeleting] = useState<Account>();
  const open = (id: string | undefined) => void navigate({ search: id === undefined ? {} : { edit: id } });
  useCommand('page.new', () => open('new'));
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => open('new')}>
      <Trans>Add account</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t`Accounts`}
        beside={accounts.data && accounts.data.length > 0 && <Count value={accounts.data.length} />}
        actions={add}
      />
      <PageBody flush>
        {accounts.isPending && <TableSkeleton />}
        {accounts.isError && <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />}
        {accounts.data?.length === 0 && (
          <EmptyState drawing="mailbox" title={t`No account yet`} action={add}>
            <Trans>
              An account is a mailbox of yours: Kurir sends through its SMTP server and reads its replies.
            </Trans>
          </EmptyState>
        )}
        {accounts.data && accounts.data.length > 0 && (
          <AccountTable
            accounts={accounts.data}
            openId={edit}
            onEdit={({ id }) => open(id)}
            onDelete={setDeleting}
          />
        )}
      </PageBody>
      <AccountDrawer id={edit} onClose={() => open(undefined)} />
      <DeleteDialog account={deleting} onClose={() => setDeleting(undefined)} />
    </>
  );
}
