import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Account } from '@/api/generated/model';
import { ErrorState } from '@/shared/ui/error-state';
import { PageBody, Section } from '@/shared/ui/page';
import { PageHeader } from '@/shared/ui/page-header';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { ToneBadge } from '@/shared/ui/state-badge';
import { workersQuery } from '@/shared/workers/queries';
import { WorkerCard } from '@/shared/workers/worker-card';
import { AccountDrawer } from './account-drawer';
import { AccountFacts } from './account-facts';
import { AccountLog } from './account-log';
import { DeleteDialog } from './delete-dialog';
import { accountQuery } from './queries';
import classes from './account-page.module.css';

const route = getRouteApi('/shell/accounts/$accountId');

/** One account: what its worker does, how it is set up, what happened last. */
export function AccountPage() {
  const { t } = useLingui();
  const { accountId } = route.useParams();
  const account = useQuery(accountQuery(accountId));
  if (account.data) return <Loaded account={account.data} />;
  return (
    <>
      <PageHeader title={t`Account`} />
      {account.isError ? (
        <ErrorState error={account.error} onRetry={() => void account.refetch()} />
      ) : (
        <TableSkeleton columns={2} />
      )}
    </>
  );
}

function Loaded({ account }: { account: Account }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const worker = useQuery(workersQuery).data?.find(({ accountId }) => accountId === account.id);
  return (
    <>
      <PageHeader
        title={account.name}
        beside={
          <>
            {account.sandbox && <ToneBadge tone="violet">{t`Sandbox`}</ToneBadge>}
            {!account.active && <ToneBadge tone="grey">{t`Inactive`}</ToneBadge>}
          </>
        }
        description={account.fromAddress}
        actions={
          <>
            <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => setDeleting(true)}>
              <Trans>Delete</Trans>
            </Button>
            <Button leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
              <Trans>Edit</Trans>
            </Button>
          </>
        }
      />
      <PageBody>
        <div className={classes.columns}>
          <div className={classes.side}>
            {worker && <WorkerCard worker={worker} />}
            <AccountFacts account={account} />
          </div>
          <Section
            title={t`What happened last`}
            actions={
              <Link to="/logs" search={{ account: account.id }}>
                <Trans>The whole log</Trans>
              </Link>
            }
          >
            <AccountLog account={account.id} />
          </Section>
        </div>
      </PageBody>
      <AccountDrawer id={editing ? account.id : undefined} onClose={() => setEditing(false)} />
      <DeleteDialog
        account={deleting ? account : undefined}
        onClose={() => setDeleting(false)}
        onDeleted={() => void navigate({ to: '/accounts' })}
      />
    </>
  );
}
