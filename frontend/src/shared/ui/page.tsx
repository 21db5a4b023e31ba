import clsx from 'clsx';
import type { ReactNode } from 'react';
import classes from './page.module.css';

/** The body of a page under its header. `narrow` for forms and text, `flush` for tables that reach the edges. */
export function PageBody({
  children,
  narrow,
  flush,
}: {
  children: ReactNode;
  narrow?: boolean;
  flush?: boolean;
}) {
  return (
    <div className={clsx(classes.body, narrow && classes.narrow, flush && classes.flush)}>{children}</div>
  );
}

/** A titled part of a page. */
export function Section({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** A quiet box with a border, for what belongs together. */
export function Panel({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={clsx(classes.panel, className)}>{children}</div>;
}
