import type { ReactNode } from 'react';
import classes from './tab-links.module.css';

/** Tabs that are links: each has an address of its own. Give each link `className={tabLink}`; the router marks the open one. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {children}
    </nav>
  );
}

export const tabLink = classes.tab;

export function TabCount({ children }: { children: ReactNode }) {
  // The space is for the name of the link: "Draft 3", not "Draft3".
  return (
    <>
      {' '}
      <span className={classes.count}>{children}</span>
    </>
  );
}
