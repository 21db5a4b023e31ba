import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { RefObject } from 'react';
import { unfilled } from './slash';
import classes from './caret-list.module.css';

/** A plain text marks places, a formatted one finds words. */
type Area = Pick<HTMLTextAreaElement, 'focus' | 'setSelectionRange'> & { find?: (words: string) => void };

type Props = { text: string; area: RefObject<Area | null> };

/** Says before it is sent which variables would reach the reader as they are. */
export function Unfilled({ text, area }: Props) {
  const { t } = useLingui();
  const open = unfilled(text);
  if (open.length === 0) return null;
  const select = (variable: string) => {
    if (area.current?.find) return area.current.find(variable);
    const start = text.indexOf(variable);
    area.current?.focus();
    area.current?.setSelectionRange(start, start + variable.length);
  };
  return (
    <div className={classes.unfilled} role="status">
      <Trans>Not filled in:</Trans>
      {open.map((variable) => (
        <Button
          key={variable}
          size="compact-xs"
          variant="default"
          aria-label={t`${variable}: go to it in the text`}
          onClick={() => select(variable)}
        >
          {variable}
        </Button>
      ))}
    </div>
  );
}
