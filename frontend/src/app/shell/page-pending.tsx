import { TableSkeleton } from '@/shared/ui/skeletons';
import classes from './page-pending.module.css';

/** The outline of a page while its code is on the way. */
export function PagePending() {
  return (
    <>
      <div className={classes.header} />
      <TableSkeleton />
    </>
  );
}
