import '@mantine/tiptap/styles.layer.css';
import { Input } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import type { Editor } from '@tiptap/react';
import { useEffect, useImperativeHandle, useRef, type ReactNode, type RefObject } from 'react';
import type { Attachment, Person } from '@/api/generated/model';
import { QuickReplyList } from './quick-reply-list';
import { RichToolbar } from './rich-toolbar';
import type { Sending } from './send-buttons';
import { placeOf } from './rich-place';
import { useRichQuickReplies } from './use-rich-quick-replies';
import { useRichText, type RichHandlers } from './use-rich-text';
import caret from './caret-list.module.css';
import classes from './rich-editor.module.css';

type FieldProps = {
  area: RefObject<{ focus: () => void } | null>;
  /** Somebody was about to write while it was fetched. */
  wanted: RefObject<boolean>;
  /** Whom the mail goes to. */
  person: Person | undefined;
  busy: boolean;
  error: string | undefined;
  onChange: (next: { text: string; html: string }) => void;
  onFiles: (files: readonly Attachment[]) => void;
  onSend: (how: Sending) => void;
};

type Props = FieldProps & {
  label: string;
  placeholder: string;
  html: string;
  /** What stands there until somebody can write. */
  fallback: ReactNode;
};

/** What is written, with its formatting. */
export function RichEditor({ label, placeholder, html, fallback, ...field }: Props) {
  const handlers = useRef<RichHandlers>(null);
  const editor = useRichText({ label, placeholder, html, handlers });
  return editor ? <RichField editor={editor} handlers={handlers} {...field} /> : fallback;
}

function RichField(props: FieldProps & { editor: Editor; handlers: RefObject<RichHandlers | null> }) {
  const { editor, handlers, area, wanted, person, busy, error, onChange, onFiles, onSend } = props;
  const quick = useRichQuickReplies({ editor, person, onFiles });
  useImperativeHandle(handlers, () => ({ onChange, onSend, press: quick.press }));
  useImperativeHandle(
    area,
    () => ({
      focus: () => void editor.commands.focus('end'),
      find: (words: string) => {
        const place = placeOf(editor.state.doc, words);
        if (place) editor.chain().focus().setTextSelection(place).run();
      },
    }),
    [editor],
  );
  useEffect(() => {
    if (wanted.current) editor.commands.focus('end');
  }, [editor, wanted]);
  useEffect(() => {
    editor.setEditable(!busy, false);
  }, [editor, busy]);

  return (
    <div className={caret.place}>
      {quick.open && (
        <QuickReplyList id={quick.listId} found={quick.found} chosen={quick.chosen} onChoose={quick.choose} />
      )}
      <RichTextEditor
        editor={editor}
        withTypographyStyles={false}
        withCodeHighlightStyles={false}
        variant="subtle"
        className={classes.root}
        data-error={error !== undefined || undefined}
      >
        <RichToolbar editor={editor} />
        <RichTextEditor.Content className={classes.content} />
      </RichTextEditor>
      {error !== undefined && (
        <Input.Error role="alert" mt={4}>
          {error}
        </Input.Error>
      )}
    </div>
  );
}
