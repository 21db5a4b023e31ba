import { UnstyledButton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck, IconChevronDown, IconCircleDashed } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import classes from './campaign-editor.module.css';

/** A field to lead to. Each jump is another object, also to the same field. */
export type Jump = { field: string };
export type RowProps = { opened: boolean; focus: Jump | undefined; onToggle: () => void };
type Props = RowProps & {
  title: string;
  /** Whether the row is filled in: done, still empty, or something in it is wrong. */
  status: 'done' | 'empty' | 'wrong';
  summary: ReactNode;
  children: ReactNode;
};

/** One row of the draft: what is in it, and its fields when it is open. */
export function SummaryRow({ opened, focus, onToggle, title, status, summary, children }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!opened || focus === undefined) return;
    body.current?.querySelector<HTMLElement>(`[data-field="${focus.field}"]`)?.focus();
  }, [opened, focus]);
  return (
    <section className={classes.row} aria-label={title} data-opened={opened || undefined}>
      <h2 className={classes.rowTitle}>
        <UnstyledButton
          className={classes.rowHead}
          aria-expanded={opened}
          aria-controls={id}
          onClick={onToggle}
        >
          <StatusIcon status={status} />
          <span className={classes.rowText}>
            <span className={classes.rowName}>{title}</span>
            <span className={classes.rowSummary}>{summary}</span>
          </span>
          <span className={classes.rowEdit}>
            {opened ? <Trans>Close</Trans> : <Trans>Edit</Trans>}
            <IconChevronDown size={15} aria-hidden />
          </span>
        </UnstyledButton>
      </h2>
      <div id={id} ref={body} className={classes.rowBody} hidden={!opened}>
        {opened && children}
      </div>
    </section>
  );
}

function StatusIcon({ status }: Pick<Props, 'status'>) {
  const { t } = useLingui();
  switch (status) {
    case 'done':
      return <IconCheck size={18} color="var(--k-green)" role="img" aria-label={t`Filled in`} />;
    case 'wrong':
      return (
        <IconAlertTriangle size={18} color="var(--k-amber)" role="img" aria-label={t`Needs attention`} />
      );
    case 'empty':
      return (
        <IconCircleDashed size={18} color="var(--k-text-3)" role="img" aria-label={t`Not filled in yet`} />
      );
  }
}
