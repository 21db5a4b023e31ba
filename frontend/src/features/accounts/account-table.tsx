import { Checkbox, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  IconDots,
  IconListDetails,
  IconMail,
  IconOutbound,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import type { Account, WorkerStatus } from '@/api/generated/model';
import { useUndo } from '@/shared/hooks/use-undo';
import { DataTable, RowName, type Column } from '@/shared/table/data-table';
import { RowMenu } from '@/shared/table/row-menu';
import { useFormats } from '@/shared/format/format';
import { ToneBadge } from '@/shared/ui/state-badge';
import { workersQuery } from '@/shared/workers/queries';
import { TryAgain } from '@/shared/workers/try-again';
import { WorkerState } from '@/shared/workers/worker-state';
import { WorkerSwitch } from '@/shared/workers/worker-switch';
import { useSetActive } from './queries';
import classes from './account-table.module.css';

type Props = {
  accounts: readonly Account[];
  openId: string | undefined;
  onEdit: (account: Account) => void;
  onDelete: (account: Account) => void;
};

export function AccountTable({ accounts, openId, onEdit, onDelete }: Props) {
  const { t } = useLingui();
  const workers = useQuery(workersQuery).data ?? [];
  const workerOf = ({ id }: Account) => workers.find(({ accountId }) => accountId === id);
  const columns: Column<Account>[] = [
    {
      id: 'name',
      header: t`Name`,
      card: 'title',
      cell: (account) => <Name account={account} onOpen={onEdit} />,
    },
    {
      id: 'category',
      header: t`Category`,
      width: '13%',
      card: 'none',
      cell: ({ category }) => category.name,
    },
    {
      id: 'channel',
      header: t`Channel`,
      width: '96px',
      card: 'none',
      cell: () => (
        <span className={classes.channel}>
          <IconMail size={15} aria-hidden /> {t`Email`}
        </span>
      ),
    },
    {
      id: 'status',
      header: t`Status`,
      width: '104px',
      card: 'line',
      cell: (account) => <Active account={account} />,
    },
    {
      id: 'worker',
      header: t`Worker`,
      width: '230px',
      card: 'line',
      cell: (account) => <Worker active={account.active} worker={workerOf(account)} />,
    },
    {
      id: 'rate',
      header: t`Sent per minute`,
      width: '120px',
      align: 'right',
      card: 'none',
      cell: (account) => <Rate worker={workerOf(account)} />,
    },
    {
      id: 'menu',
      header: '',
      width: '76px',
      align: 'right',
      card: 'corner',
      cell: (account) => <AccountMenu account={account} onEdit={onEdit} onDelete={onDelete} />,
    },
  ];
  return (
    <DataTable
      label={t`Accounts`}
      columns={columns}
      rows={accounts}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      onOpen={onEdit}
      onDelete={onDelete}
      openId={openId}
    />
  );
}

function Name({ account, onOpen }: { account: Account; onOpen: (account: Account) => void }) {
  const { t } = useLingui();
  return (
    <span className={classes.name}>
      <span className={classes.line}>
        <RowName onOpen={() => onOpen(account)}>{account.name}</RowName>
        {account.sandbox && <ToneBadge tone="violet">{t`Sandbox`}</ToneBadge>}
      </span>
      <span className={classes.address}>{account.fromAddress}</span>
    </span>
  );
}

/** Unticked, an account leaves the live views and the pickers at once; its messages wait. */
function Active({ account: { id, name, active } }: { account: Account }) {
  const { t } = useLingui();
  const set = useSetActive();
  const offerUndo = useUndo();
  const change = (next: boolean) =>
    set.mutate(
      { id, active: next },
      {
        onSuccess: () =>
          offerUndo(next ? t`${name} is active` : t`${name} is not active any more; its messages wait.`, () =>
            set.mutate({ id, active: !next }),
          ),
      },
    );
  return (
    <Checkbox
      size="xs"
      checked={active}
      label={active ? t`Active` : t`Inactive`}
      aria-label={t`${name} is active`}
      onChange={(event) => change(event.currentTarget.checked)}
    />
  );
}

function Worker({ active, worker }: { active: boolean; worker: WorkerStatus | undefined }) {
  if (!active || !worker) return <span className={classes.quiet}>–</span>;
  return (
    <span className={classes.worker}>
      <WorkerSwitch worker={worker} />
      <WorkerState worker={worker} />
      <TryAgain worker={worker} />
    </span>
  );
}

function Rate({ worker }: { worker: WorkerStatus | undefined }) {
  const formats = useFormats();
  if (!worker) return null;
  const sent = formats.number(worker.sentLastMinute);
  return (
    <span className="k-num">{worker.perMinute ? `${sent} / ${formats.number(worker.perMinute)}` : sent}</span>
  );
}

function AccountMenu({
  account,
  onEdit,
  onDelete,
}: Omit<Props, 'accounts' | 'openId'> & { account: Account }) {
  const { t } = useLingui();
  return (
    <RowMenu label={t`Actions for ${account.name}`} icon={<IconDots size={16} />}>
      <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onEdit(account)}>
        <Trans>Edit</Trans>
      </Menu.Item>
      <Menu.Item
        renderRoot={(props) => (
          <Link {...props} to="/accounts/$accountId" params={{ accountId: account.id }} />
        )}
        leftSection={<IconListDetails size={16} />}
      >
        <Trans>Overview and log</Trans>
      </Menu.Item>
      <Menu.Item
        renderRoot={(props) => <Link {...props} to="/outbox" search={{ account: account.id }} />}
        leftSection={<IconOutbound size={16} />}
      >
        <Trans>Its messages</Trans>
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => onDelete(account)}>
        <Trans>Delete…</Trans>
      </Menu.Item>
    </RowMenu>
  );
}
