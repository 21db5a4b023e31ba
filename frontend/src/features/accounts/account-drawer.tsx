import { Drawer } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { ErrorState } from '@/shared/ui/error-state';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { AccountForm } from './account-form';
import { accountQuery, categoriesQuery, providersQuery } from './queries';

type Props = { id: string | undefined; onClose: () => void };

/** An account to add (`new`) or to edit, over the page it was opened from. Unsaved changes are not lost without a question. */
export function AccountDrawer({ id, onClose }: Props) {
  const { t } = useLingui();
  const dirty = useRef(false);
  const [asking, setAsking] = useState(false);
  const remember = useCallback((is: boolean) => {
    dirty.current = is;
  }, []);
  const close = () => {
    dirty.current = false;
    setAsking(false);
    onClose();
  };
  return (
    <>
      <Drawer
        opened={id !== undefined}
        onClose={() => (dirty.current ? setAsking(true) : close())}
        title={id === 'new' ? t`Add account` : t`Edit account`}
        size="min(620px, 100%)"
        closeOnEscape={!asking}
      >
        {id !== undefined && <Content key={id} id={id} onClose={close} onDirty={remember} />}
      </Drawer>
      <ConfirmDialog
        opened={asking}
        title={t`Discard the changes?`}
        yes={t`Yes, discard`}
        onYes={close}
        onNo={() => setAsking(false)}
      >
        {t`What you typed has not been saved.`}
      </ConfirmDialog>
    </>
  );
}

type ContentProps = { id: string; onClose: () => void; onDirty: (dirty: boolean) => void };

/** The form starts when everything it chooses from is there. */
function Content({ id, ...rest }: ContentProps) {
  const account = useQuery({ ...accountQuery(id), enabled: id !== 'new' });
  const categories = useQuery(categoriesQuery);
  const providers = useQuery(providersQuery);
  const failed = [account, categories, providers].find(({ isError }) => isError);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!categories.data || !providers.data || (id !== 'new' && !account.data)) {
    return <TableSkeleton rows={8} columns={1} />;
  }
  return (
    <AccountForm
      {...(account.data && id !== 'new' ? { account: account.data } : {})}
      categories={categories.data}
      providers={providers.data}
      onReload={() => account.refetch()}
      {...rest}
    />
  );
}
