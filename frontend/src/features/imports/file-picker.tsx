import { Trans } from '@lingui/react/macro';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import clsx from 'clsx';
import { useState, type DragEvent } from 'react';
import { useFormats } from '@/shared/format/format';
import classes from './imports.module.css';

type Props = { file: File | undefined; disabled: boolean; onChoose: (file: File) => void };

/** A place to drop a file on, which is also the ordinary button to choose one. */
export function FilePicker({ file, disabled, onChoose }: Props) {
  const formats = useFormats();
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside && !disabled);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    const dropped = event.dataTransfer.files[0];
    if (dropped && !disabled) onChoose(dropped);
  };
  return (
    <label
      className={clsx(classes.drop, over && classes.over)}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className="k-hidden"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        disabled={disabled}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) onChoose(chosen);
          event.currentTarget.value = '';
        }}
      />
      {file ? (
        <IconFileSpreadsheet size={28} stroke={1.5} aria-hidden />
      ) : (
        <IconUpload size={28} stroke={1.5} aria-hidden />
      )}
      <span className={classes.dropTitle}>
        {file ? (
          `${file.name} · ${formats.bytes(file.size)}`
        ) : (
          <Trans>Choose a CSV file, or drop it here</Trans>
        )}
      </span>
      <span className={classes.dropHint}>
        {file ? (
          <Trans>Press to choose another file</Trans>
        ) : (
          <Trans>
            The first line holds the names of the columns. Comma, semicolon or tab; at most 50 MB.
          </Trans>
        )}
      </span>
    </label>
  );
}
