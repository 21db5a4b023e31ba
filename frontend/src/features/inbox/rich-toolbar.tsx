import { useLingui } from '@lingui/react/macro';
import { RichTextEditor } from '@mantine/tiptap';
import type { Editor } from '@tiptap/react';
import type { KeyboardEvent } from 'react';
import { LinkControl } from './link-control';
import classes from './rich-editor.module.css';

/** Arrow keys go from one control to the next (ARIA toolbar); Tab reaches each as well. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const at = controls.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  controls.at((at + step) % controls.length)?.focus();
}

/** What can be done with the words that are marked. */
export function RichToolbar({ editor }: { editor: Editor }) {
  const { t } = useLingui();
  const named = (label: string) => ({ 'aria-label': label, title: label });
  return (
    <RichTextEditor.Toolbar
      role="toolbar"
      aria-label={t`Formatting`}
      className={classes.toolbar}
      onKeyDown={walk}
    >
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold {...named(t`Bold`)} />
        <RichTextEditor.Italic {...named(t`Italic`)} />
        <RichTextEditor.Underline {...named(t`Underlined`)} />
        <RichTextEditor.Strikethrough {...named(t`Struck through`)} />
        <LinkControl editor={editor} />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.BulletList {...named(t`Bulleted list`)} />
        <RichTextEditor.OrderedList {...named(t`Numbered list`)} />
        <RichTextEditor.Blockquote {...named(t`Quotation`)} />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Undo {...named(t`Undo the last change`)} />
        <RichTextEditor.Redo {...named(t`Redo the change`)} />
      </RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  );
}
