import type { ReactNode } from 'react';
import { Wordmark } from '@/shared/ui/logo';
import { useDocumentTitle } from '@mantine/hooks';
import classes from './door.module.css';

type Props = { title: string; children: ReactNode; corner?: ReactNode };

/** The quiet page in front of the house: logo, one heading, one form. */
export function Door({ title, children, corner }: Props) {
  useDocumentTitle(`${title} · Kurir`);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Wordmark size={26} />
        {corner}
      </header>
      <main className={classes.main} id="main">
        <div className={classes.card}>
          <h1 className={classes.title}>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
