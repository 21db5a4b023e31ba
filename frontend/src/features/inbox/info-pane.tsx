import { CloseButton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { TableSkeleton } from '@/shared/ui/skeletons';
import type { Info } from './use-info';
import classes from './inbox-page.module.css';

const PersonInfo = lazy(() => import('./person-info').then(({ PersonInfo }) => ({ default: PersonInfo })));
const InfoDrawer = lazy(() => import('./info-drawer').then(({ InfoDrawer }) => ({ default: InfoDrawer })));

type Props = { id: string; info: Info };

/** The third pane: who the open conversation is with. Over the thread where there is no room beside it. */
export function InfoPane({ id, info }: Props) {
  const { t } = useLingui();
  if (info.over)
    return (
      <Suspense>
        <InfoDrawer id={id} onClose={info.toggle} />
      </Suspense>
    );
  if (!info.beside) return null;
  return (
    <aside className={classes.info} aria-label={t`About this person`}>
      <header className={classes.infoHead}>
        <h2 className={classes.infoTitle}>
          <Trans>About this person</Trans>
        </h2>
        <CloseButton aria-label={t`Close`} onClick={info.toggle} />
      </header>
      <Suspense fallback={<TableSkeleton rows={6} columns={1} />}>
        <PersonInfo id={id} beside />
      </Suspense>
    </aside>
  );
}
