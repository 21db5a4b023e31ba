import type { ReactNode } from 'react';
import classes from './person-info.module.css';

export type InfoRow = readonly [name: string, value: ReactNode];

/** Names with their values; what is empty is left out. */
export function InfoRows({ rows }: { rows: readonly InfoRow[] }) {
  const filled = rows.filter(([, value]) => value !== '' && value !== null && value !== undefined);
  if (filled.length === 0) return null;
  return (
    <dl className={classes.rows}>
      {filled.map(([name, value]) => (
        <div key={name} className={classes.row}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
