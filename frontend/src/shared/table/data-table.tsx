import { ActionIcon, Checkbox } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import clsx from 'clsx';
import type { MouseEvent, ReactNode } from 'react';
import classes from './data-table.module.css';
import { useRowKeys } from './use-row-keys';

export type Column<T> = {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** CSS width; columns without one share what is left. */
  width?: string;
  align?: 'right';
  /** The value of `sort` that this column stands for. */
  sort?: string;
  /** What the cell is when the row is a card: on its first line, on its second, a line of its own, or nothing. */
  card?: 'title' | 'corner' | 'second' | 'secondCorner' | 'line' | 'none';
};

type Selection = { selected: ReadonlySet<string>; onChange: (selected: ReadonlySet<string>) => void };

type Props<T> = {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  idOf: (row: T) => string;
  /** What the row is called, for the names of its controls. */
  nameOf: (row: T) => string;
  onOpen?: (row: T) => void;
  onDelete?: (row: T) => void;
  selection?: Selection;
  sort?: { value: string; onChange: (value: string) => void };
  /** Old rows while new ones are on their way. */
  dimmed?: boolean;
  openId?: string | undefined;
};

const CONTROL = 'a, button, input, label, select, textarea, [role="menuitem"], [role="switch"]';

/** A table of rows that become cards on a phone. Rows open with a click, Enter on their name, and the keys j, k, x and #. */
export function DataTable<T>(props: Props<T>) {
  const { label, columns, rows, idOf, nameOf, onOpen, selection, sort, dimmed, openId } = props;
  const { t } = useLingui();
  const body = useRowKeys({
    rows,
    idOf,
    onDelete: props.onDelete,
    onSelect: (row) => selection && toggle(selection, idOf(row)),
  });
  const open = (row: T) => (event: MouseEvent) => {
    if (!onOpen || (event.target as Element).closest(CONTROL) || String(getSelection()) !== '') return;
    onOpen(row);
  };
  return (
    <table
      role="table"
      aria-label={label}
      aria-busy={dimmed}
      className={clsx(classes.table, !selection && classes.plain, dimmed && classes.dimmed)}
    >
      <thead role="rowgroup" className={classes.head}>
        <tr role="row">
          {selection && (
            <th role="columnheader" className={classes.check}>
              <SelectAll ids={rows.map(idOf)} selection={selection} />
            </th>
          )}
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} sort={sort} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" ref={body}>
        {rows.map((row) => {
          const id = idOf(row);
          const name = nameOf(row);
          return (
            <tr
              key={id}
              role="row"
              data-row={id}
              className={clsx(
                classes.row,
                onOpen && classes.openable,
                (openId === id || selection?.selected.has(id)) && classes.chosen,
              )}
              onClick={open(row)}
            >
              {selection && (
                <td role="cell" className={classes.check}>
                  <Checkbox
                    size="xs"
                    aria-label={t`Select ${name}`}
                    checked={selection.selected.has(id)}
                    onChange={() => toggle(selection, id)}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td
                  key={column.id}
                  role="cell"
                  data-card={column.card ?? 'line'}
                  className={clsx(column.align === 'right' && classes.right)}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function HeaderCell<T>({ column, sort }: { column: Column<T>; sort: Props<T>['sort'] }) {
  const { t } = useLingui();
  const sorted = sort !== undefined && column.sort === sort.value;
  const style = column.width === undefined ? {} : { width: column.width };
  const { header } = column;
  return (
    <th
      role="columnheader"
      scope="col"
      style={style}
      className={clsx(column.align === 'right' && classes.right)}
      {...(sorted
        ? { 'aria-sort': column.sort === 'newest' ? ('descending' as const) : ('ascending' as const) }
        : {})}
    >
      {sort && column.sort !== undefined ? (
        <button
          type="button"
          className={classes.sort}
          data-sorted={sorted || undefined}
          onClick={() => sort.onChange(column.sort!)}
        >
          {header}
          {column.sort === 'newest' ? (
            <IconChevronDown size={13} aria-hidden />
          ) : (
            <IconChevronUp size={13} aria-hidden />
          )}
        </button>
      ) : header === '' ? (
        <span className="k-hidden">{t`Actions`}</span>
      ) : (
        header
      )}
    </th>
  );
}

function SelectAll({ ids, selection }: { ids: readonly string[]; selection: Selection }) {
  const { t } = useLingui();
  const count = ids.filter((id) => selection.selected.has(id)).length;
  const all = ids.length > 0 && count === ids.length;
  return (
    <Checkbox
      size="xs"
      aria-label={t`Select all rows that are shown`}
      checked={all}
      indeterminate={count > 0 && !all}
      onChange={() => selection.onChange(new Set(all ? [] : ids))}
    />
  );
}

function toggle({ selected, onChange }: Selection, id: string): void {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  onChange(next);
}

/** The name of a row as the button that opens it. */
export function RowName({
  children,
  onOpen,
  title,
}: {
  children: ReactNode;
  onOpen: () => void;
  title?: string;
}) {
  return (
    <button type="button" className={classes.name} data-row-main title={title} onClick={onOpen}>
      {children}
    </button>
  );
}

/** A button with an icon in a row. */
export function RowAction({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <ActionIcon aria-label={label} title={label} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}
