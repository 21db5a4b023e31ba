import { Skeleton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useDelayed } from '@/shared/hooks/use-delayed';
import classes from './skeletons.module.css';

const WIDTHS = ['62%', '48%', '71%', '55%', '66%', '43%'];

/** Grey rows in the shape of the table that will come. */
export function TableSkeleton({ rows = 8, columns = 5 }: { rows?: number; columns?: number }) {
  const { t } = useLingui();
  const shown = useDelayed(true);
  if (!shown) return null;
  return (
    <div role="status" aria-label={t`Loading`} className={classes.table}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row}>
          {Array.from({ length: columns }, (_, column) => (
            <Skeleton key={column} height={10} radius={3} width={WIDTHS[(row + column) % WIDTHS.length]!} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Grey boxes in the shape of cards. */
export function CardsSkeleton({ cards = 3, height = 96 }: { cards?: number; height?: number }) {
  const { t } = useLingui();
  const shown = useDelayed(true);
  if (!shown) return null;
  return (
    <div role="status" aria-label={t`Loading`} className={classes.cards}>
      {Array.from({ length: cards }, (_, card) => (
        <Skeleton key={card} height={height} radius="lg" />
      ))}
    </div>
  );
}
