import { Table } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFormats } from '@/shared/format/format';
import { workersQuery } from '@/shared/workers/queries';
import { summaryQuery } from './queries';
import { rateHistory, useRateHistory, type RatePoint } from './rate-history';
import classes from './rate-chart.module.css';

const SPAN = 15 * 60_000;
const WIDTH = 320;
const HEIGHT = 56;

/** Sent and failed per minute over the last quarter of an hour, with the sum of the accounts' limits as a line. */
export function RateChart() {
  const { t } = useLingui();
  const formats = useFormats();
  const { data: summary, dataUpdatedAt } = useQuery(summaryQuery({}));
  const workers = useQuery(workersQuery);
  useEffect(() => {
    if (summary) rateHistory.read(summary.states, dataUpdatedAt);
  }, [summary, dataUpdatedAt]);
  const points = useRateHistory();
  const limits = workers.data?.map(({ perMinute }) => perMinute ?? Infinity) ?? [];
  const limit = limits.reduce((sum, each) => sum + each, 0);
  const highest = Math.max(10, ...points.map(({ sent, failed }) => Math.max(sent, failed)));
  const top = Number.isFinite(limit) && limit <= highest * 2 ? Math.max(highest, limit) : highest;
  const last = points.at(-1);
  if (points.length < 2) return <p className={classes.chart}>{t`The rate per minute is being measured…`}</p>;
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.caption}>
        <Trans>Per minute, last 15 minutes</Trans>
        <span className={classes.legend}>
          <span data-line="sent">{t`Sent`}</span>
          <span data-line="failed">{t`Failed`}</span>
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.plot} preserveAspectRatio="none" aria-hidden>
        {Number.isFinite(limit) && limit > 0 && limit <= top && (
          <line className={classes.limit} x1="0" x2={WIDTH} y1={yOf(limit, top)} y2={yOf(limit, top)} />
        )}
        <path className={classes.sent} d={pathOf(points, 'sent', top)} />
        <path className={classes.failed} d={pathOf(points, 'failed', top)} />
        <line className={classes.axis} x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      </svg>
      <details className={classes.table}>
        <summary>
          {last ? t`Now ${formats.number(Math.round(last.sent))}/min · as a table` : t`Measuring…`}
        </summary>
        <RateTable points={points} />
      </details>
    </figure>
  );
}

const yOf = (value: number, top: number) => HEIGHT - 1 - (value / top) * (HEIGHT - 4);

function pathOf(points: readonly RatePoint[], line: 'sent' | 'failed', top: number): string {
  const end = points.at(-1)?.at ?? 0;
  return points
    .map((point, index) => {
      const x = WIDTH - ((end - point.at) / SPAN) * WIDTH;
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${yOf(point[line], top).toFixed(1)}`;
    })
    .join(' ');
}

function RateTable({ points }: { points: readonly RatePoint[] }) {
  const { t } = useLingui();
  const formats = useFormats();
  return (
    <Table fz="xs" verticalSpacing={2}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t`Time`}</Table.Th>
          <Table.Th ta="right">{t`Sent per minute`}</Table.Th>
          <Table.Th ta="right">{t`Failed per minute`}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {points.toReversed().map(({ at, sent, failed }) => (
          <Table.Tr key={at} className="k-num">
            <Table.Td>{formats.timeWithSeconds(at)}</Table.Td>
            <Table.Td ta="right">{formats.number(Math.round(sent))}</Table.Td>
            <Table.Td ta="right">{formats.number(Math.round(failed))}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
