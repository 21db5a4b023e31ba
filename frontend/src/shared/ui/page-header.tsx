import { useEffect, useRef, type ReactNode } from 'react';
import classes from './page-header.module.css';

type Props = {
  title: string;
  /** What stands right of the title: counts, a state. */
  beside?: ReactNode;
  /** One quiet sentence under the title. */
  description?: ReactNode;
  /** Buttons, the primary one last. */
  actions?: ReactNode;
  /** Links to the parts of the page, at the lower edge. */
  tabs?: ReactNode;
};

/** The head of a page with its only h1. It names the document and takes the focus when the route has changed. */
export function PageHeader({ title, beside, description, actions, tabs }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Kurir`;
  }, [title]);
  useEffect(() => {
    // Not on the very first page: a reload should not move the focus away from the browser's own start.
    if (document.documentElement.dataset.navigated === 'true')
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={classes.header}>
      <div className={classes.text}>
        <div className={classes.line}>
          <h1 ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </h1>
          {beside}
        </div>
        {description !== undefined && <p className={classes.description}>{description}</p>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      {tabs !== undefined && <div className={classes.tabs}>{tabs}</div>}
    </header>
  );
}
