import { Trans } from '@lingui/react/macro';
import { useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react';
import classes from './attachments.module.css';

type Props = { disabled?: boolean; onFiles: (files: readonly File[]) => void; children: ReactNode };

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Takes files that are dropped on it or pasted into it; what cannot be taken now is not opened by the browser either. */
export function FileDrop({ disabled = false, onFiles, children }: Props) {
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(!disabled);
  };
  const leave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  };
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    if (!disabled) onFiles([...event.dataTransfer.files]);
  };
  const paste = (event: ClipboardEvent) => {
    // a table or a text brings its picture along: the words are what was meant
    const files = [...event.clipboardData.files];
    if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return;
    event.preventDefault();
    if (!disabled) onFiles(files);
  };
  return (
    <div className={classes.drop} onDragOver={drag} onDragLeave={leave} onDrop={drop} onPaste={paste}>
      {children}
      {over && (
        <div className={classes.over}>
          <Trans>Drop the files to attach them</Trans>
        </div>
      )}
    </div>
  );
}
