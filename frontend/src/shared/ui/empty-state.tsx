import type { ReactNode } from 'react';
import { Drawing, type DrawingName } from './drawing';
import classes from './empty-state.module.css';

type Props = {
  drawing: DrawingName;
  title: string;
  /** One sentence: what will be here. */
  children: ReactNode;
  /** The one thing to do next; a second, quieter one may follow. */
  action?: ReactNode;
};

/** An empty place that says what it is for and what to do. */
export function EmptyState({ drawing, title, children, action }: Props) {
  return (
    <div className={classes.empty}>
      <Drawing name={drawing} />
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{children}</p>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
