import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import type { CsvPreview, KnownField } from './csv';
import classes from './imports.module.css';

const FIELDS: Record<KnownField, MessageDescriptor> = {
  email: msg`Email`,
  name: msg`Name`,
  first_name: msg`First name`,
  last_name: msg`Last name`,
  phone: msg`Phone`,
  company: msg`Company`,
  tags: msg`Tags`,
  lists: msg`Lists`,
};

/** The first lines of the file and what each column will become. */
export function CsvLook({ look }: { look: CsvPreview }) {
  const { t, i18n } = useLingui();
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t`The first lines of the file`}>
      <table className={classes.look}>
        <thead>
          <tr>
            {look.columns.map((column, index) => (
              <th key={index} scope="col">
                <span className={classes.header}>{column.header === '' ? '—' : column.header}</span>
                {'field' in column ? (
                  <span className={classes.target} data-known>
                    {i18n._(FIELDS[column.field])}
                  </span>
                ) : (
                  <span className={classes.target}>{`{{${column.variable}}}`}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {look.rows.map((row, index) => (
            <tr key={index}>
              {look.columns.map((_column, cell) => (
                <td key={cell}>{row[cell] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
