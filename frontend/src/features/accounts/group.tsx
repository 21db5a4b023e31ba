import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { AccountValues } from './account-values';
import classes from './account-form.module.css';

export type AccountFormState = UseFormReturnType<AccountValues>;

/** A titled group of fields. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      <div className={classes.grid}>{children}</div>
    </fieldset>
  );
}
