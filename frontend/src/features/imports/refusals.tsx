import { Button, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import type { Import, ImportRefusal } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { DataTable, type Column } from '@/shared/table/data-table';
import { ErrorState } from '@/shared/ui/error-state';
import { Count } from '@/shared/ui/number';
import { Panel, Section } from '@/shared/ui/page';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { csvLine } from './csv';
import { download } from './download';
import classes from './imports.module.css';
import { refusalsQuery } from './queries';
import { useRefusalText } from './refusal-text';

/** The lines that were not taken, with number and reason, to mend and to import again. */
export function Refusals({ run }: { run: Import }) {
  const { t } = useLingui();
  const formats = useFormats();
  const reason = useRefusalText();
  const query = useQuery({
    ...refusalsQuery(run.id),
    // While the import runs the list grows; once it is over the last answer is final.
    refetchInterval: run.state === 'running' ? 3_000 : false,
  });
  const rows = query.data ?? [];
  const columns: Column<ImportRefusal>[] = [
    {
      id: 'line',
      header: t`Line`,
      width: '90px',
      align: 'right',
      card: 'corner',
      cell: ({ line }) => <Count value={line} />,
    },
    {
      id: 'reason',
      header: t`Reason`,
      width: '38%',
      card: 'title',
      cell: (row) => <Text size="sm">{reason(row)}</Text>,
    },
    {
      id: 'content',
      header: t`Content of the line`,
      cell: ({ content }) => (
        <Text size="sm" className="k-mono" truncate="end" title={content}>
          {content}
        </Text>
      ),
    },
  ];
  const shown = formats.number(rows.length);
  const save = () =>
    download(`refused-${run.fileName.replace(/\.[^.]*$/, '')}.csv`, [
      csvLine(['line', 'code', 'reason', 'content']),
      ...rows.map((row) => csvLine([row.line, row.code, reason(row), row.content])),
    ]);
  return (
    <div className={classes.refusals}>
      <Section
        title={t`Refused lines`}
        actions={
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={15} />}
            disabled={rows.length === 0}
            onClick={save}
          >
            <Trans>Download as CSV</Trans>
          </Button>
        }
      >
        {query.isPending ? (
          <TableSkeleton rows={4} columns={3} />
        ) : query.isError && rows.length === 0 ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Panel className={classes.clip}>
            <DataTable
              label={t`Refused lines`}
              columns={columns}
              rows={rows}
              idOf={({ line }) => String(line)}
              nameOf={({ line }) => String(line)}
            />
          </Panel>
        )}
        {run.refused > rows.length && rows.length > 0 && (
          <Text size="sm" c="dimmed" mt="xs">
            <Trans>Only the first {shown} are shown.</Trans>
          </Text>
        )}
      </Section>
    </div>
  );
}
