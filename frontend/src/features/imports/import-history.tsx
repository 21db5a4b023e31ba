import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Import } from '@/api/generated/model';
import { useStreamEvent } from '@/api/event-stream';
import { useFormats } from '@/shared/format/format';
import { DataTable, RowName, type Column } from '@/shared/table/data-table';
import { ErrorState } from '@/shared/ui/error-state';
import { Count } from '@/shared/ui/number';
import { Panel, Section } from '@/shared/ui/page';
import { ImportBadge } from './import-badge';
import classes from './imports.module.css';
import { importsQuery } from './queries';

/** The imports of before, newest first. */
export function ImportHistory({ open }: { open: string | undefined }) {
  const { t } = useLingui();
  const formats = useFormats();
  const navigate = useNavigate({ from: '/contacts/import' });
  const query = useQuery(importsQuery);
  useStreamEvent('import', ({ state }) => {
    if (state !== 'running') void query.refetch();
  });
  const rows = query.data ?? [];
  if (query.isError && rows.length === 0)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (rows.length === 0) return null;
  const show = ({ id }: Import) => void navigate({ search: { id } });
  const columns: Column<Import>[] = [
    {
      id: 'file',
      header: t`File`,
      card: 'title',
      cell: (run) => <RowName onOpen={() => show(run)}>{run.fileName}</RowName>,
    },
    {
      id: 'state',
      header: t`State`,
      width: '120px',
      card: 'corner',
      cell: ({ state }) => <ImportBadge state={state} />,
    },
    {
      id: 'created',
      header: t`New`,
      width: '90px',
      align: 'right',
      card: 'none',
      cell: (run) => <Count value={run.created} />,
    },
    {
      id: 'updated',
      header: t`Updated`,
      width: '110px',
      align: 'right',
      card: 'none',
      cell: (run) => <Count value={run.updated} />,
    },
    {
      id: 'refused',
      header: t`Refused`,
      width: '90px',
      align: 'right',
      card: 'none',
      cell: (run) => <Count value={run.refused} />,
    },
    { id: 'at', header: t`Started`, width: '180px', cell: ({ createdAt }) => formats.dateTime(createdAt) },
  ];
  return (
    <div className={classes.refusals}>
      <Section title={t`Earlier imports`}>
        <Panel className={classes.clip}>
          <DataTable
            label={t`Earlier imports`}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            nameOf={({ fileName }) => fileName}
            onOpen={show}
            openId={open}
          />
        </Panel>
      </Section>
    </div>
  );
}
