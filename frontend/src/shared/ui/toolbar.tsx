import type { ReactNode } from 'react';
import classes from './toolbar.module.css';

/** The line above a table: search and filters left, what else there is right. */
export function Toolbar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className={classes.bar} role="search">
      <div className={classes.start}>{children}</div>
      {end !== undefined && <div className={classes.end}>{end}</div>}
    </div>
  );
}
