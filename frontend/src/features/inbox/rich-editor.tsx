import '@mantine/tiptap/styles.layer.css';
import { Input } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { Placeholder } from '@tiptap/extensions';
import { useEditor, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useImperativeHandle, useMemo, useRef, type RefObject } from 'react';
import { linkOf } from './links';
import { RichToolbar } from './rich-toolbar';
import { wordsOf } from './rich-words';
import type { Sending } from './send-buttons';
import classes from './rich-editor.module.css';

type Props = {
  area: RefObject<{ focus: () => void } | null>;
  /** Somebody was about to write while it was fetched. */
  wanted: RefObject<boolean>;
  label: string;
  placeholder: string;
  html: string;
  busy: boolean;
  error: string | undefined;
  onChange: (next: { text: string; html: string }) => void;
  onSend: (how: Sending) => void;
};

/** As the server lets it through: what it would drop cannot be made. */
const KIT = StarterKit.configure({
  code: false,
  codeBlock: false,
  heading: false,
  horizontalRule: false,
  dropcursor: false,
  gapcursor: false,
  trailingNode: false,
  link: {
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (url, { defaultValidate }) => defaultValidate(url) && linkOf(url) !== undefined,
    HTMLAttributes: { target: null, rel: null },
  },
});

const hasFiles = (data: DataTransfer | null) => (data?.files.length ?? 0) > 0;

/** What is written, with its formatting. */
export function RichEditor({ area, wanted, label, placeholder, html, busy, error, onChange, onSend }: Props) {
  const latest = useRef({ onChange, onSend });
  const known = useRef(html);
  useEffect(() => {
    latest.current = { onChange, onSend };
  });
  const extensions = useMemo(() => [KIT, Placeholder.configure({ placeholder })], [placeholder]);
  const editor = useEditor(
    {
      extensions,
      content: html,
      shouldRerenderOnTransaction: false,
      onUpdate: ({ editor: changed }: { editor: Editor }) => {
        known.current = changed.getHTML();
        latest.current.onChange({ html: known.current, text: wordsOf(known.current) });
      },
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
        handleKeyDown: (_view, event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
          latest.current.onSend(event.shiftKey ? { done: true } : {});
          return true;
        },
        // the form around it takes files
        handlePaste: (_view, { clipboardData }) =>
          hasFiles(clipboardData) && clipboardData?.getData('text/plain') === '',
        handleDrop: (_view, { dataTransfer }) => hasFiles(dataTransfer),
      },
    },
    [extensions, label],
  );

  useImperativeHandle(area, () => ({ focus: () => void editor.commands.focus('end') }), [editor]);
  useEffect(() => {
    if (wanted.current) editor.commands.focus('end');
  }, [editor, wanted]);
  useEffect(() => {
    editor.setEditable(!busy, false);
  }, [editor, busy]);
  // what was taken back, sent, or written on another device
  useEffect(() => {
    if (html === known.current) return;
    known.current = html;
    editor.commands.setContent(html, { emitUpdate: false });
  }, [editor, html]);

  return (
    <>
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
    </>
  );
}
